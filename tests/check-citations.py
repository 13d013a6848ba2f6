#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-citations.py CHECKOUT: whether the headings of doc/numbers.md that
sources and presets cite are there, and each mention of the page cites one."""
import pathlib
import re
import sys

FOLDERS = ("include", "plug-in", "presets", "tests")
SUFFIXES = (".c", ".h", ".ini", ".py", ".sh", ".scm")

# A comment may be broken anywhere in a citation, and goes on after its mark.
GAP = r"\s+(?:[*#;]\s+)?"
PAGE = re.compile(r"numbers(?:\.md|(?=" + GAP + r"page\b)|(?=-page\b))")
HEADING = re.compile(r'"([^"]*)"')
CITATION = re.compile(r'doc/numbers\.md,' + GAP + r'"[^"]*"'
                      r'(?:(?:,|' + GAP + r'and)' + GAP + r'"[^"]*")*')


def find_headings(page):
    return {line.lstrip("#").strip()
            for line in page.read_text(encoding="utf-8").splitlines()
            if line.startswith("#")}


def list_headings(citation):
    """What one citation names, maybe "this" and "that"."""
    return [re.sub(GAP, " ", heading) for heading in HEADING.findall(citation)]


def find_faults(path, headings):
    """Each mention of the page that leads nowhere, with its line."""
    text = path.read_text(encoding="utf-8")
    for mention in PAGE.finditer(text):
        line = text.count("\n", 0, mention.start()) + 1
        citation = CITATION.match(text, max(mention.start() - len("doc/"), 0))
        if citation is None:
            yield f"{path}:{line}: names the page, but no heading of it"
            continue
        for heading in list_headings(citation[0]):
            if heading not in headings:
                yield f'{path}:{line}: no heading "{heading}"'


def main(checkout):
    top = pathlib.Path(checkout)
    headings = find_headings(top / "doc/numbers.md")
    paths = [path for folder in FOLDERS
             for path in sorted((top / folder).rglob("*"))
             if path.suffix in SUFFIXES
             and path.name != pathlib.Path(__file__).name]
    faults = [fault for path in paths for fault in find_faults(path, headings)]
    print("1..1")
    print("not ok" if faults else "ok",
          "1 /doc/numbers/has-every-heading-that-is-cited")
    for fault in faults:
        print("#", fault)


if __name__ == "__main__":
    main(sys.argv[1])
