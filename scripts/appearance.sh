#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# appearance.sh [LOOK|NAME=VALUE]...
#
# Prints what looks look like: how much they darken skin of several tones, how
# ashy, how large and clear their dots are, how calm and how grainy the whole
# is. Without a LOOK all of them; parameters that are named replace the looks'
# own, pixels-per-cm (64) among them. Installs what is missing and builds.
set -euo pipefail

checkout=$(realpath "$(dirname "$0")/..")
build=${FOLLICLE_BENCH_BUILD:-$checkout/build-bench}
# shellcheck source=scripts/packages.sh
. "$checkout/scripts/packages.sh"
# shellcheck source=scripts/build.sh
. "$checkout/scripts/build.sh"

install_wanted_packages
build_quietly "$build" -Dbuildtype=release -Dgimp=none
FOLLICLE_PRESETS_PATH=$checkout/presets \
  "$build/tests/appearance/follicle-appearance" "$@"
