#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Puts Follicle into the folders of the user who runs this, for every GIMP that
# is found: the system's, the Flatpak's and AppImages. Then asks each GIMP,
# without a window, whether it has it. From an archive of Follicle, what is
# beside this script is installed; from a checkout, it is built first.
set -euo pipefail

here=$(realpath "$(dirname "$0")")
# shellcheck source=scripts/places.sh
. "$here/places.sh"
# shellcheck source=scripts/gimp.sh
. "$here/gimp.sh"

# Builds a set out of the checkout that this script is in.
build_set () {
  # shellcheck source=scripts/packages.sh
  . "$here/packages.sh"
  # shellcheck source=scripts/build.sh
  . "$here/build.sh"
  install_wanted_packages
  build_quietly "$build"
  rm -rf "$set"
  stage_set "$build" "$set"
}

# put FILE MODE TARGET: copies a file and notes it down.
put () {
  install -D -m "$2" "$1" "$3"
  echo "$3" >>"$manifest"
}

# put_all FOLDER TARGET: the same with all files in it.
put_all () {
  local file
  [ -d "$1" ] || return 0
  while IFS= read -r -d '' file; do
    put "$1/$file" 644 "$2/$file"
  done < <(cd "$1" && find . -type f -printf '%P\0')
}

# Everything that the plug-in looks for goes beside it.
put_plug_in () {
  put "$set/$(set_of "$2")/plug-ins/follicle-dots/follicle-dots" 755 \
    "$1/follicle-dots"
  put_all "$set/share/follicle" "$1"
  put_all "$set/share/locale" "$1/locale"
}

# What the plug-in itself offers when one of these is wrong.
put_note () {
  mkdir -p "$1/follicle"
  printf '%q\n' "$here/install.sh" >"$1/follicle/installed-by"
  echo "$1/follicle/installed-by" >>"$manifest"
}

put_operations () {
  put "$set/gegl-0.4/plug-ins/follicle.so" 644 \
    "$1/gegl-0.4/plug-ins/follicle.so"
  put_all "$set/share/locale" "$1/locale"
}

# A GIMP that finds a folder of its own takes over nothing from an older one:
# it has to have made that folder itself.
start_once () {
  [ "$1" != native ] || [ -d "$config/GIMP/$2" ] ||
    run_scheme "$2" 1 >/dev/null 2>&1 || true
}

install_for () {
  local kind=$1 version=$2
  if [ ! -d "$set/$(set_of "$version")" ]; then
    echo "$(name_gimp "$kind" "$version"): left out, this Follicle is for" \
      "$(cd "$set" && echo gimp-* | sed 's/gimp-2/GIMP 2.10/; s/gimp-/GIMP /')."
    return
  fi
  start_once "$kind" "$version"
  put_plug_in "$(plug_in_folder "$kind" "$version")" "$version"
  put_operations "$(data_folder "$kind")"
  put_note "$(data_folder "$kind")"
  n_installed=$((n_installed + 1))
}

# Says of one GIMP whether it lists the procedure and has the operation.
check_gimp () {
  local kind=$1 version=$2 program=$3
  if [ "$kind" != native ]; then
    echo "$(name_gimp "$kind" "$version"): installed, and not started here."
  elif gimp_has_follicle "$version"; then
    echo "Follicle is in GIMP $version: Filters ▸ Scalp"
  else
    echo "${finding:-GIMP $version: Follicle is NOT there.}" >&2
    return 1
  fi
}

if [ -d "$here/gegl-0.4" ]; then
  set=$here
else
  build=${FOLLICLE_USER_BUILD:-$here/../build-user}
  set=$build/set
  build_set
fi

mapfile -t gimps < <(find_gimps)
if [ ${#gimps[@]} -eq 0 ]; then
  echo "There is no GIMP 2.10, 3.0 or 3.2 here. If there is one, start it once" \
    "and run this again." >&2
  exit 1
fi

"$here/uninstall.sh" --quiet
mkdir -p "${manifest%/*}"
: >"$manifest"
n_installed=0
n_bad=0
for gimp in "${gimps[@]}"; do
  IFS=$'\t' read -r kind version program <<<"$gimp"
  install_for "$kind" "$version"
done
sort -u -o "$manifest" "$manifest"
for gimp in "${gimps[@]}"; do
  IFS=$'\t' read -r kind version program <<<"$gimp"
  [ ! -d "$set/$(set_of "$version")" ] ||
    check_gimp "$kind" "$version" "$program" || n_bad=$((n_bad + 1))
done
[ "$n_installed" -gt 0 ] && [ "$n_bad" -eq 0 ]
