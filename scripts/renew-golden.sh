#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Writes down the checksums of the pictures in tests/print-golden.c, and shows
# which have changed. Say in the commit why they were meant to.
set -euo pipefail

checkout=$(realpath "$(dirname "$0")/..")
build=${FOLLICLE_BUILD:-$checkout/build}
# shellcheck source=scripts/build.sh
. "$checkout/scripts/build.sh"

build_quietly "$build"
golden=$checkout/tests/golden.txt
before=$(mktemp)
trap 'rm -f "$before"' EXIT
[ ! -e "$golden" ] || cp "$golden" "$before"
BABL_TOLERANCE=0.0 "$build/tests/print-golden" > "$golden"
diff "$before" "$golden" && echo "All pictures are as they were."
