#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-lint.sh CHECKOUT BUILD: what shellcheck says of the scripts and
# clang-tidy, with the checks of .clang-tidy, of what was built.
cd "$1" || exit 1

# tell NUMBER NAME STATUS SAID
tell () {
  if [ "$3" -eq 0 ]; then
    echo "ok $1 $2"
  else
    echo "not ok $1 $2"
    echo "$4" | sed 's/^/# /'
  fi
}

echo 1..2
said=$(git ls-files '*.sh' .ci/run 2>/dev/null)
[ -n "$said" ] || said=$(find .ci/run scripts tests -name run -o -name '*.sh')
# shellcheck disable=SC2086 # names without spaces
said=$(shellcheck -x -P SCRIPTDIR $said 2>&1)
tell 1 /scripts/shellcheck-has-nothing-to-say $? "$said"

said=$(run-clang-tidy -quiet -p "$2" -j "$(nproc)" '/(plug-in|tests)/' 2>&1)
tell 2 /code/clang-tidy-has-nothing-to-say $? \
  "$(echo "$said" | grep -A 3 -E '(error|warning): ')"
