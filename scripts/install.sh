#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Builds Follicle and puts it into the folders of the user who runs this: for
# GIMP 2.10, 3.0 and 3.2 of the system, and of the Flatpak by its folders.
# Then starts each GIMP, without a window, and asks it whether it has it.
set -euo pipefail

checkout=$(realpath "$(dirname "$0")/..")
build=${FOLLICLE_USER_BUILD:-$checkout/build-user}
data=${XDG_DATA_HOME:-$HOME/.local/share}
config=${XDG_CONFIG_HOME:-$HOME/.config}
flatpak=$HOME/.var/app/org.gimp.GIMP
manifest=$data/follicle/installed-files

# shellcheck source=scripts/packages.sh
. "$checkout/scripts/packages.sh"
# shellcheck source=scripts/build.sh
. "$checkout/scripts/build.sh"
# shellcheck source=scripts/gimp.sh
. "$checkout/scripts/gimp.sh"

# Copies a file for a GIMP that Meson does not know of, and notes it down.
copy_file () {
  install -D "$1" "$2"
  echo "$2" >>"$manifest"
}

# What was built for one GIMP 3 runs in every GIMP 3: 3.0 and 3.2 differ in
# where they look. The Flatpak has a folder of its own for operations.
copy_to_other_gimps () {
  local source folder file
  source=$(grep -m 1 '/GIMP/3\.[0-9]*/plug-ins/follicle-dots/follicle-dots$' \
    "$manifest") || return 0
  source=$(dirname "$source")
  for folder in "$config"/GIMP/3.* "$flatpak"/config/GIMP/3.*; do
    [ -d "$folder" ] || continue
    [ "$folder/plug-ins/follicle-dots" != "$source" ] || continue
    for file in "$source"/*; do
      copy_file "$file" "$folder/plug-ins/follicle-dots/${file##*/}"
    done
  done
  if [ -d "$flatpak" ]; then
    grep '/gegl-0.4/plug-ins/' "$manifest" | while read -r file; do
      copy_file "$file" "$flatpak/data/gegl-0.4/plug-ins/${file##*/}"
    done
    echo "Copied for the Flatpak of GIMP too, which is not started here."
  fi
}

# Says of one GIMP whether it lists the procedure and has the operation.
check_gimp () {
  local version=$1
  if gimp_has_follicle "$version"; then
    echo "Follicle $release is in GIMP $version: Filters ▸ Scalp"
  else
    echo "Follicle $release is NOT in GIMP $version." >&2
    return 1
  fi
}

install_wanted_packages
build_quietly "$build" -Duser-install=true
"$checkout/scripts/uninstall.sh" --quiet
meson install -C "$build" --no-rebuild --quiet
mkdir -p "${manifest%/*}"
# The log names folders too.
while read -r file; do
  [ ! -f "$file" ] || echo "$file"
done <"$build/meson-logs/install-log.txt" >"$manifest"
copy_to_other_gimps

release=$(meson introspect --projectinfo "$build" |
  sed 's/.*"version": "\([^"]*\)".*/\1/; s/\.0$//')
n_gimps=0
n_bad=0
for version in $(gimp_versions); do
  n_gimps=$((n_gimps + 1))
  check_gimp "$version" || n_bad=$((n_bad + 1))
done
if [ "$n_gimps" -eq 0 ]; then
  echo "Follicle is installed, but there is no GIMP here to run it in." >&2
  exit 1
fi
[ "$n_bad" -eq 0 ]
