#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# other-machines.sh [arm64|s390x]...
#
# Compiles for other processors and runs there, by emulation, what has to be
# the same everywhere: the point set to the bit, and the pictures of
# tests/print-golden.c, of which it is told whose bits differ. s390x has its
# bytes the other way round. Libraries are downloaded and unpacked into a cache
# of ours; nothing is installed but compilers and QEMU. Takes some minutes a
# processor, and is no part of CI.
set -euo pipefail

checkout=$(realpath "$(dirname "$0")/..")
cache=${XDG_CACHE_HOME:-$HOME/.cache}/follicle/machines
# shellcheck source=scripts/packages.sh
. "$checkout/scripts/packages.sh"

# get_libraries ARCHITECTURE FOLDER: what programs of ours need, unpacked.
get_libraries () {
  local architecture=$1 folder=$2 apt package
  [ ! -e "$folder/.complete" ] || return 0
  mkdir -p "$folder/apt/lists/partial" "$folder/apt/cache/archives/partial"
  : >"$folder/apt/status"
  apt=(apt-get -qq -o "APT::Architecture=$architecture"
    -o "APT::Architectures::=$architecture" -o "Dir::State=$folder/apt"
    -o "Dir::State::status=$folder/apt/status" -o "Dir::Cache=$folder/apt/cache"
    -o Debug::NoLocking=1 -o Acquire::Languages=none -o APT::Sandbox::User=root)
  "${apt[@]}" update
  "${apt[@]}" -y --no-install-recommends --download-only install \
    libgegl-dev libc6-dev libgcc-12-dev >/dev/null
  for package in "$folder"/apt/cache/archives/*.deb; do
    dpkg-deb -x "$package" "$folder"
  done
  rm -rf "$folder/apt"
  touch "$folder/.complete"
}

# compile PROGRAM SOURCE...: with the flags of the libraries in $root.
compile () {
  local program=$1 flags
  shift
  read -ra flags < <(PKG_CONFIG_SYSROOT_DIR=$root \
    PKG_CONFIG_LIBDIR=$root/usr/lib/$triple/pkgconfig:$root/usr/share/pkgconfig \
    pkg-config --cflags --libs gegl-0.4)
  "$triple-gcc" --sysroot="$root" -O2 -std=gnu11 -w -ffp-contract=off \
    -DGEGL_OP_BUNDLE -DGETTEXT_PACKAGE='"follicle"' -DFOLLI_VERSION='"0"' \
    -I"$checkout/plug-in/ops" -I"$checkout/plug-in/engine" \
    -I"$checkout/include" -o "$program" "$@" "${flags[@]}" -lm \
    -Wl,-rpath-link,"$root/usr/lib/$triple:$root/lib/$triple" \
    -Wl,--allow-shlib-undefined
}

check_machine () {
  local architecture=$1 triple=$2 emulator=$3 root=$cache/$1 sources
  local engine=$checkout/plug-in/engine tests=$checkout/tests
  get_libraries "$architecture" "$root"
  compile "$work/points" "$tests/print-tile-checksum.c" \
    "$tests/tile-checksum.c" "$engine"/{candidates,patch,rank,tile}.c
  if "$emulator" -L "$root" "$work/points"; then
    echo "$architecture: the point set is the same to the bit"
  else
    echo "$architecture: the point set DIFFERS"
    status=1
  fi
  mapfile -t sources < <(find "$engine" "$checkout/plug-in/ops" -name '*.c' \
    ! -name module.c)
  compile "$work/pictures" "$tests/print-golden.c" "${sources[@]}"
  BABL_TOLERANCE=0.0 BABL_PATH=/usr/lib/$triple/babl-0.1 \
    GEGL_PATH=/usr/lib/$triple/gegl-0.4 \
    "$emulator" -L "$root" "$work/pictures" >"$work/found" 2>/dev/null
  echo "$architecture: bits that differ are in these pictures:"
  { diff <(sort "$tests/golden.txt") <(sort "$work/found") || true; } |
    sed -n 's/^> \([^ ]*\).*/  \1/p'
}

install_packages qemu-user gcc-aarch64-linux-gnu gcc-s390x-linux-gnu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
status=0
for architecture in "${@:-arm64}"; do
  case $architecture in
    arm64) check_machine arm64 aarch64-linux-gnu qemu-aarch64 ;;
    s390x) check_machine s390x s390x-linux-gnu qemu-s390x ;;
    *) echo "usage: $0 [arm64|s390x]..." >&2; exit 2 ;;
  esac
done
exit "$status"
