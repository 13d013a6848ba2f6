#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs the packages that building, testing and running need, where some
# are missing. Does nothing, and needs no network, where all are there.
# Run it, or source it for its functions.
set -euo pipefail

# Debian 12 has GIMP 2.10, everything after it GIMP 3.
gimp_major () {
  local version
  version=$(. /etc/os-release && echo "${VERSION_ID:-}")
  if [ "$version" = 12 ]; then echo 2; else echo 3; fi
}

# The packages that building needs on this distribution, one a line.
build_packages () {
  printf '%s\n' gcc libc6-dev meson ninja-build pkg-config gettext \
    libglib2.0-dev libgegl-dev liblcms2-dev
  if [ "$(gimp_major)" = 2 ]; then
    echo libgimp2.0-dev
  else
    echo libgimp-3.0-dev
  fi
}

# Those that running the tests and scripts needs, too.
wanted_packages () {
  build_packages
  printf '%s\n' gegl gimp xvfb xauth xdotool parallel file rsync \
    poppler-utils libimage-exiftool-perl appstream
  # Each version of them finds something else: one is held to.
  if [ "$(gimp_major)" = 2 ]; then
    printf '%s\n' clang-tidy shellcheck
  else
    echo python3-gi
  fi
}

# Those of the packages named that are not installed, one a line.
missing_packages () {
  local package
  for package in "$@"; do
    dpkg-query --show --showformat='${db:Status-Status}' "$package" \
      2>/dev/null | grep -qx installed || echo "$package"
  done
}

# Installs those of the packages named that are missing.
install_packages () {
  local missing as_root=()
  if [ -z "$(command -v dpkg-query)" ]; then
    echo "This is not a Debian: the packages are taken for granted ($*)."
    return
  fi
  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -gt 0 ] || return 0

  echo "Installing what is missing: ${missing[*]}"
  if [ "$(id -u)" -ne 0 ]; then
    if [ -z "$(command -v sudo)" ]; then
      echo "Not root, and no sudo. As root: apt-get install ${missing[*]}" >&2
      return 1
    fi
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get -q update
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
    --no-install-recommends install "${missing[@]}" </dev/null
}

install_wanted_packages () {
  local wanted
  mapfile -t wanted < <(wanted_packages)
  install_packages "${wanted[@]}"
}

if [ "$0" = "${BASH_SOURCE[0]}" ]; then
  install_wanted_packages
fi
