#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# demo.sh [PHOTO MASK]
#
# Installs what is missing, builds, and has GIMP stamp follicle dots on a
# photo where the mask is white; without arguments on a rendered head. Writes
# follicle.xcf, with its layers, and follicle.png.
#
# Settings, by environment: FOLLICLE_OUT (the folder written to, ./out),
# FOLLICLE_LOOK (natural), FOLLICLE_DENSITY, FOLLICLE_SIZE, FOLLICLE_SHADE (the
# look's), FOLLICLE_SCALE (pixels per cm; 0: estimated from the mask).
set -euo pipefail

fail () {
  echo "$1" >&2
  exit 1
}

# check_picture WHAT FILE
check_picture () {
  [ -e "$2" ] || fail "There is no $1 $2."
  if [ ! -f "$2" ] || [ ! -r "$2" ]; then fail "The $1 $2 cannot be read."; fi
}

case $# in
  0) ;;
  2) check_picture photo "$1"
     check_picture mask "$2" ;;
  1) fail "The mask is missing: $0 PHOTO MASK" ;;
  *) fail "usage: $0 [PHOTO MASK]" ;;
esac

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
checkout=$(realpath "$(dirname "$0")/..")
build=${FOLLICLE_BUILD:-$checkout/build}
out=$(realpath -m "${FOLLICLE_OUT:-out}")
look=${FOLLICLE_LOOK:-natural}
scale=${FOLLICLE_SCALE:-0}

# shellcheck source=scripts/packages.sh
. "$checkout/scripts/packages.sh"
# shellcheck source=scripts/build.sh
. "$checkout/scripts/build.sh"
# shellcheck source=scripts/gimp.sh
. "$checkout/scripts/gimp.sh"

mkdir -p "$out" 2>/dev/null || fail "The folder $out cannot be made."
touch "$out/follicle.xcf" 2>/dev/null ||
  fail "Nothing can be written to the folder $out."
rm -f "$out/follicle.xcf" "$out/follicle.png"

install_wanted_packages
build_quietly "$build"

if [ $# -eq 2 ]; then
  photo=$(realpath "$1")
  mask=$(realpath "$2")
else
  photo=$out/head.png
  mask=$out/head-mask.png
  scale=${FOLLICLE_SCALE:-64}
  "$build/tests/render-head" --pixels-per-cm "$scale" --skin light \
    --case norwood-6 --hair-density 190 --hair-mm 0.08 \
    --shade "#1c1613" --blur 0.6 "$photo" "$mask"
fi

version=$(gimp_versions | head -n 1)
[ -n "$version" ] || fail "There is no GIMP 2.10, 3.0 or 3.2 here."
use_build "$build" "$work" "$version"

script=$checkout/scripts/demo-${version%%.*}.scm
call="(load $(scheme_string "$script")) (follicle-demo"
for text in "$photo" "$mask" "$look" "${FOLLICLE_DENSITY:-}" \
  "${FOLLICLE_SIZE:-}" "${FOLLICLE_SHADE:-}"; do
  call+=" $(scheme_string "$text")"
done
call+=" $scale $(scheme_string "$out/follicle.xcf")"
call+=" $(scheme_string "$out/follicle.png"))"

echo "GIMP $version is stamping follicle dots on $photo"
start=$EPOCHREALTIME
run_scheme "$version" "$call" >"$work/log" 2>&1 || true
seconds=$(awk "BEGIN { printf \"%.1f\", $EPOCHREALTIME - $start }")

if [ ! -s "$out/follicle.xcf" ] || [ ! -s "$out/follicle.png" ]; then
  sed -n 's/^Error: //p' "$work/log" | grep . >&2 || cat "$work/log" >&2
  fail "GIMP $version made no picture."
fi
grep '^Follicle Dots-Warning: ' "$work/log" || true
echo "With its layers: $out/follicle.xcf"
echo "As one picture:  $out/follicle.png"
echo "That took GIMP $seconds s, its start included."
