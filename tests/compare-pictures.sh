#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Draws the pictures of print-golden.c in many ways and checks that each gives
# the same bits as the build itself does. Lines in TAP.
# compare-pictures.sh SOURCE-FOLDER PRINT-GOLDEN
set -eu

source=$1
built=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
count=0
"$built" > "$work/expected"

# compare NAME COMMAND...
compare() {
  name=$1
  shift
  count=$((count + 1))
  if "$@" > "$work/found" 2> "$work/log" &&
      diff "$work/expected" "$work/found" > "$work/difference"; then
    echo "ok $count - $name"
  else
    echo "not ok $count - $name"
    head -n 20 "$work/log" "$work/difference" | sed 's/^/# /'
  fi
}

# The whole of engine and operations in one program. An operation's source
# includes itself by its bare name, which another of the engine may have.
compile() {
  # shellcheck disable=SC2046 # pkg-config's words are many
  "$@" -std=gnu11 -w -ffp-contract=off -DGEGL_OP_BUNDLE \
    -DGETTEXT_PACKAGE='"follicle"' -DFOLLI_VERSION='"0"' \
    -I"$source/plug-in/ops" -I"$source/plug-in/engine" -I"$source/include" \
    -o "$work/print-golden" "$source/tests/print-golden.c" \
    $(find "$source/plug-in/engine" "$source/plug-in/ops" -name '*.c' \
      ! -name module.c) \
    $(pkg-config --cflags --libs gegl-0.4) -lm && "$work/print-golden"
}

# compare_compiler COMPILER FLAG...
compare_compiler() {
  if command -v "$1" >/dev/null; then
    compare "$*" compile "$@"
  else
    count=$((count + 1))
    echo "ok $count - $* # SKIP there is no $1"
  fi
}

compare "one thread" "$built" 1 128 128
compare "two threads" "$built" 2 128 128
compare "five threads and small tiles" "$built" 5 64 32
compare "three threads and odd tiles" "$built" 3 333 77
compare "a mathematical library without wide vectors" \
  env GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-FMA "$built"
compare_compiler gcc -O0
compare_compiler gcc -O2 -DFOLLI_NARROW
compare_compiler gcc -O3 -march=native
compare_compiler clang -O3 -march=native
echo "1..$count"
