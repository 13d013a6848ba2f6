#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-potfiles.sh CHECKOUT: whether po/POTFILES names every source that has
# text for users, and no other.
cd "$1" || exit 1
echo 1..1
marked=$(grep -rlE '(^|[^A-Za-z_])(N_|C_|NC_|_) ?\(("|$)' plug-in |
  LC_ALL=C sort)
named=$(grep '^plug-in/' po/POTFILES | LC_ALL=C sort)
if [ "$marked" = "$named" ]; then
  echo "ok 1 /po/potfiles/names-every-source-with-text"
else
  echo "not ok 1 /po/potfiles/names-every-source-with-text"
  printf '# with text:\n%s\n# in POTFILES:\n%s\n' "$marked" "$named" |
    sed 's/^\([^#]\)/#   \1/'
fi
