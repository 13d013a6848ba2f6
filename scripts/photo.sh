# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# To be sourced: what stamping one photo of a batch takes, whoever stamps it.

# fail_photo PHOTO WHY: PHOTO is empty where it is about all of them.
fail_photo () {
  echo "${1:+${1##*/}: }$2" >&2
  exit 1
}

# size_of PICTURE: its width and height, or nothing where that is not known.
size_of () {
  file --brief "$1" | sed -nE \
    -e 's/^PNG image data, ([0-9]+) x ([0-9]+).*/\1 × \2/p' \
    -e 's/^JPEG image data.*, precision [0-9]+, ([0-9]+)x([0-9]+),.*/\1 × \2/p'
}

# check_photo PHOTO MASK
check_photo () {
  local photo_size mask_size
  [ -s "$1" ] || fail_photo "$1" "there is no such photo, or nothing in it."
  [ -s "$2" ] ||
    fail_photo "$1" "there is no mask ${2##*/}, or nothing in it."
  photo_size=$(size_of "$1")
  mask_size=$(size_of "$2")
  if [ -n "$photo_size" ] && [ -n "$mask_size" ] &&
    [ "$photo_size" != "$mask_size" ]; then
    fail_photo "$1" \
      "the mask is $mask_size pixels large and the photo $photo_size."
  fi
}

# What is wrong, by what gegl has said into a file: it ends with 0 when a
# picture is damaged, or a property unknown. What is left out here has to do
# with neither.
gegl_complaints () {
  grep -vE '^$|gegl_tile_cache_destroy|libpng warning|Unknown field with tag' \
    "$1" | head -n 3 || true
}

# check_whole PHOTO PICTURE: GIMP makes a picture of whatever it can read of a
# damaged file, and says so in the user's language.
check_whole () {
  local folder said
  folder=$(mktemp -d)
  gegl -o "$folder/pixel.png" -- gegl:load "path=$(realpath "$2")" \
    gegl:crop width=1 height=1 >/dev/null 2>"$folder/said" || true
  said=$(gegl_complaints "$folder/said")
  rm -r "$folder"
  [ -z "$said" ] || fail_photo "$1" "gegl says: $said"
}

# check_place FILE: what is moved to the name of a folder would end up in it.
check_place () {
  [ ! -d "$1" ] || fail_photo "$1" "a folder of that name is in its place."
}

# is_named NAME=VALUE...: whether one of them is a preset's name or something
# else that the operations know nothing of, so that the plug-in has to stamp.
is_named () {
  local property
  for property in "$@"; do
    case $property in
      look=* | size=* | scale=* | sheet=* | title=* | note=* | paper=*)
        return 0 ;;
      shade=\#* | shade=rgb*) ;;
      shade=?* | density=[!0-9.]*) return 0 ;;
    esac
  done
  return 1
}

# value_of NAME NAME=VALUE...: the last value of that name.
value_of () {
  local name=$1 value='' property
  shift
  for property in "$@"; do
    case $property in "$name="*) value=${property#*=} ;; esac
  done
  echo "$value"
}

# sheets_of OUTPUT NAME=VALUE...: the sheets that belong to a stamped photo,
# one a line.
sheets_of () {
  local output=$1 layouts layout ending=pdf
  shift
  [ "$(value_of paper "$@")" != screen ] || ending=png
  IFS=, read -ra layouts <<<"$(value_of sheet "$@")"
  for layout in "${layouts[@]}"; do
    echo "${output%.*}-$layout.$ending"
  done
}
