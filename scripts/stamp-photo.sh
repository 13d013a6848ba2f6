#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# stamp-photo.sh PHOTO MASK OUTPUT [PROPERTY=VALUE...]
#
# Stamps follicle dots on one photo where the mask is white, with the gegl
# command. OUTPUT is written whole or not at all. The properties are those of
# the operation follicle:stamp: density=110 pixels-per-cm=60.
set -euo pipefail

# shellcheck source=scripts/photo.sh
. "$(dirname "$0")/photo.sh"

if [ $# -lt 3 ]; then
  echo "Usage: stamp-photo.sh PHOTO MASK OUTPUT [PROPERTY=VALUE...]" >&2
  exit 2
fi
photo=$1
mask=$2
output=$3
shift 3

check_photo "$photo" "$mask"

# The format follows from the name's end, so that comes last here too.
part=$(dirname "$output")/.part-$$.${output##*.}
said=$(mktemp)
mkdir -p "$(dirname "$output")"
trap 'rm -f "$part" "$said"' EXIT

# As operations, not as the file to work on: gegl would put its name into XML
# as it is, and stumble over an apostrophe.
gegl -o "$part" -- gegl:load "path=$(realpath "$photo")" \
  follicle:stamp 'aux=[' gegl:load "path=$(realpath "$mask")" ']' "$@" \
  >/dev/null 2>"$said" ||
  fail_photo "$photo" "gegl failed: $(gegl_complaints "$said")"
[ -z "$(gegl_complaints "$said")" ] ||
  fail_photo "$photo" "gegl says: $(gegl_complaints "$said")"
[ -s "$part" ] || fail_photo "$photo" "gegl has written nothing."
check_place "$output"
mv "$part" "$output"
