#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Takes away what install.sh put into the user's folders, and nothing else:
# the user's own presets and GIMP's settings stay.
set -euo pipefail

# shellcheck source=scripts/places.sh
. "$(dirname "$0")/places.sh"

say () {
  [ "${1:-}" = --quiet ] || echo "$2"
}

if [ ! -e "$manifest" ]; then
  say "${1:-}" "Follicle is not installed for this user."
  exit 0
fi

n_files=0
while read -r file; do
  rm -f "$file"
  n_files=$((n_files + 1))
  # Only folders of ours are empty now, or were empty before.
  rmdir --parents --ignore-fail-on-non-empty "$(dirname "$file")" 2>/dev/null ||
    true
done <"$manifest"
rm -f "$manifest"
rmdir --ignore-fail-on-non-empty "$(dirname "$manifest")" 2>/dev/null || true
say "${1:-}" "Follicle is uninstalled: $n_files files taken away."
