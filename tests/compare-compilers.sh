#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Compiles the point set in many ways and checks that each gives the same
# points to the bit. Lines in TAP.
# Usage: compare-compilers.sh SOURCE-FOLDER
set -eu

source=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
glib=$(pkg-config --cflags --libs glib-2.0)
count=0

# compare DIRECTIVE COMPILER FLAG...
compare() {
  count=$((count + 1))
  if ! command -v "$1" >/dev/null; then
    echo "ok $count - $* # SKIP there is no $1"
    return
  fi
  # shellcheck disable=SC2086 # pkg-config's words are many
  if "$@" -std=gnu11 -o "$work/checksum" -I"$source/include" -I"$source/plug-in/engine" \
      -I"$source/plug-in/engine" "$source/tests/print-tile-checksum.c" \
      "$source/tests/tile-checksum.c" "$source/plug-in/engine/candidates.c" \
      "$source/plug-in/engine/patch.c" \
      "$source/plug-in/engine/rank.c" "$source/plug-in/engine/tile.c" \
      $glib -lm && "$work/checksum"; then
    echo "ok $count - $*"
  else
    echo "not ok $count - $*"
  fi
}

compare gcc -O0
compare gcc -O2
compare gcc -O3 -march=native
compare gcc -O3 -march=native -ffp-contract=fast
compare clang -O0
compare clang -O3 -march=native
echo "1..$count"
