#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# in-root.sh SUITE COMMAND...
#
# Runs a command inside another Debian: trixie has GIMP 3.0, forky GIMP 3.2.
# The Debian is made when there is none, and kept for the next time. This
# checkout is there at the same place, read-only; what the command writes to
# /var/tmp stays in the Debian. Needs root.
set -euo pipefail

if [ $# -lt 2 ]; then
  echo "usage: $0 SUITE COMMAND..." >&2
  exit 2
fi
suite=$1
shift

checkout=$(realpath "$(dirname "$0")/..")
root=${XDG_CACHE_HOME:-$HOME/.cache}/follicle/roots/$suite
# shellcheck source=scripts/packages.sh
. "$checkout/scripts/packages.sh"

make_root () {
  install_packages debootstrap debian-archive-keyring util-linux
  echo "Making a $suite root in $root"
  rm -rf --one-file-system "$root"
  mkdir -p "$root"
  # A suite newer than debootstrap itself has no script of its own; all
  # Debians of today are made like sid. The mirror is left to debootstrap.
  nice debootstrap --variant=minbase --include=ca-certificates \
    "$suite" "$root" "" /usr/share/debootstrap/scripts/sid
  # How this machine reaches the archive (proxies, validity) holds there too.
  apt-config dump | grep -E '^Acquire::(https?::|Check-|Force|Retries)' \
    >"$root/etc/apt/apt.conf.d/80acquire" || true
  touch "$root/.complete"
}

# Mounts what programs expect, then becomes the command. Everything goes away
# with the namespaces when the command ends, its background jobs included.
enter_root () {
  mount -t proc proc "$root/proc"
  mount -t tmpfs tmpfs "$root/dev/shm"
  mkdir -p "$root$checkout"
  mount --bind "$checkout" "$root$checkout"
  mount -o remount,bind,ro "$root$checkout"
  cp --dereference /etc/resolv.conf "$root/etc/resolv.conf"
  exec chroot "$root" /usr/bin/env -i HOME=/root LANG=C.UTF-8 \
    PATH=/usr/sbin:/usr/bin:/sbin:/bin CI="${CI:-}" \
    FOLLICLE_BUILD="/var/tmp/build$checkout" \
    sh -c "cd \"\$0\" && exec \"\$@\"" "$checkout" "$@"
}

if [ "$(id -u)" -ne 0 ]; then
  echo "A root of another Debian needs root: sudo $0 $suite $*" >&2
  exit 1
fi

mkdir -p "$(dirname "$root")"
exec 9>"$root.lock"
flock 9
[ -e "$root/.complete" ] || make_root
flock -u 9

export root checkout
export -f enter_root
exec unshare --mount --pid --fork --kill-child \
  bash -euc 'enter_root "$@"' enter_root "$@"
