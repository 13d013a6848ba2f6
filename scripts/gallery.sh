#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# gallery.sh [FOLDER]
#
# Makes doc/gallery.html and its pictures again: every look on rendered heads
# of four skins, and sessions and ages from near by. All is rendered by
# tests/render-head and stamped by GIMP. In another FOLDER than doc/ it is made
# for looking at. Needs ImageMagick besides, and some minutes.
#
# Setting, by environment: FOLLICLE_SKINS (light medium brown dark).
set -euo pipefail

checkout=$(realpath "$(dirname "$0")/..")
build=${FOLLICLE_BUILD:-$checkout/build}
folder=$(realpath -m "${1:-$checkout/doc}")
# shellcheck source=scripts/packages.sh
. "$checkout/scripts/packages.sh"
# shellcheck source=scripts/build.sh
. "$checkout/scripts/build.sh"
# shellcheck source=scripts/gimp.sh
. "$checkout/scripts/gimp.sh"

read -ra skins <<<"${FOLLICLE_SKINS:-light medium brown dark}"
# The colour of the hair that goes with each.
declare -A shades=([light]='#33261f' [medium]='#261c17' [brown]='#120f0d'
  [dark]='#0b0a09')
# LOOK CASE: the heads that looks are for
looks='natural norwood-6
buzz-cut norwood-6
edge-up norwood-6
soft-fade norwood-6
receding receding
thinning-crown crown
alopecia-patch patch
transplant-top-up top-up
scar-line scar-line
scar-dots scar-dots
parting parting
first-session norwood-6
fresh norwood-6
five-years norwood-6'

# How the camera sees a case.
view_of () {
  case $1 in
    crown) echo --yaw=172 --pitch=-32 ;;
    scar-*) echo --yaw=165 --pitch=-4 ;;
    patch) echo --yaw=20 --pitch=40 ;;
    parting | top-up) echo --view=-14,30 ;;
    *) echo --view=20,16 ;;
  esac
}

# render NAME OPTION...: the photo and the mask of that name
render () {
  local name=$1
  shift
  "$build/tests/render-head" --blur 0.6 --noise 0.008 "$@" \
    "$work/$name.png" "$work/$name-mask.png"
}

# stamp PHOTO LOOK SESSIONS AGE SCALE NAME: notes it for GIMP, which starts once
stamp () {
  calls+=" (follicle-picture $(scheme_string "$work/$1.png")"
  calls+=" $(scheme_string "$work/$1-mask.png") $(scheme_string "$2") $3 $4 $5"
  calls+=" $(scheme_string "$work/$6.png"))"
  made+=("$6")
}

# save NAME OPERATION...: into the gallery
save () {
  local name=$1
  shift
  [ -s "$work/$name.png" ] || { cat "$work/log" >&2; exit 1; }
  convert "$work/$name.png" "$@" -strip -quality 82 \
    "$folder/gallery/$name.jpg"
}

install_wanted_packages
[ -n "$(command -v convert)" ] || install_packages imagemagick
build_quietly "$build"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
version=$(gimp_versions | head -n 1)
use_build "$build" "$work/profile" "$version"
mkdir -p "$folder/gallery"
rm -f "$folder/gallery/"*.jpg

calls="(load $(scheme_string "$checkout/scripts/demo-${version%%.*}.scm"))"
made=()
heads=$(cut -d' ' -f2 <<<"$looks" | sort -u)
echo "Rendering heads"
for skin in "${skins[@]}"; do
  for head in $heads; do
    # shellcheck disable=SC2046 # words, each an option
    render "head-$head-$skin" --skin "$skin" --shade "${shades[$skin]}" \
      --case "$head" --width 414 \
      --height 504 --pixels-per-cm 18 $(view_of "$head")
    made+=("head-$head-$skin")
  done
  while read -r look head; do
    stamp "head-$head-$skin" "$look" 0 -1 18 "$look-$skin"
  done <<<"$looks"
done
portraits=("${made[@]}")

made=()
render close --skin light --case norwood-6 --width 420 --height 480 \
  --pixels-per-cm 64 --yaw 12 --pitch 62
made+=(close)
for session in 1 2 3; do
  stamp close natural "$session" 1 64 "session-$session"
done
for months in 0 1 12 60; do
  stamp close natural 3 "$months" 64 "age-$months"
done

echo "GIMP $version is stamping dots"
run_scheme "$version" "$calls" >"$work/log" 2>&1 || true
for name in "${portraits[@]}"; do
  save "$name" -crop 360x450+18+9 +repage -resize 320x400
done
for name in "${made[@]}"; do
  save "$name" -crop 400x320+10+60 +repage
done

"$checkout/scripts/gallery-page.sh" "$looks" "${skins[@]}" >"$folder/gallery.html"
du -sh "$folder/gallery" | cut -f1 |
  xargs printf 'The gallery: %s, %s\n' "$folder/gallery.html"
