#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-help.py SOURCE: whether the help has what it promises."""

import glob
import html.parser
import os
import re
import sys

SOURCE = sys.argv[1]
HELP = os.path.join(SOURCE, 'doc/help/en')


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def list_procedures():
    """Names of procedures, each with the text that lists its arguments."""
    texts = [read(path) for path in glob.glob(
        os.path.join(SOURCE, 'plug-in/gimp/**/*.c'), recursive=True)]
    found = {}
    for text in texts:
        for name in re.findall(r'\.name = "(plug-in-[a-z-]+)"', text):
            table = re.search(r'\.arguments = (\w+)', text)
            found[name] = '' if not table else text \
                if table[1] == 'ARGUMENTS' else next(
                    other for other in texts
                    if 'FolliArgument %s[' % table[1] in other)
    return found


class Page(html.parser.HTMLParser):
    """What a page points at, and whether its pictures say what they show."""

    def __init__(self, path):
        super().__init__()
        self.targets = []
        self.n_silent = 0
        self.feed(read(path))

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        for name in ('href', 'src'):
            if name in values:
                self.targets.append(values[name])
        self.n_silent += tag == 'img' and not values.get('alt')


def every_procedure_has_a_page():
    index = read(os.path.join(HELP, 'gimp-help.xml'))
    for name in list_procedures():
        assert 'id="%s" ref="%s.html"' % (name, name) in index, name
        assert os.path.exists(os.path.join(HELP, name + '.html')), name


def every_argument_is_explained():
    n_found = 0
    for name, source in list_procedures().items():
        page = read(os.path.join(HELP, name + '.html'))
        for argument in re.findall(r'\n    "([a-z-]+)",\s+N_ ?\(', source):
            assert '<code>%s</code>' % argument in page, (name, argument)
            n_found += 1
    assert n_found > 30, n_found


def nothing_is_missing():
    for path in glob.glob(os.path.join(HELP, '*.html')):
        page = Page(path)
        assert not page.n_silent, path
        for target in page.targets:
            assert os.path.exists(os.path.join(HELP, target)), (path, target)


CASES = {
    '/help/every-procedure-has-a-page': every_procedure_has_a_page,
    '/help/every-argument-is-explained': every_argument_is_explained,
    '/help/no-link-or-picture-is-missing': nothing_is_missing,
}

print('1..%d' % len(CASES))
n_wrong = 0
for number, (name, check) in enumerate(CASES.items(), 1):
    try:
        check()
        print('ok %d %s' % (number, name))
    except (AssertionError, OSError) as error:
        print('# %r\nnot ok %d %s' % (error, number, name))
        n_wrong += 1
sys.exit(n_wrong > 0)
