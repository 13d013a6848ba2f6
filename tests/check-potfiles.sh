#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-potfiles.sh CHECKOUT: whether po/POTFILES names every source that has
# text for users, and no other, and whether plural forms are looked up in our
# catalogue, as _() is, and not in the program's.
cd "$1" || exit 1
echo 1..2
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

foreign=$(grep -rnE '(^|[^A-Za-z_])ngettext ?\(' plug-in)
if [ -z "$foreign" ]; then
  echo "ok 2 /po/plurals/are-looked-up-in-our-catalogue"
else
  echo "not ok 2 /po/plurals/are-looked-up-in-our-catalogue"
  echo "$foreign" | sed 's/^/# /'
fi
