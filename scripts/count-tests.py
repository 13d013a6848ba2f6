#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the single tests in a testlog.json of Meson.

Prints "N passed, N failed, N skipped"; ends with 1 if any failed or none ran.
"""
import json
import re
import sys

RESULT = re.compile(r"(\s*)(not )?ok\b[^#]*(?:#\s*(\w+))?")


def count_tap(output):
    """The passed, failed and skipped tests of a program.

    A line that closes deeper indented ones is their sum and counts for none.
    """
    counts = {"passed": 0, "failed": 0, "skipped": 0}
    depth_before = 0
    for line in output.splitlines():
        if not (result := RESULT.match(line)):
            continue
        depth = len(result[1])
        closes_others = depth < depth_before
        depth_before = depth
        directive = (result[3] or "").lower()
        if closes_others:
            continue
        if directive == "skip":
            counts["skipped"] += 1
        elif result[2] and directive != "todo":
            counts["failed"] += 1
        else:
            counts["passed"] += 1
    return counts


def count_program(test):
    counts = count_tap(test.get("stdout", ""))
    well = test["result"] in ("OK", "EXPECTEDFAIL", "SKIP")
    if not well and not counts["failed"]:
        # It crashed, hung or stopped short after tests that went well.
        counts["failed"] = 1
    elif not any(counts.values()):
        counts["skipped" if test["result"] == "SKIP" else "passed"] = 1
    return counts


def main(path):
    total = {"passed": 0, "failed": 0, "skipped": 0}
    try:
        with open(path, encoding="utf-8") as log:
            programs = [count_program(json.loads(line)) for line in log]
    except FileNotFoundError:
        programs = []
    for counts in programs:
        for name, number in counts.items():
            total[name] += number
    print(", ".join(f"{number} {name}" for name, number in total.items()))
    return 1 if total["failed"] or not total["passed"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
