# SPDX-License-Identifier: GPL-3.0-or-later
"""How long the dialog of GIMP 2.10 takes over a photo of 24 megapixels: from
the call to its window, to the photo in its view, to the dots there, and to the
last of the looks' pictures. Three times in one GIMP, as a new plug-in each.
"""

import hashlib
import os
import tempfile
import threading
import time

import gimp2
import screen
from gimp2 import case

N_TURNS = 3
TITLE = '^Follicle Dots$'
# What comes after so long was not waited for.
STILL_S = 15
MOST_S = 120
# The view is so much of the dialog, from its left, and its middle is there: a
# grey of a half before the photo is.
VIEW_SHARE = 0.42
MIDDLE = 0.22, 0.4
GREY = 120, 136


class Watch(threading.Thread):
    """Waits for the mark of a turn, and notes when what is on the screen
    changes; closes the dialog in the end.
    """

    def __init__(self, display, folder):
        super().__init__(daemon=True)
        self.display = display
        self.folder = folder
        self.turns = []

    def run(self):
        for turn in range(N_TURNS):
            mark = os.path.join(self.folder, 'mark-%d' % turn)
            while not os.path.exists(mark):
                time.sleep(0.01)
            self.turns.append(self.watch(time.monotonic()))

    def find(self):
        return screen.use(self.display, 'search', '--onlyvisible', '--name',
                           TITLE)[-1:]

    def watch(self, start):
        """Seconds to the window, to the photo, and to each change of the view
        and of all else.
        """
        while not self.find():
            time.sleep(0.01)
        window = self.find()[0]
        shown, photo, view, rest = time.monotonic() - start, [], [], []
        before = None
        while self.is_awaited(start, [shown] + view + rest):
            now, is_photo = self.look(window)
            seconds = time.monotonic() - start
            if is_photo and not photo:
                photo.append(seconds)
            for times, old, new in zip((view, rest), before or now, now):
                if old != new:
                    times.append(seconds)
            before = now
            time.sleep(0.02)
        screen.press_in(self.display, window, 'Escape')
        return shown, photo, view, rest

    @staticmethod
    def is_awaited(start, times):
        now = time.monotonic() - start
        return now - max(times) < STILL_S and now < MOST_S

    def look(self, window):
        """Of what the view shows, and of what the rest of the dialog does; and
        whether the photo is in the view.
        """
        place = dict(line.split('=') for line in screen.use(
            self.display, 'getwindowgeometry', '--shell', window))
        left, top, width, height = (
            int(place[name]) for name in ('X', 'Y', 'WIDTH', 'HEIGHT'))
        stride, data, _ = screen.read_bytes()
        border = left + int(VIEW_SHARE * width)
        parts = hashlib.md5(), hashlib.md5()
        for row in range(top * stride, (top + height) * stride, stride):
            parts[0].update(data[row + 4 * left:row + 4 * border])
            parts[1].update(data[row + 4 * border:row + 4 * (left + width)])
        middle = ((top + int(MIDDLE[1] * height)) * stride
                  + 4 * (left + int(MIDDLE[0] * width)))
        colors = sorted(data[middle:middle + 4])[1:]
        return ([part.digest() for part in parts],
                colors[0] > 0 and not all(
                    GREY[0] < color < GREY[1] for color in colors))


@case('/bench/dialog-over-24-megapixels')
def bench(stage):
    stage.scheme('''
      (define image (car (gimp-image-new 6000 4000 RGB)))
      (define photo (car (gimp-layer-new image 6000 4000 RGB-IMAGE "photo" 100
                                         LAYER-MODE-NORMAL)))
      (gimp-image-insert-layer image photo 0 0)
      (gimp-context-set-foreground '(210 166 140))
      (gimp-drawable-edit-fill photo FILL-FOREGROUND)
      (plug-in-rgb-noise RUN-NONINTERACTIVE image photo FALSE FALSE
                         0.03 0.03 0.03 0)
      (gimp-image-select-ellipse image CHANNEL-OP-REPLACE 1500 500 3000 2000)
      (gimp-display-new image)
      (usleep 8000000)
      (let loop ((turn 0))
        (if (< turn %d)
            (begin
              (close-output-port (open-output-file
                (string-append {mark} (number->string turn))))
              (catch #f (plug-in-follicle-dots RUN-INTERACTIVE image photo
                          "" "" "" "" 0 120 0 "" "" 0))
              (usleep 2000000)
              (loop (+ turn 1)))))
    ''' % N_TURNS, mark=os.path.join(os.environ['MARKS'], 'mark-'))
    yield
    watch.join(1)
    assert len(watch.turns) == N_TURNS, watch.turns
    print('# window   photo    dots   all looks, in s')
    for shown, photo, view, rest in watch.turns:
        assert photo and view and rest, (photo, view, rest)
        print('# %6.2f  %6.2f  %6.2f  %6.2f'
              % (shown, photo[0], view[-1], max(view + rest)))


if __name__ == '__main__':
    with screen.screen() as display, \
            tempfile.TemporaryDirectory(prefix='follicle-test-') as marks:
        os.environ['MARKS'] = marks
        watch = Watch(display, marks)
        watch.start()
        gimp2.main(display)
