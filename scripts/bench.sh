#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# bench.sh [OPTIONS]
#
# Installs what is missing, builds for release, and times the operations in
# memory beside a plain copy and a Gaussian blur. Prints the report, and keeps
# it in the build folder as benchmark.md and, for machines, benchmark.json.
#
# OPTIONS are the benchmark's: --large for 100 megapixels too (6 GiB of
# memory), --seconds S for how long each comparison goes on (1), --only TEXT for
# what has that in its name. doc/speed.md says how to read what comes out.
# FOLLICLE_BENCH_BUILD is the build folder, build-bench/ where it is not set.
set -euo pipefail

checkout=$(realpath "$(dirname "$0")/..")
build=${FOLLICLE_BENCH_BUILD:-$checkout/build-bench}
# shellcheck source=scripts/packages.sh
. "$checkout/scripts/packages.sh"
# shellcheck source=scripts/build.sh
. "$checkout/scripts/build.sh"

install_wanted_packages
build_quietly "$build" -Dbuildtype=release -Dgimp=none

# GEGL's own operations alone: a user's Follicle is not the one just built.
GEGL_PATH=$(pkg-config --variable=pluginsdir gegl-0.4)
export GEGL_PATH
"$build/tests/bench/follicle-bench" --json "$build/benchmark.json" "$@" |
  tee "$build/benchmark.md"
echo "Kept in $build: benchmark.md, benchmark.json" >&2
