# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# To be sourced: the GIMPs of this machine, and Script-Fu run in one of them
# without a window.

# The versions of the GIMPs that are installed, one a line.
gimp_versions () {
  local version
  for version in 2.10 3.0 3.2; do
    [ -z "$(command -v "gimp-console-$version")" ] || echo "$version"
  done
}

# use_build BUILD FOLDER VERSION: has what is run later use the plug-in, the
# operations and the presets of a build folder, with a profile of its own made
# in FOLDER instead of the user's.
use_build () {
  local build=$1 profile=$2 version=$3
  local plug_in=$build/plug-in/gimp-${version%%.*}/follicle-dots
  local plug_ins name

  export GIMP2_DIRECTORY=$profile GIMP3_DIRECTORY=$profile
  GEGL_PATH=$build/plug-in/ops:$(pkg-config --variable=pluginsdir gegl-0.4)
  FOLLICLE_PRESETS_PATH=$(dirname "${BASH_SOURCE[0]}")/../presets
  export GEGL_PATH FOLLICLE_PRESETS_PATH
  mkdir -p "$profile/plug-ins/follicle-dots"
  ln -s "$plug_in" "$profile/plug-ins/follicle-dots/follicle-dots"
  # A new profile has every plug-in asked what it is. Those that read and write
  # pictures will do, and GIMP starts ten times as fast.
  plug_ins=$(pkg-config --variable=gimplibdir "gimp-${version%%.*}.0")/plug-ins
  for name in script-fu file-png file-jpeg file-tiff file-webp file-heif; do
    [ ! -d "$plug_ins/$name" ] || ln -s "$plug_ins/$name" "$profile/plug-ins/"
  done
  printf '(color-profile-policy keep) (check-updates no) (plug-in-path "%s")\n' \
    "$profile/plug-ins" >"$profile/gimprc"
}

# run_scheme VERSION EXPRESSION: GIMP 3 takes it in its own dialect, version 3
# of Script-Fu. The status tells nothing for 2.10, which always ends with 0:
# have the expression print something.
run_scheme () {
  if [ "$1" = 2.10 ]; then
    gimp-console-2.10 -i -d -f -b "$2" -b '(gimp-quit 0)' </dev/null
  else
    "gimp-console-$1" -i -d -f \
      --batch-interpreter=plug-in-script-fu-eval \
      -b "(script-fu-use-v3) $2" --quit </dev/null
  fi
}

# scheme_string TEXT: as a literal of Scheme.
scheme_string () {
  local text=${1//\\/\\\\}
  printf '"%s"' "${text//\"/\\\"}"
}

# ask_doctor VERSION: an expression that has the plug-in's own doctor say 1 if
# all is well, else 0, and in words what it found.
ask_doctor () {
  local name=
  [ "$1" = 2.10 ] || name='#:run-mode'
  printf '(let ((found (plug-in-follicle-doctor %s RUN-NONINTERACTIVE)))
    (gimp-message (string-append "Follicle: " (number->string (car found)) " "
                                 (cadr found))))' "$name"
}

# gimp_has_follicle VERSION: whether a GIMP lists the plug-in, and this says
# that all is well. If not, $finding has what it says, if it says anything: a
# line on what is wrong, and one on what mends it.
gimp_has_follicle () {
  local said
  said=$(LC_ALL=C.UTF-8 LANGUAGE='' run_scheme "$1" "$(ask_doctor "$1")" 2>&1 |
    sed -n '/-Warning: Follicle: [01] /,/^$/{s/^.*-Warning: Follicle: //;p}') ||
    true
  # shellcheck disable=SC2034 # for those who source this
  finding=${said#? }
  [ "${said%% *}" = 1 ]
}
