#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the single tests in a testlog.json of Meson.

Names those that failed or were skipped, with the end of what a failed
program printed, and prints as its last line "N passed, N failed, N skipped".
Ends with 1 if any failed or none ran.
"""
import json
import re
import sys

RESULT = re.compile(
    r"(\s*)(not )?ok\b\s*\d*\s*(?:- )?([^#]*)(?:#\s*(\w+))?")


def read_tap(output):
    """The outcome and the name of each test of a program.

    A line that closes deeper indented ones is their sum and no test.
    """
    depth_before = 0
    for line in output.splitlines():
        if not (result := RESULT.match(line)):
            continue
        depth = len(result[1])
        closes_others = depth < depth_before
        depth_before = depth
        if closes_others:
            continue
        directive = (result[4] or "").lower()
        if directive == "skip":
            outcome = "skipped"
        elif result[2] and directive != "todo":
            outcome = "failed"
        else:
            outcome = "passed"
        yield outcome, result[3].strip()


def read_program(test):
    tests = list(read_tap(test.get("stdout", "")))
    well = test["result"] in ("OK", "EXPECTEDFAIL", "SKIP")
    if not well and not any(outcome == "failed" for outcome, _ in tests):
        tests.append(("failed", "it did not come to its end"))
    elif not tests:
        tests.append(("skipped" if test["result"] == "SKIP" else "passed", ""))
    return [(outcome, f"{test['name']}: {name}") for outcome, name in tests]


def print_end(test):
    for stream in ("stdout", "stderr"):
        for line in test.get(stream, "").splitlines()[-40:]:
            print(f"    {line}")


def main(path):
    total = dict.fromkeys(("passed", "failed", "skipped"), 0)
    try:
        with open(path, encoding="utf-8") as log:
            programs = [json.loads(line) for line in log]
    except FileNotFoundError:
        print("No test was run.")
        programs = []
    for program in programs:
        tests = read_program(program)
        for outcome, name in tests:
            total[outcome] += 1
            if outcome != "passed":
                print(f"{outcome}: {name}")
        if any(outcome == "failed" for outcome, _ in tests):
            print_end(program)
    print(", ".join(f"{number} {name}" for name, number in total.items()))
    return 1 if total["failed"] or not total["passed"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
