#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# batch.sh [OPTIONS] PHOTOS MASKS OUTPUT [PROPERTY=VALUE...]
#
# Stamps follicle dots on every photo of the folder PHOTOS, where its mask is
# white, and writes them under the same names into the folder OUTPUT. The mask
# of a photo is the file in MASKS with the same name, whatever its ending. The
# properties are those of the operation follicle:stamp: density=110
# pixels-per-cm=60.
#
# Run again, it goes on where it ended: it leaves out what is in OUTPUT already
# and is newer than photo, mask and properties. OUTPUT/batch.log is GNU
# parallel's log of all jobs. Ends with 1 if a photo failed; all that did are
# then listed, with the reason, on stderr and in OUTPUT/batch.failed.
#
# --jobs N      so many at a time on each host; one a processor otherwise
# --hosts LIST  hosts to share the work with, as parallel's --sshlogin takes
#               them, ":" being this one. Follicle and rsync have to be there.
set -euo pipefail

scripts=$(realpath "$(dirname "$0")")
# shellcheck source=scripts/packages.sh
. "$scripts/packages.sh"

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

# is_done PHOTO MASK RESULT
is_done () {
  [ -s "$3" ] && [ "$3" -nt "$1" ] && [ "$3" -nt "$2" ] &&
    [ "$3" -nt "$output/batch.properties" ]
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
  local said property
  for property in "$@"; do
    [[ $property == ?*=?* ]] || fail "\"$property\" is not PROPERTY=VALUE."
  done
  said=$(gegl -o "$stage/trial.png" -- gegl:color value=white \
    gegl:crop width=8 height=8 follicle:stamp 'aux=[' gegl:color value=black \
    gegl:crop width=8 height=8 ']' "$@" 2>&1 >/dev/null |
    grep -E 'has no .* property|out of range|No such op') || return 0
  fail "gegl says: $said"
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
mkdir -p "$3"
output=$(realpath "$3")
shift 3
[ "$photos" != "$output" ] || fail "OUTPUT would overwrite PHOTOS."

install_packages gegl parallel file ${hosts:+rsync}
gegl --exists follicle:stamp 2>/dev/null ||
  fail "gegl does not have follicle:stamp. Run scripts/install.sh first."

# Jobs know the three folders under these names, here as on other hosts.
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
ln -s "$photos" "$stage/photos"
ln -s "$masks" "$stage/masks"
ln -s "$output" "$stage/output"
cp "$scripts/stamp-photo.sh" "$stage"
check_properties "$@"
note_properties "$@"

n_photos=0
n_done=0
todo=()
for photo in "$photos"/*; do
  [ -f "$photo" ] || continue
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
[ ${#todo[@]} -gt 0 ] || exit 0

# Folders that are links travel as folders; parallel quotes names as rsync
# wanted it before 3.2.4.
export PARALLEL_RSYNC_OPTS=-rLDzR RSYNC_OLD_ARGS=1
# Under a plain sh, which it takes where no SHELL is set (cron), parallel does
# not make the folders of the jobs on other hosts.
export PARALLEL_SHELL=/bin/bash
transfer=(--transferfile '{1}' --transferfile '{2}' --return '{3}' --cleanup
  --transferfile stamp-photo.sh --sshlogin "$hosts" --workdir ...)
[ -n "$hosts" ] || transfer=()

# Elsewhere a job starts in a folder of its own with what was sent; here it
# has to find the folder that the names start from.
cd "$stage"
export FOLLICLE_STAGE=$stage
# shellcheck disable=SC2016 # expanded where the job runs
printf '%s\0' "${todo[@]}" |
  parallel --will-cite --null --max-args 3 --quote --jobs "$jobs" \
    --joblog "+$output/batch.log" "${transfer[@]}" \
    sh -c 'cd "${FOLLICLE_STAGE:-.}" && exec ./stamp-photo.sh "$@"' stamp \
    '{1}' '{2}' '{3}' "$@" 2>"$output/batch.failed" || true

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
