#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# stamp-photo-in-gimp.sh VERSION PHOTO MASK OUTPUT [NAME=VALUE...]
# stamp-photo-in-gimp.sh VERSION --try [NAME=VALUE...]
#
# Stamps follicle dots on one photo where the mask is white, with the plug-in
# in GIMP, and makes its sheets beside OUTPUT. All of that is written whole or
# none of it. Names are those of batch.sh. With --try, it stamps a patch of
# skin instead and keeps nothing, to find out what is wrong with the values.
set -euo pipefail

# shellcheck source=scripts/photo.sh
. "$(dirname "$0")/photo.sh"
# shellcheck source=scripts/gimp.sh
. "$(dirname "$0")/gimp.sh"

# What a look may carry: all that is no argument of its own.
look_of () {
  local look property
  look=$(value_of look "$@")
  look=${look:-natural}
  for property in "$@"; do
    case $property in
      look=* | density=* | size=* | shade=* | sessions=* | age=* | scale=* | \
        pixels-per-cm=* | seed=* | sheet=* | looks=* | title=* | note=* | \
        paper=*) ;;
      *) look+=" $property" ;;
    esac
  done
  echo "$look"
}

# check_numbers NAME=VALUE...: Scheme would take a word for a variable.
check_numbers () {
  local property
  for property in "$@"; do
    case $property in
      sessions=* | age=* | scale=* | pixels-per-cm=* | seed=*)
        [[ ${property#*=} =~ ^-?[0-9]+(\.[0-9]+)?$ ]] ||
          fail_photo "$photo" "\"$property\" is no number." ;;
    esac
  done
}

# number_of DEFAULT NAME NAME=VALUE...
number_of () {
  local default=$1 value
  value=$(value_of "${@:2}")
  echo "${value:-$default}"
}

# The arguments of follicle-batch and follicle-try from the look to the seed.
stamping () {
  local name scale
  scheme_string "$(look_of "$@")"
  for name in density size shade; do
    printf ' %s' "$(scheme_string "$(value_of "$name" "$@")")"
  done
  scale=$(number_of 0 pixels-per-cm "$@")
  scale=$(number_of "$scale" scale "$@")
  # The patch of skin is 400 pixels wide.
  [ -n "$photo" ] || [ "$scale" != 0 ] || scale=40
  printf ' %s' "$(number_of 0 sessions "$@")" "$(number_of -1 age "$@")" \
    "$scale" "$(number_of 0 seed "$@")"
}

# The rest of them. A sheet is written under the name that it has in parts.
sheets () {
  local name layout ending=pdf layouts
  [ "$(value_of paper "$@")" != screen ] || ending=png
  IFS=, read -ra layouts <<<"$(value_of sheet "$@")"
  printf ' (list'
  for layout in "${layouts[@]}"; do
    printf ' (list %s %s)' "$(scheme_string "$layout")" \
      "$(scheme_string "$parts/$layout.$ending")"
  done
  printf ')'
  for name in looks title note; do
    printf ' %s' "$(scheme_string "$(value_of "$name" "$@")")"
  done
  name=$(value_of paper "$@")
  printf ' %s' "$(scheme_string "${name:-a4}")"
}

# call FUNCTION ARGUMENTS: in Scheme; what GIMP says is in the file $said.
call () {
  local script
  script=$(realpath "$(dirname "$0")/demo-${version%%.*}.scm")
  run_scheme "$version" "(load $(scheme_string "$script")) ($1 $2)
    (gimp-message \"All is done\")" >"$said" 2>&1 || true
}

# What went wrong, by what GIMP has said.
complaints () {
  ! grep -q ': All is done' "$said" || return 0
  sed -nE -e 's/^Error: //p' "$said" |
    sed -E 's/^Procedure execution of [a-z0-9-]+ failed( on invalid input arguments)?: //' |
    grep . || grep -vE '^$|GEGL-WARNING|^EEEE' "$said" || echo "It ended at once."
}

# The plug-in's own words, such as that the scale is a guess. GIMP puts the
# procedure's name and a kind before them, both in the user's language.
remarks () {
  grep -E '^[^():]+-[^ ():-]+: ' "$said" |
    grep -vE '^(script-fu|GIMP|gimp[a-z0-9.-]*)-' | sed -E 's/^[^:]+: //'
}

try () {
  call follicle-try "$(stamping "$@")$(sheets "$@")"
  [ -z "$(complaints)" ] || { complaints | head -n 3; exit 1; }
}

stamp () {
  local output=$1 part sheet remark
  shift
  part=$parts/stamped.${output##*.}
  call follicle-batch "$(scheme_string "$(realpath "$photo")") $(
    scheme_string "$(realpath "$mask")") $(stamping "$@") $(
    scheme_string "$part")$(sheets "$@")"
  [ -z "$(complaints)" ] ||
    fail_photo "$photo" "GIMP says: $(complaints | head -n 3)"
  [ -s "$part" ] || fail_photo "$photo" "GIMP has written nothing."
  sheets_of "$output" "$@" | while read -r sheet; do
    check_place "$sheet"
  done
  check_place "$output"
  { remarks || true; } |
    while read -r remark; do echo "${photo##*/}: $remark"; done
  sheets_of "$output" "$@" | while read -r sheet; do
    mv "$parts/${sheet#"${output%.*}"-}" "$sheet"
  done
  mv "$part" "$output"
}

if [ $# -lt 2 ] || { [ "$2" != --try ] && [ $# -lt 4 ]; }; then
  echo "Usage: stamp-photo-in-gimp.sh VERSION PHOTO MASK OUTPUT" \
    "[NAME=VALUE...]" >&2
  exit 2
fi
version=$1
photo=$2
shift 2
# Another host may have another one.
[ -n "$(command -v "gimp-console-$version")" ] ||
  version=$(gimp_versions | tail -n 1)
[ -n "$version" ] || fail_photo "$photo" "there is no GIMP 2.10, 3.0 or 3.2."
said=$(mktemp)
parts=
trap 'rm -rf "$parts" "$said"' EXIT

if [ "$photo" = --try ]; then
  photo=
  check_numbers "$@"
  parts=$(mktemp -d)
  try "$@"
else
  mask=$1
  check_numbers "${@:3}"
  check_photo "$photo" "$mask"
  check_whole "$photo" "$photo"
  check_whole "$photo" "$mask"
  mkdir -p "$(dirname "$2")"
  parts=$(realpath "$(dirname "$2")")/.part-$$
  mkdir "$parts"
  shift
  stamp "$@"
fi
