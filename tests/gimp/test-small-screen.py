# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog on a screen of 1366 by 768, in words that are long and in text
twice as large: it leaves room for its frame, and its buttons can be reached,
in TAP.
"""

import os
import re
import sys
import tempfile
import time
import traceback

import gimp3
import png
import route
import scenes
import screen
import session

WIDTH, HEIGHT = 1366, 768

# What panels and the window's frame take of the height.
FRAME = {'2': 80, '3': 40}[session.MAJOR]

# Languages, the size of text, and what the buttons say that end the dialog.
CASES = (('de_DE', 1, ('OK', 'Abbrechen')), ('de_DE', 2, ('OK', 'Abbrechen')),
         ('ru_RU', 1, ('OK', 'Отм')))

# Opens the dialog over a photo in which something is selected.
ASK = {'2': """
(let* ((image (car (gimp-file-load RUN-NONINTERACTIVE "{photo}" "{photo}")))
       (photo (car (gimp-image-get-active-layer image))))
  (gimp-image-select-ellipse image CHANNEL-OP-REPLACE 3 5 150 120)
  (gimp-display-new image)
  (plug-in-follicle-dots RUN-INTERACTIVE image photo "" "" "" "" 0 -1 0 "" "" 0))
""", '3': """
(script-fu-use-v3)
(let ((image (gimp-file-load RUN-NONINTERACTIVE "{photo}")))
  (gimp-image-select-ellipse image CHANNEL-OP-REPLACE 3 5 150 120)
  (gimp-display-new image)
  (plug-in-follicle-dots #:run-mode RUN-INTERACTIVE #:image image
                         #:drawables (gimp-image-get-layers image)))
"""}


def find_place(display, title, seconds=90):
    """Left, top, width and height of the dialog, once it is there."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        # that of a GIMP which is about to end may still be there
        time.sleep(0.3)
        found = screen.use(display, 'search', '--onlyvisible', '--name',
                           '^%s$' % re.escape(title))
        if not found:
            continue
        # it grows with what it has to say
        screen.wait_until_still(2, 30)
        said = screen.use(display, 'getwindowgeometry', '--shell', found[-1])
        place = dict(line.split('=') for line in said)
        if 'X' in place:
            return [int(place[name]) for name in ('X', 'Y', 'WIDTH', 'HEIGHT')]
    raise AssertionError('no window says "%s"' % title)


def check_inside(inner, outer, what):
    left, top, width, height = inner
    assert (outer[0] <= left and left + width <= outer[0] + outer[2]
            and outer[1] <= top and top + height <= outer[1] + outer[3]), (
                what, inner, outer)


def check(display, photo, language, text_scale, buttons):
    title = session.translate(language, 'Follicle Dots')
    script = ASK[session.MAJOR].replace('{photo}', photo)
    with route.places(), session.running_gimp(display, language, text_scale,
                                              script):
        place = find_place(display, title)
        assert place[2] <= WIDTH and place[3] <= HEIGHT - FRAME, place
        mouse = route.Mouse(display)
        for button in buttons:
            check_inside(mouse.find(button), place, button)


def main():
    print('1..%d' % len(CASES))
    failures = 0
    with screen.screen(WIDTH, HEIGHT) as display, \
            tempfile.TemporaryDirectory(prefix='follicle-test-') as folder:
        photo = os.path.join(folder, 'photo.png')
        png.write(photo, scenes.photo(3))
        for number, (language, text_scale, buttons) in enumerate(CASES, 1):
            wrong = ''
            try:
                check(display, photo, language, text_scale, buttons)
            except Exception:
                wrong = traceback.format_exc()
            gimp3.report(number, '/small-screen/has-room-for-%s-at-%d-percent'
                         % (language[:2], 100 * text_scale), wrong)
            failures += bool(wrong)
    sys.exit(bool(failures))


if __name__ == '__main__':
    main()
