#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes README's pictures again, doc/before-after.jpg and doc/close-up.jpg,
# with demo.sh: the rendered head before, and after the look buzz-cut, at the
# size of a portrait and pixel by pixel. Needs ImageMagick besides.
set -euo pipefail

checkout=$(realpath "$(dirname "$0")/..")
# shellcheck source=scripts/packages.sh
. "$checkout/scripts/packages.sh"
[ -n "$(command -v convert)" ] || install_packages imagemagick

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
