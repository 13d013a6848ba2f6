# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# To be sourced: the GIMPs that a person has, and where each looks for plug-ins
# and operations.

config=${XDG_CONFIG_HOME:-$HOME/.config}
data=${XDG_DATA_HOME:-$HOME/.local/share}
# What an installation has put where.
# shellcheck disable=SC2034 # used by those who source this
manifest=$data/follicle/installed-files

FLATPAK=org.gimp.GIMP
flatpak_home=$HOME/.var/app/$FLATPAK

# Those that start from the command line, as lines of kind, version and
# program.
find_native_gimps () {
  local folder program
  local -A seen=()
  IFS=: read -ra folders <<<"$PATH"
  for folder in "${folders[@]}"; do
    for program in "$folder"/gimp-console-2.10 "$folder"/gimp-console-3.*; do
      [ -x "$program" ] || continue
      [ -z "${seen[${program##*/}]:-}" ] || continue
      seen[${program##*/}]=1
      printf 'native\t%s\t%s\n' "${program##*-}" "$program"
    done
  done
}

# The Flatpak, where it is known what its version is.
find_flatpak_gimps () {
  local version folder
  [ -d "$flatpak_home" ] || [ -n "$(command -v flatpak)" ] || return 0
  version=$(flatpak info "$FLATPAK" 2>/dev/null |
    sed -nE 's/^ *Version: *([0-9]+\.[0-9]+).*/\1/p') || true
  if [ -n "$version" ]; then
    printf 'flatpak\t%s\t%s\n' "$version" "$FLATPAK"
    return
  fi
  for folder in "$flatpak_home"/config/GIMP/2.10 "$flatpak_home"/config/GIMP/3.*
  do
    [ ! -d "$folder" ] || printf 'flatpak\t%s\t\n' "${folder##*/}"
  done
}

# AppImages where people keep them, by the version in their names.
find_appimage_gimps () {
  local folder file version
  for folder in "$HOME" "$HOME"/{Applications,AppImages,Desktop,Downloads} \
    "$HOME"/{bin,.local/bin} /opt; do
    for file in "$folder"/{GIMP,gimp,Gimp}*.AppImage; do
      [ -x "$file" ] || continue
      version=$(sed -nE 's/.*-([23]\.[0-9]+)(\.[0-9]+)?[-.].*/\1/p' \
        <<<"${file##*/}")
      [ -z "$version" ] || printf 'appimage\t%s\t%s\n' "$version" "$file"
    done
  done | sort -u
}

# A GIMP that was run once, but is not where this looks.
find_unseen_gimps () {
  local folder
  for folder in "$config"/GIMP/2.10 "$config"/GIMP/3.*; do
    [ ! -d "$folder" ] || printf 'unseen\t%s\t\n' "${folder##*/}"
  done
}

# find_gimps: all, as lines of kind, version and program, with tabs between;
# of a folder that a GIMP was found for, no line more.
find_gimps () {
  local found
  found=$(find_native_gimps; find_appimage_gimps)
  [ -z "$found" ] || echo "$found"
  find_flatpak_gimps
  find_unseen_gimps | while IFS=$'\t' read -r kind version _; do
    cut -f 2 <<<"$found" | grep -qx "$version" ||
      printf '%s\t%s\t\n' "$kind" "$version"
  done
}

# name_gimp KIND VERSION: as people call it.
name_gimp () {
  case $1 in
    native) echo "GIMP $2" ;;
    flatpak) echo "GIMP $2 (Flatpak)" ;;
    appimage) echo "GIMP $2 (AppImage)" ;;
    unseen) echo "GIMP $2 (its program was not found)" ;;
  esac
}

# plug_in_folder KIND VERSION: where the plug-in belongs.
plug_in_folder () {
  if [ "$1" = flatpak ]; then
    echo "$flatpak_home/config/GIMP/$2/plug-ins/follicle-dots"
  else
    echo "$config/GIMP/$2/plug-ins/follicle-dots"
  fi
}

# data_folder KIND: in which operations and their translations belong.
data_folder () {
  if [ "$1" = flatpak ]; then echo "$flatpak_home/data"; else echo "$data"; fi
}

# set_of VERSION: the folder of a set that is for it.
set_of () {
  echo "gimp-${1%%.*}"
}
