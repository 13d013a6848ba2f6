# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# To be sourced: building the checkout that this file is part of.

# build FOLDER [OPTIONS]: the options are Meson's, and matter when the folder
# is new.
build () {
  local folder=$1
  shift
  [ -e "$folder/build.ninja" ] ||
    meson setup "$folder" "$(dirname "${BASH_SOURCE[0]}")/.." "$@"
  ninja -C "$folder"
}

# The same, with the compiler's words only where it fails.
build_quietly () {
  local log status=0
  log=$(mktemp)
  echo "Building in $1"
  build "$@" >"$log" 2>&1 || status=$?
  [ "$status" -eq 0 ] || cat "$log" >&2
  rm -f "$log"
  return "$status"
}
