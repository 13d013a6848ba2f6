#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Installs what is missing, builds, runs every test. The last line counts
# them: "N passed, N failed, N skipped". FOLLICLE_BUILD is the build folder,
# build/ where it is not set.
set -euo pipefail

checkout=$(realpath "$(dirname "$0")/..")
build=${FOLLICLE_BUILD:-$checkout/build}
# shellcheck source=scripts/packages.sh
. "$checkout/scripts/packages.sh"
# shellcheck source=scripts/build.sh
. "$checkout/scripts/build.sh"

install_wanted_packages
# A GIMP whose plug-in could not be built is an error here, not a test less.
build "$build" -Dgimp="$(gimp_major)"

rm -f "$build/meson-logs/testlog.json"
meson test -C "$build" --no-rebuild --print-errorlogs || true
python3 "$checkout/scripts/count-tests.py" "$build/meson-logs/testlog.json"
