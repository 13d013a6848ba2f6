#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-golden.sh GOLDEN PRINT-GOLDEN: whether the pictures are, to the bit,
# those whose checksums were written down. Lines in TAP. Where they are meant
# to change, scripts/renew-golden.sh writes them down anew.
set -eu

found=$(mktemp)
trap 'rm -f "$found"' EXIT
"$2" > "$found"
count=0
while read -r name sum; do
  count=$((count + 1))
  if grep -qx "$name $sum" "$found"; then
    echo "ok $count - $name"
  else
    echo "not ok $count - $name"
    echo "# written down: $sum, found: $(sed -n "s/^$name //p" "$found")"
  fi
done < "$1"
count=$((count + 1))
if [ "$(cut -d' ' -f1 "$1")" = "$(cut -d' ' -f1 "$found")" ]; then
  echo "ok $count - /golden/every-picture-is-written-down"
else
  echo "not ok $count - /golden/every-picture-is-written-down"
fi
echo "1..$count"
