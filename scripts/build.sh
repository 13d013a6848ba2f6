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

# stage_set BUILD FOLDER: puts what was built into a folder that holds all that
# Follicle needs and works wherever it is moved to: gimp-2 and gimp-3 with
# the plug-in, gegl-0.4 with the operations, share with what both look for.
# What else is named, are options of `meson install`.
stage_set () {
  local build=$1 set=$2 staged file major
  shift 2
  staged=$(mktemp -d)
  DESTDIR=$staged meson install -C "$build" --no-rebuild --quiet "$@" >/dev/null
  while read -r file; do
    major=${file##*/gimp/}
    install -D "$file" "$set/gimp-${major%%.*}/${file#*/gimp/*/}"
  done < <(find "$staged" -path '*/gimp/*/plug-ins/follicle-dots/follicle-dots')
  install -D -m 644 "$(find "$staged" -name follicle.so)" \
    "$set/gegl-0.4/plug-ins/follicle.so"
  cp -R "$(find "$staged" -type d -name share)" "$set/"
  rm -rf "$staged"
}

# stage_archive BUILD FOLDER: the same, with what installs it and looks after
# it.
stage_archive () {
  local checkout
  checkout=$(dirname "${BASH_SOURCE[0]}")/..
  stage_set "$@"
  cp "$checkout"/scripts/{install,uninstall,doctor,places,gimp}.sh "$2/"
  cp "$checkout"/{COPYING,VERSION} "$checkout/packaging/README" "$2/"
}
