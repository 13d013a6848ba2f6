#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# kill-often.sh [COUNT [SEED]]: has the plug-in killed so many times (60 where
# it is not stated) at random moments of each output, in each GIMP that it was
# built for, and says what that left of the image. As many turns are taken as
# that needs, at other moments each. The build folder is FOLLICLE_BUILD (build/
# where it is not set); other GIMPs by scripts/in-root.sh. A killed run takes
# some 10 seconds with what is looked at after it.
set -euo pipefail

count=${1:-60}
seed=${2:-1}
checkout=$(realpath "$(dirname "$0")/..")
build=${FOLLICLE_BUILD:-$checkout/build}
# A GIMP is given up after 18 minutes.
at_once=20

# kill_some TEST TIMES SEED: what the kills met, a line for each output
kill_some () {
  local status=0
  FOLLICLE_KILLS=$2 FOLLICLE_KILLS_SEED=$3 \
    meson test -C "$build" --no-rebuild "$1" >/dev/null 2>&1 || status=$?
  cat "$build/meson-logs/testlog.txt"
  return "$status"
}

sum_up () {
  awk '/as before [0-9]+, whole/ {
         sub(/^.*# /, ""); output = $1
         gsub(/[^0-9 ]/, ""); before[output] += $1
         whole[output] += $2; partial[output] += $3 }
       END { for (output in before) {
               print output, "as before", before[output], "whole",
                 whole[output], "partial", partial[output]
               n += before[output] + whole[output] + partial[output] }
             print n + 0, "kills" }'
}

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
mapfile -t tests < <(meson introspect --tests "$build" |
  grep -oE '"faults-[23]"' | tr -d '"' | sort -u)
for test in "${tests[@]}"; do
  : >"$log"
  for ((left = count, turn = seed; left > 0; left -= at_once, turn++)); do
    kill_some "$test" $((left < at_once ? left : at_once)) "$turn" \
      >>"$log" || status=1
  done
  echo "$test:"
  grep -E '^not ok|AssertionError' "$log" || true
  sum_up <"$log"
done
exit "$status"
