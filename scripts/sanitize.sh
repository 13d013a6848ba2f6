#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# sanitize.sh [SECONDS]: the tests of engine and operations under the address,
# leak and undefined-behaviour sanitizer, those with threads under the thread
# sanitizer, and for so many seconds each (10 where they are not stated) a
# search for inputs that break us, by libFuzzer. Up to 10 seconds, what takes
# minutes under the address sanitizer is left out. Ends as test.sh does:
# "N passed, N failed, N skipped". Build folders are FOLLICLE_BUILD (build/
# where it is not set) with -asan, -tsan and -fuzz behind it.
#
# What of libraries is suppressed or explained to them: tests/sanitizers/.
set -euo pipefail

seconds=${1:-10}
checkout=$(realpath "$(dirname "$0")/..")
build=${FOLLICLE_BUILD:-$checkout/build}
rules=$checkout/tests/sanitizers
# shellcheck source=scripts/packages.sh
. "$checkout/scripts/packages.sh"

passed=0
failed=0
skipped=0

# The compiler, through its cache where there is one
compiler () {
  if command -v ccache >/dev/null; then echo "ccache $1"; else echo "$1"; fi
}

# Adds what the last line of a program counts, after what it says.
add_counts () {
  local log
  log=$(mktemp)
  "$@" > "$log" 2>&1 || true
  head -n -1 "$log"
  if [[ $(tail -n 1 "$log") =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed,\ ([0-9]+) ]]
  then
    passed=$((passed + BASH_REMATCH[1]))
    failed=$((failed + BASH_REMATCH[2]))
    skipped=$((skipped + BASH_REMATCH[3]))
  else
    tail -n 1 "$log"
    failed=$((failed + 1))
  fi
  rm -f "$log"
}

# set_up FOLDER OPTIONS: what is built there is only what is asked for later.
set_up () {
  echo "Building in $1"
  [ -e "$1/build.ninja" ] || meson setup "$1" "$checkout" "${@:2}" > /dev/null
}

# run_tests FOLDER TEST...: builds them first
run_tests () {
  local folder=$1 log
  shift
  log=$(mktemp)
  rm -f "$folder/meson-logs/testlog.json"
  "${fixed[@]}" meson test -C "$folder" --timeout-multiplier 8 "$@" \
    > "$log" 2>&1 || true
  [ -e "$folder/meson-logs/testlog.json" ] || tail -n 60 "$log"
  rm -f "$log"
  python3 "$checkout/scripts/count-tests.py" "$folder/meson-logs/testlog.json"
}

# The tests that a build folder has of some suites, but for those named.
list_tests () {
  local folder=$1 suites=$2
  shift 2
  meson introspect --tests "$folder" | python3 -c '
import json, sys
suites, without = set(sys.argv[1].split()), sys.argv[2:]
for test in json.load(sys.stdin):
    if suites & {name.split(":")[-1] for name in test["suite"]}:
        if test["name"] not in without:
            print(test["name"])
' "$suites" "$@"
}

# A finding is a failed test, and is kept beside the build. What is looked for
# in a short search is the same every time.
look_for_more () {
  local target=$1 folder=$build-fuzz/findings/$1 options=()
  [ "$seconds" -gt 10 ] || options=(-seed=1)
  mkdir -p "$folder/seen"
  # GEGL is never told to end, and leaves everything.
  if ASAN_OPTIONS=detect_leaks=0 \
      "${fixed[@]}" "$build-fuzz/tests/fuzz/fuzz-$target" \
      -max_total_time="$seconds" -timeout=300 "${options[@]}" \
      -artifact_prefix="$folder/" \
      "$folder/seen" "$checkout/tests/fuzz/corpus/$target" \
      > "$folder/log" 2>&1
  then
    tail -n 1 "$folder/log"
    echo "1 passed, 0 failed, 0 skipped"
  else
    echo "failed: fuzz: $target"
    grep -vE '^#[0-9]+\s' "$folder/log" | tail -n 60
    echo "0 passed, 1 failed, 0 skipped"
  fi
}

install_packages clang libclang-rt-14-dev
# On kernels that scatter addresses widely, the thread sanitizer finds no room.
fixed=()
if setarch -R true 2>/dev/null; then fixed=(setarch -R); fi
# Through GLib and GEGL, only the slow way of unwinding finds who asked.
export ASAN_OPTIONS=detect_stack_use_after_return=1:fast_unwind_on_malloc=0
export LSAN_OPTIONS=suppressions=$rules/leaks.supp:print_suppressions=0
export UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1
# Its detector of deadlocks breaks at GObject's locks for readers and writers,
# which it sees taken more often than given up.
export TSAN_OPTIONS=halt_on_error=1:detect_deadlocks=0:suppressions=$rules/threads.supp
# GLib's own pools of memory change hands unseen.
export G_SLICE=always-malloc
export G_DEBUG=fatal-criticals FOLLICLE_PRESETS_PATH=$checkout/presets

CC=$(compiler clang)
export CC

# Clang's vectors are wide enough without copies of functions, which the
# sanitizers cannot start with. Left out are what compares compilers, what
# looks at pictures of the tests' own, and what takes minutes without reaching
# code that the others do not.
set_up "$build-asan" -Dgimp=none -Db_sanitize=address,undefined \
  -Db_lundef=false -Doptimization=2
left_out=(compilers head-picture edges appearance)
[ "$seconds" -gt 10 ] || left_out+=(match point-set dots-split)
mapfile -t tests < <(list_tests "$build-asan" "engine operations fuzz" \
  "${left_out[@]}")
add_counts run_tests "$build-asan" "${tests[@]}"

set_up "$build-tsan" -Dgimp=none -Db_sanitize=thread \
  -Db_lundef=false -Doptimization=2
add_counts run_tests "$build-tsan" map-operations
# Of the others, what has threads of its own: the rest takes many minutes.
add_counts run_tests "$build-tsan" point-set \
  --test-args="-p /point-set/threads-agree-on-tiles-that-are-kept"
add_counts run_tests "$build-tsan" dots-split \
  --test-args="-p /dots-split/threads-do-not-matter"

set_up "$build-fuzz" -Dgimp=none -Dfuzz=true \
  -Db_sanitize=address,undefined -Db_lundef=false -Doptimization=1
ninja -C "$build-fuzz" tests/fuzz/fuzz-{presets,text,image,operations} \
  > "$build-fuzz/log" || cat "$build-fuzz/log"
for target in presets text image operations; do
  add_counts look_for_more "$target"
done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
