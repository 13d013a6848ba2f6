#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# batch.sh [OPTIONS] PHOTOS MASKS OUTPUT [NAME=VALUE...]
#
# Stamps follicle dots on every photo of the folder PHOTOS, where its mask is
# white, and writes them under the same names into the folder OUTPUT. The mask
# of a photo is the file in MASKS with the same name, whatever its ending.
#
# With names of presets, the plug-in in GIMP stamps, as its dialog does:
#   look=buzz-cut shade=dark-brown density=full size=fine scale=60
# sessions, age and seed are its arguments, too; what else there is (depth=0.2)
# belongs to the look. A scale of 0, or none, is guessed for each photo. With
#   sheet=before-after title="Studio Norte logo=/home/me/logo.png"
# a sheet PHOTO-before-after.pdf lies beside each photo; sheet takes several of
# before-after, sessions and years with commas between them, and looks, note
# and paper are those of the sheet.
#
# With numbers alone, the gegl command stamps, without a GIMP and ten times as
# fast. They are the properties of the operation follicle:stamp: density=110
# pixels-per-cm=60.
#
# Run again, it goes on where it ended: it leaves out what is in OUTPUT already
# and is newer than photo, mask and properties. OUTPUT/batch.log is GNU
# parallel's log of all jobs. Ends with 1 if a photo failed; all that did are
# then listed, with the reason, on stderr and in OUTPUT/batch.failed. A mask
# without a photo is said, and ends it with 1, too.
#
# --jobs N      so many at a time on each host; one a processor otherwise
# --hosts LIST  hosts to share the work with, as parallel's --sshlogin takes
#               them, ":" being this one. Follicle and rsync have to be there.
set -euo pipefail

scripts=$(realpath "$(dirname "$0")")
# shellcheck source=scripts/packages.sh
. "$scripts/packages.sh"
# shellcheck source=scripts/gimp.sh
. "$scripts/gimp.sh"
# shellcheck source=scripts/photo.sh
. "$scripts/photo.sh"

fail () {
  echo "batch.sh: $1" >&2
  exit 2
}

# mask_of PHOTO: the name of its mask, whether or not there is one.
mask_of () {
  local name=${1##*/} found=()
  if [ ! -e "$masks/$name" ]; then
    for mask in "$masks/${name%.*}".*; do
      [ ! -e "$mask" ] || found+=("$mask")
    done
    [ ${#found[@]} -ne 1 ] || name=${found[0]##*/}
  fi
  echo "$name"
}

# has_photo MASK: a photo with its name, whatever the ending.
has_photo () {
  local name=${1##*/} photo
  for photo in "$photos/${name%.*}" "$photos/${name%.*}".*; do
    [ ! -f "$photo" ] || return 0
  done
  return 1
}

# is_fresh FILE PHOTO MASK
is_fresh () {
  [ -s "$1" ] && [ "$1" -nt "$2" ] && [ "$1" -nt "$3" ] &&
    [ "$1" -nt "$output/batch.properties" ]
}

# is_done PHOTO MASK RESULT: with its sheets.
is_done () {
  local sheet
  is_fresh "$3" "$1" "$2" || return 1
  while read -r sheet; do
    is_fresh "$sheet" "$1" "$2" || return 1
  done < <(sheets_of "$3" "${values[@]}")
}

# Keeps a file as it is where it already holds the properties, so that its
# date tells since when they have been used.
note_properties () {
  local new
  new=$(printf '%s\n' "$@")
  [ -e "$output/batch.properties" ] &&
    [ "$(cat "$output/batch.properties")" = "$new" ] ||
    echo "$new" >"$output/batch.properties"
}

# Stamps a square of nothing, so that what is wrong with the properties is
# said once and not for every photo.
check_properties () {
  local said
  said=$(gegl -o "$stage/trial.png" -- gegl:color value=white \
    gegl:crop width=8 height=8 follicle:stamp 'aux=[' gegl:color value=black \
    gegl:crop width=8 height=8 ']' "$@" 2>&1 >/dev/null |
    grep -E 'has no .* property|out of range|No such op') || return 0
  fail "gegl says: $said"
}

# The same for the plug-in. The newest GIMP that has it is the one to use.
check_names () {
  local said
  for version in $(gimp_versions | tac); do
    ! said=$(cd "$stage" &&
      ./stamp-photo-in-gimp.sh "$version" --try "$@" 2>&1) ||
      return 0
    [[ $said == *'unbound variable: plug-in-follicle'* ]] || fail "$said"
  done
  fail "no GIMP here has Follicle. Run scripts/install.sh first."
}

check_values () {
  local property
  for property in "$@"; do
    [[ $property == ?*=?* ]] || fail "\"$property\" is not NAME=VALUE."
    [[ $property != sheet=*views* ]] ||
      fail "a sheet of views wants all of them open in one GIMP."
  done
  if is_named "$@"; then
    check_names "$@"
  else
    check_properties "$@"
  fi
}

jobs=100%
hosts=
while [ $# -gt 0 ]; do
  case $1 in
    --jobs) jobs=${2:?} && shift 2 ;;
    --hosts) hosts=${2:?} && shift 2 ;;
    -*) fail "there is no option $1." ;;
    *) break ;;
  esac
done
[ $# -ge 3 ] || fail "PHOTOS, MASKS and OUTPUT are wanted, all three folders."
for folder in "$1" "$2"; do
  [ -d "$folder" ] || fail "there is no folder $folder."
done
photos=$(realpath "$1")
masks=$(realpath "$2")
mkdir -p "$3" 2>/dev/null || fail "the folder $3 cannot be made."
output=$(realpath "$3")
shift 3
values=("$@")
trial=$(mktemp "$output/batch.XXXXXX" 2>/dev/null) ||
  fail "nothing can be written to the folder $output."
rm "$trial"
[ "$photos" != "$output" ] || fail "OUTPUT would overwrite PHOTOS."

install_packages gegl parallel file ${hosts:+rsync}
is_named "${values[@]}" || gegl --exists follicle:stamp 2>/dev/null ||
  fail "gegl does not have follicle:stamp. Run scripts/install.sh first."

# Jobs know the three folders under these names, here as on other hosts.
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
ln -s "$photos" "$stage/photos"
ln -s "$masks" "$stage/masks"
ln -s "$output" "$stage/output"
tools=(photo.sh stamp-photo.sh stamp-photo-in-gimp.sh gimp.sh demo-2.scm
  demo-3.scm)
(cd "$scripts" && cp "${tools[@]}" "$stage")
version=
check_values "${values[@]}"
note_properties "${values[@]}"

n_photos=0
n_done=0
todo=()
for photo in "$photos"/*; do
  [ -f "$photo" ] || [ -L "$photo" ] || continue
  name=${photo##*/}
  mask=$(mask_of "$photo")
  n_photos=$((n_photos + 1))
  if is_done "$photo" "$masks/$mask" "$output/$name"; then
    n_done=$((n_done + 1))
  else
    todo+=("photos/$name" "masks/$mask" "output/$name")
  fi
done
[ "$n_photos" -gt 0 ] || fail "there is no photo in $photos."
echo "$n_photos photos, of which $n_done are done already."

n_missing=0
for mask in "$masks"/*; do
  if [ -f "$mask" ] && ! has_photo "$mask"; then
    echo "${mask##*/}: there is a mask and no photo of that name." >&2
    n_missing=$((n_missing + 1))
  fi
done
if [ ${#todo[@]} -eq 0 ]; then
  rm -f "$output/batch.failed"
  [ "$n_missing" -eq 0 ]
  exit
fi

# Folders that are links travel as folders; parallel quotes names as rsync
# wanted it before 3.2.4.
export PARALLEL_RSYNC_OPTS=-rLDzR RSYNC_OLD_ARGS=1
# Under a plain sh, which it takes where no SHELL is set (cron), parallel does
# not make the folders of the jobs on other hosts.
export PARALLEL_SHELL=/bin/bash
transfer=(--transferfile '{1}' --transferfile '{2}' --return '{3}' --cleanup
  --sshlogin "$hosts" --workdir ...)
for tool in "${tools[@]}"; do
  transfer+=(--transferfile "$tool")
done
while read -r sheet; do
  transfer+=(--return "$sheet")
done < <(sheets_of '{3.}.' "${values[@]}")
[ -n "$hosts" ] || transfer=()
stamp=./stamp-photo.sh
[ -z "$version" ] || stamp="./stamp-photo-in-gimp.sh $version"

# Elsewhere a job starts in a folder of its own with what was sent; here it
# has to find the folder that the names start from.
cd "$stage"
export FOLLICLE_STAGE=$stage
# shellcheck disable=SC2016 # expanded where the job runs
printf '%s\0' "${todo[@]}" |
  parallel --will-cite --null --max-args 3 --quote --jobs "$jobs" \
    --joblog "+$output/batch.log" "${transfer[@]}" \
    sh -c 'cd "${FOLLICLE_STAGE:-.}" && exec '"$stamp"' "$@"' stamp \
    '{1}' '{2}' '{3}' "${values[@]}" 2>"$output/batch.failed" || true

n_failed=0
for ((i = 0; i < ${#todo[@]}; i += 3)); do
  is_done "${todo[i]}" "${todo[i + 1]}" "${todo[i + 2]}" ||
    n_failed=$((n_failed + 1))
done
if [ "$n_failed" -gt 0 ]; then
  cat "$output/batch.failed" >&2
  echo "$n_failed of $n_photos photos failed; the others are in $output." >&2
  exit 1
fi
rm "$output/batch.failed"
echo "All are in $output."
[ "$n_missing" -eq 0 ]
