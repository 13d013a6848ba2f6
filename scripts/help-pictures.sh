#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Makes the pictures of doc/help again: each window of the plug-in, open over
# the rendered head in GIMP 2.10. Builds nothing; a build folder that is not
# ./build is named by FOLLICLE_BUILD.
set -euo pipefail

checkout=$(realpath "$(dirname "$0")/..")
build=${FOLLICLE_BUILD:-$checkout/build}
help=$checkout/doc/help/en
work=$(mktemp -d)

# shellcheck source=scripts/packages.sh
. "$checkout/scripts/packages.sh"
# shellcheck source=scripts/gimp.sh
. "$checkout/scripts/gimp.sh"
if [ -z "$(command -v import)" ] || [ -z "$(command -v xdotool)" ] ||
     [ -z "$(command -v openbox)" ]; then
  install_packages imagemagick xdotool xvfb openbox
fi

jobs=()
trap 'kill "${jobs[@]}" 2>/dev/null || true; rm -rf "$work"' EXIT

start_screen () {
  mkfifo "$work/display"
  Xvfb -displayfd 1 -screen 0 1366x900x24 -nolisten tcp \
    >"$work/display" 2>/dev/null &
  jobs+=($!)
  DISPLAY=:$(head -n 1 "$work/display")
  export DISPLAY
  openbox 2>/dev/null &
  jobs+=($!)
}

# wait_for TITLE: sets window
wait_for () {
  local n
  for n in $(seq 150); do
    window=$(xdotool search --onlyvisible --name "^$1\$" | tail -n 1) || true
    [ -z "$window" ] || return 0
    sleep 0.2
  done
  echo "The window \"$1\" did not appear after $n tries." >&2
  exit 1
}

wait_for_end () {
  while xdotool search --onlyvisible --name "^$1\$" >/dev/null 2>&1; do
    sleep 0.2
  done
}

# picture NAME [OPERATION...]: of the window, in as many colours as it needs
picture () {
  local name=$1
  shift
  xdotool windowfocus "$window" mousemove 1360 890
  sleep 4
  import -window "$window" "$work/$name.png"
  convert "$work/$name.png" "$@" -strip -quality 85 "$help/$name.jpg"
}

close () {
  xdotool windowfocus "$window" key Escape || true
  wait_for_end "$1"
}

# window_picture TITLE NAME [OPERATION...]: and closes the window
window_picture () {
  local title=$1
  shift
  wait_for "$title"
  picture "$@"
  close "$title"
}

"$build/tests/render-head" --pixels-per-cm 40 --skin light --case norwood-6 \
  --hair-density 240 --hair-mm 0.09 --hair-length 1 --shade "#1c1613" \
  --blur 0.6 "$work/head.png" "$work/mask.png"

use_build "$build" "$work/profile" 2.10
start_screen
cat >"$work/windows.scm" <<END
(define image (car (gimp-file-load RUN-NONINTERACTIVE
  $(scheme_string "$work/head.png") "head.png")))
(define photo (car (gimp-image-get-active-layer image)))
(define mask (car (gimp-file-load-layer RUN-NONINTERACTIVE image
  $(scheme_string "$work/mask.png"))))
(gimp-image-insert-layer image mask 0 1)
(gimp-item-set-name mask "mask")
(gimp-item-set-visible mask FALSE)
(gimp-image-set-active-layer image photo)
(define (ask run) (catch #f (run)))
(gimp-image-add-sample-point image 800 910)
(gimp-image-add-sample-point image 847 910)
(ask (lambda () (plug-in-follicle-scale RUN-INTERACTIVE image photo 11.7 "auto" 0)))
(plug-in-follicle-scale RUN-NONINTERACTIVE image photo 11.7 "auto" 40)
(ask (lambda () (plug-in-follicle-hairline RUN-INTERACTIVE image photo
                  "mature" 0 0 0 "sample-points" "hairline")))
(gimp-context-set-sample-threshold 0.5)
(gimp-image-select-color image CHANNEL-OP-REPLACE mask '(255 255 255))
(ask (lambda () (plug-in-follicle-dots RUN-INTERACTIVE image photo
                  "buzz-cut" "" "" "" 0 -1 0 "layer:mask" "auto" 0)))
(gimp-image-select-ellipse image CHANNEL-OP-REPLACE 490 500 120 150)
(gimp-selection-save image)
(gimp-item-set-name (car (gimp-image-get-active-drawable image)) "hair")
(gimp-image-set-active-layer image photo)
(ask (lambda () (plug-in-follicle-match RUN-INTERACTIVE image photo
                  "channel:hair" "" "")))
(gimp-image-select-ellipse image CHANNEL-OP-REPLACE 590 500 100 150)
(ask (lambda () (plug-in-follicle-fill-up RUN-INTERACTIVE image photo
                  "channel:hair" "" "selection" "")))
(gimp-selection-none image)
(plug-in-follicle-dots RUN-NONINTERACTIVE image photo
  "buzz-cut" "" "" "" 0 -1 0 "layer:mask" "auto" 0)
(define dots (car (gimp-image-get-active-layer image)))
(ask (lambda () (plug-in-follicle-count RUN-INTERACTIVE image dots)))
(ask (lambda () (plug-in-follicle-sheet RUN-INTERACTIVE image dots
                  "before-after" "" "" "" "a4" "")))
END
gimp-2.10 --no-splash -d -f -b "(load $(scheme_string "$work/windows.scm"))" \
  >"$work/log" 2>&1 &
jobs+=($!)

window_picture "Set Scale" scale-dialog
window_picture "Design Hairline" hairline-dialog -resize 800x
wait_for "Follicle Dots"
sleep 20
picture dots-dialog -resize 1000x
close "Follicle Dots"
window_picture "Match Hair" match-dialog
window_picture "Fill Up Thin Hair" fill-up-dialog
window_picture "Count Dots" count-dialog
window_picture "Consultation Sheet" sheet-dialog

# The route of nine clicks, as its test goes it: no window is managed there, and
# a dialog is in the corner.
FOLLICLE_PICTURES=$work meson test -C "$build" --no-rebuild route-2 >/dev/null
convert "$work/line.png" -crop 776x603+0+0 +repage -resize 640x -strip \
  -quality 85 "$help/route-line.jpg"
convert "$work/dots.png" -crop 978x728+0+0 +repage -resize 800x -strip \
  -quality 85 "$help/route-dots.jpg"

convert "$checkout/doc/before-after.jpg" -resize 480x -strip -quality 85 \
  "$help/before-after.jpg"
convert "$checkout/doc/sheet.jpg" -strip -quality 85 "$help/sheet.jpg"
