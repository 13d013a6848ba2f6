# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen that nobody sees, and somebody who presses keys on it."""

import array
import contextlib
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import threading
import time

import png
import widgets


@contextlib.contextmanager
def screen(width=1200, height=900):
    """Yields the name of a screen; what is on it is in a file of the folder
    that FOLLICLE_SCREEN then names, and what its dialogs have shown in those
    of FOLLICLE_WIDGETS.
    """
    with tempfile.TemporaryDirectory(prefix='follicle-screen-') as folder:
        server = subprocess.Popen(
            ['Xvfb', '-displayfd', '1', '-screen', '0',
             '%dx%dx24' % (width, height), '-nolisten', 'tcp', '-fbdir',
             folder],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        os.environ['FOLLICLE_SCREEN'] = folder
        os.environ['FOLLICLE_WIDGETS'] = os.path.join(folder, 'widgets')
        os.mkdir(os.environ['FOLLICLE_WIDGETS'])
        try:
            yield ':' + server.stdout.readline().decode().strip()
        finally:
            server.terminate()
            server.wait()


def read_bytes():
    """The length of a row of the screen, the pixels' bytes, and whether those
    are turned round.
    """
    with open(os.path.join(os.environ['FOLLICLE_SCREEN'],
                           'Xvfb_screen0'), 'rb') as file:
        data = file.read()
    header = struct.unpack('>25I', data[:100])
    start, n_colors, stride = header[0], header[19], header[12]
    return (stride, data[start + 12 * n_colors:][:stride * header[5]],
            bool(header[7]) != (sys.byteorder == 'big'))


def _read():
    """The screen's width, and its pixels as whole numbers."""
    stride, data, is_turned = read_bytes()
    pixels = array.array('I', data)
    if is_turned:
        pixels.byteswap()
    return stride // 4, array.array('I', (p & 0xffffff for p in pixels))


# GIMP draws a line around the active layer.
EDGE = 4


def crop(picture):
    """Without the edge."""
    return png.draw(picture.width - 2 * EDGE, picture.height - 2 * EDGE,
                    lambda x, y: picture.pixel(x + EDGE, y + EDGE))


def _row_of(picture, y):
    return array.array('I', (
        sum(round(255 * v) << shift for v, shift in zip(
            picture.pixel(x, y), (16, 8, 0)))
        for x in range(picture.width))).tobytes()


def _find(picture):
    """Where on the screen a picture is shown pixel by pixel, or None."""
    width, pixels = _read()
    rows = [_row_of(picture, y) for y in (0, picture.height - 1)]
    data = pixels.tobytes()
    start = data.find(rows[0])
    while start >= 0:
        last = start + (picture.height - 1) * width * 4
        if start % 4 == 0 and data[last:last + len(rows[1])] == rows[1]:
            return start // 4 % width, start // 4 // width
        start = data.find(rows[0], start + 1)
    return None


def _look(place, width, height):
    """What the screen shows there."""
    left, top = place
    stride, pixels = _read()
    return png.draw(width, height, lambda x, y: [
        (pixels[(top + y) * stride + left + x] >> shift & 255) / 255
        for shift in (16, 8, 0)])


def look():
    """All that the screen shows."""
    width, pixels = _read()
    return _look((0, 0), width, len(pixels) // width)


def wait_until_still(still=4, at_most=60):
    """Seconds that nothing changes for, and that are waited for that."""
    end = time.monotonic() + at_most
    since, before = time.monotonic(), None
    while time.monotonic() < min(end, since + still):
        _, pixels = _read()
        if pixels != before:
            since, before = time.monotonic(), pixels
        time.sleep(0.3)


def use(display, *command):
    done = subprocess.run(('xdotool',) + command, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL,
                          env=dict(os.environ, DISPLAY=display))
    return done.stdout.decode().split()


def press_in(display, window, key):
    """Lets the key go, too: where a window closes on the press, xdotool ends
    before it does so itself, and the key held down is repeated into whatever
    window comes next.
    """
    use(display, 'key', '--window', window, key)
    use(display, 'keyup', key)


def press(display, key):
    """Presses a key over GIMP's main window."""
    use(display, 'mousemove', '500', '450', 'key', key)
    use(display, 'keyup', key)


def _wait_for(condition, seconds):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.1)


def answer(display, title, key):
    """Presses a key in a window as soon as it is there. Closes it where that
    is no answer, so that nothing waits for ever.
    """
    def find():
        return use(display, 'search', '--name', '^%s$' % title)

    _wait_for(find, 60)
    for pressed in (key, 'Escape'):
        time.sleep(1)
        for window in find()[-1:]:
            press_in(display, window, pressed)
        _wait_for(lambda: not find(), 20)
        # a window that comes next under the same title is not meant
        if not find():
            return


def type_into(display, title, keys, pause=1.0, is_last=True):
    """Presses keys one after the other in a window as soon as it is there; a
    number among them is a pause in seconds. After the last of them the window
    is closed unless they have done so.
    """
    def find():
        return use(display, 'search', '--name', '^%s$' % title)

    _wait_for(find, 60)
    time.sleep(2)
    for key in keys:
        windows = find()
        if not windows:
            return
        if isinstance(key, (int, float)):
            time.sleep(key)
            continue
        use(display, 'windowfocus', windows[-1])
        press_in(display, windows[-1], key)
        time.sleep(pause)
    if not is_last:
        return
    _wait_for(lambda: not find(), 20)
    for window in find():
        press_in(display, window, 'Escape')


class Eyes:
    """Waits until a picture is on the screen but for its edge, and then sees
    what becomes of it.
    """

    def __init__(self, path):
        self.picture = crop(png.read(path))
        self.place = None

    def wait(self):
        def is_there():
            self.place = _find(self.picture)
            return self.place
        _wait_for(is_there, 30)

    def save(self, path):
        """Once it has stopped to change, in full."""
        seen = [None, None]

        def is_still():
            seen[:] = seen[1], _look(self.place, self.picture.width,
                                     self.picture.height)
            return seen[0] and seen[0].values == seen[1].values
        if not self.place:
            return
        time.sleep(1)
        _wait_for(is_still, 20)
        png.write(path + '.part', seen[1])
        os.rename(path + '.part', path)


class Fingers(threading.Thread):
    """Does what a script asks for by writing a line into a file: a key, or a
    key and the title of the window to press it in, or several keys with commas
    between them and that title; `find` and a picture that is going to be in a
    window; `look` and a file for what is there now; `keep` and a file for what
    the dialog showed last.
    """

    def __init__(self, display, path):
        super().__init__(daemon=True)
        self.display = display
        self.path = path
        self.eyes = None

    def _see(self, wish, path):
        if wish == 'find':
            # The pointer is on the screen, too.
            use(self.display, 'mousemove', '3', '3')
            self.eyes = Eyes(path)
            self.eyes.wait()
        else:
            self.eyes.save(path)

    def _keep(self, path):
        shown = widgets.path_of('Follicle Dots')
        # Where there was none, whoever reads the copy misses it.
        if os.path.exists(shown):
            shutil.copy(shown, path)

    def run(self):
        n_done = 0
        while True:
            time.sleep(0.05)
            if not os.path.exists(self.path):
                continue
            with open(self.path) as file:
                lines = file.read().split('\n')[:-1]
            for line in lines[n_done:]:
                key, _, title = line.partition(' ')
                if key == 'keep':
                    self._keep(title)
                elif key in ('find', 'look'):
                    self._see(key, title)
                elif ',' in key:
                    type_into(self.display, title, key.split(','))
                elif title:
                    answer(self.display, title, key)
                else:
                    press(self.display, key)
            # The script writes the whole file anew, and may be half way.
            n_done = max(n_done, len(lines))
