#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# package.sh all [FOLDER]      makes whatever can be downloaded, each in a
#                              Debian that has its GIMP: needs root
# package.sh archive [FOLDER]  the archive for the GIMP of this distribution,
#                              which installs without a compiler
# package.sh deb [FOLDER]      the package for this Debian, with what lintian
#                              says of it
#
# What is made of the same sources in the same Debian is the same to the byte.
# FOLDER is out/ where it is not named.
set -euo pipefail

checkout=$(realpath "$(dirname "$0")/..")
version=$(cat "$checkout/VERSION")
metainfo=$checkout/packaging/org.gimp.GIMP.Plugin.Follicle.metainfo.xml
# shellcheck source=scripts/packages.sh
. "$checkout/scripts/packages.sh"
# shellcheck source=scripts/build.sh
. "$checkout/scripts/build.sh"

# All that is made bears the day of the release.
SOURCE_DATE_EPOCH=$(date --utc +%s --date="$(
  sed -n '/<release /{s/.* date="\([^"]*\)".*/\1/p;q}' "$metainfo")")
export SOURCE_DATE_EPOCH LC_ALL=C.UTF-8 TZ=UTC

# The sources without what was built from them.
copy_sources () {
  mkdir -p "$1"
  tar -C "$checkout" --exclude='./build*' --exclude=./out --exclude='./.git*' \
    --exclude=__pycache__ -c . | tar -C "$1" -x --no-same-owner
}

# pack FOLDER ARCHIVE: with nothing in it of this machine or this hour.
pack () {
  tar -C "$(dirname "$1")" --sort=name --format=gnu --mtime="@$SOURCE_DATE_EPOCH" \
    --owner=0 --group=0 --numeric-owner --mode=go=rX,u+rw \
    -c "${1##*/}" | gzip -9 -n >"$2"
}

# install_for_building [PACKAGE...]
install_for_building () {
  local packages
  mapfile -t packages < <(build_packages)
  install_packages "${packages[@]}" "$@"
}

make_archive () {
  local series name set
  series=$(gimp_major | sed 's/^2$/2.10/')
  name=follicle-$version-gimp-$series-linux-$(uname -m)
  set=$work/$name
  install_for_building
  # Where the checkout is would be in the program, where assertions name files.
  copy_sources "$work/source"
  # shellcheck source=scripts/build.sh
  . "$work/source/scripts/build.sh"
  build_quietly "$work/source/build" -Dgimp="$(gimp_major)" -Dtests=false \
    -Ddebug=false
  stage_archive "$work/source/build" "$set" --strip
  pack "$set" "$out/$name.tar.gz"
  echo "$out/$name.tar.gz"
}

# Packages of later Debians count as newer.
debian_number () {
  case $(. /etc/os-release && echo "${VERSION_CODENAME:-}") in
    bookworm) echo 12 ;;
    trixie) echo 13 ;;
    forky) echo 14 ;;
    *)
      echo "Packages are made on Debian 12, 13 and forky only." >&2
      return 1
      ;;
  esac
}

write_changelog () {
  printf '%s\n' "follicle ($version+deb$1) unstable; urgency=medium" "" \
    "  * What is new: usr/share/metainfo." "" \
    " -- $(sed -n 's/^Maintainer: //p' debian/control)  $(
      date --utc --rfc-email --date="@$SOURCE_DATE_EPOCH")" >debian/changelog
}

make_deb () {
  local number suppressed=() source=$work/follicle-$version
  number=$(debian_number)
  install_for_building build-essential debhelper fakeroot lintian
  copy_sources "$source"
  cp -R "$source/packaging/debian" "$source/debian"
  (cd "$source" && write_changelog "$number" &&
    dpkg-buildpackage --build=binary --unsigned-changes >"$work/log" 2>&1) || {
    cat "$work/log" >&2
    return 1
  }
  # The project has no home page that the metainfo could name; a test of the
  # sources holds all else that appstreamcli looks for. Debian 12's lintian
  # refuses the tag, which it does not know.
  [ "$number" = 12 ] ||
    suppressed=(--suppress-tags appstream-metadata-validation-failed)
  lintian "${suppressed[@]}" \
    --fail-on error,warning --tag-display-limit 0 --allow-root \
    "$work"/follicle_*.changes
  cp "$work/gimp-follicle_$version+deb${number}_$(dpkg --print-architecture).deb" \
    "$out/"
  echo "$out/gimp-follicle_$version+deb${number}_$(dpkg --print-architecture).deb"
}

# make_in SUITE WHAT: in another Debian, out of which it is copied.
make_in () {
  local made=${XDG_CACHE_HOME:-$HOME/.cache}/follicle/roots/$1/var/tmp/packages
  rm -rf "$made"
  "$checkout/scripts/in-root.sh" "$1" scripts/package.sh "$2" /var/tmp/packages
  cp "$made"/* "$out/"
}

make_all () {
  make_in bookworm archive
  make_in trixie archive
  for suite in bookworm trixie forky; do make_in "$suite" deb; done
  (cd "$out" && sha256sum follicle-*.tar.gz gimp-follicle_*.deb >SHA256SUMS)
  echo "All is in $out:"
  cat "$out/SHA256SUMS"
}

what=${1:-}
case $what in
  all | archive | deb) ;;
  *)
    sed -n '/^# package.sh/,/^$/{/^#/s/^# \{0,1\}//p}' "$0" >&2
    exit 2
    ;;
esac
out=$(realpath -m "${2:-$checkout/out}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$out"
"make_$what"
