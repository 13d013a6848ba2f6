#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes README's pictures again, doc/before-after.jpg and doc/close-up.jpg,
# with demo.sh: the rendered head before, and after the look buzz-cut, at the
# size of a portrait and pixel by pixel; and of the same a sheet,
# doc/sheet.jpg. Needs ImageMagick besides.
set -euo pipefail

checkout=$(realpath "$(dirname "$0")/..")
# shellcheck source=scripts/packages.sh
. "$checkout/scripts/packages.sh"
[ -n "$(command -v convert)" ] || install_packages imagemagick

# shellcheck source=scripts/gimp.sh
. "$checkout/scripts/gimp.sh"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
FOLLICLE_OUT=$work FOLLICLE_LOOK=buzz-cut "$checkout/scripts/demo.sh"

# put_side_by_side FILE OPERATION...: what is done to both
put_side_by_side () {
  local file=$1
  shift
  convert "$work/head.png" "$work/follicle.png" "$@" -strip \
    -sampling-factor 4:4:4 -quality 88 +append "$file"
}

put_side_by_side "$checkout/doc/before-after.jpg" \
  -crop 1400x1750+100+0 +repage -resize 480x600
put_side_by_side "$checkout/doc/close-up.jpg" -crop 480x420+640+240 +repage

# A sheet of the three sessions, made anew from the dots of the demo.
version=$(gimp_versions | head -n 1)
use_build "${FOLLICLE_BUILD:-$checkout/build}" "$work/profile" "$version"
SOURCE_DATE_EPOCH=1772625600 run_scheme "$version" "
  (load $(scheme_string "$checkout/scripts/demo-${version%%.*}.scm"))
  (follicle-batch $(scheme_string "$work/head.png")
    $(scheme_string "$work/head-mask.png") \"buzz-cut\" \"\" \"\" \"\" 0 -1 64 0
    $(scheme_string "$work/stamped.png")
    (list (list \"sessions\" $(scheme_string "$work/sheet.pdf")))
    \"\" \"Studio Norte\" \"Three sessions of two hours, three weeks apart.\"
    \"a4\")" >"$work/log" 2>&1 || true
[ -s "$work/sheet.pdf" ] || { cat "$work/log" >&2; exit 1; }
pdftoppm -r 300 -png -singlefile "$work/sheet.pdf" "$work/sheet"
convert "$work/sheet.png" -resize 720x -bordercolor '#c8c8c8' -border 1 -strip \
  -quality 88 "$checkout/doc/sheet.jpg"
