# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen that nobody sees, and somebody who presses keys on it."""

import contextlib
import os
import subprocess
import threading
import time


@contextlib.contextmanager
def screen():
    """Yields the name of a screen."""
    server = subprocess.Popen(
        ['Xvfb', '-displayfd', '1', '-screen', '0', '1200x900x24',
         '-nolisten', 'tcp'],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        yield ':' + server.stdout.readline().decode().strip()
    finally:
        server.terminate()
        server.wait()


def _use(display, *command):
    done = subprocess.run(('xdotool',) + command, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL,
                          env=dict(os.environ, DISPLAY=display))
    return done.stdout.decode().split()


def _press(display, window, key):
    """Lets the key go, too: where a window closes on the press, xdotool ends
    before it does so itself, and the key held down is repeated into whatever
    window comes next.
    """
    _use(display, 'key', '--window', window, key)
    _use(display, 'keyup', key)


def press(display, key):
    """Presses a key over GIMP's main window."""
    _use(display, 'mousemove', '500', '450', 'key', key)
    _use(display, 'keyup', key)


def _wait_for(condition, seconds):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.1)


def answer(display, title, key):
    """Presses a key in a window as soon as it is there. Closes it where that
    is no answer, so that nothing waits for ever.
    """
    def find():
        return _use(display, 'search', '--name', '^%s$' % title)

    _wait_for(find, 60)
    for pressed in (key, 'Escape'):
        time.sleep(1)
        for window in find()[-1:]:
            _press(display, window, pressed)
            _wait_for(lambda: not find(), 20)


def type_into(display, title, keys, pause=1.0, is_last=True):
    """Presses keys one after the other in a window as soon as it is there; a
    number among them is a pause in seconds. After the last of them the window
    is closed unless they have done so.
    """
    def find():
        return _use(display, 'search', '--name', '^%s$' % title)

    _wait_for(find, 60)
    time.sleep(2)
    for key in keys:
        windows = find()
        if not windows:
            return
        if isinstance(key, (int, float)):
            time.sleep(key)
            continue
        _use(display, 'windowfocus', windows[-1])
        _press(display, windows[-1], key)
        time.sleep(pause)
    if not is_last:
        return
    _wait_for(lambda: not find(), 20)
    for window in find():
        _press(display, window, 'Escape')


class Fingers(threading.Thread):
    """Does what a script asks for by writing a line into a file: a key, or a
    key and the title of the window to press it in.
    """

    def __init__(self, display, path):
        super().__init__(daemon=True)
        self.display = display
        self.path = path

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
                if title:
                    answer(self.display, title, key)
                else:
                    press(self.display, key)
            # The script writes the whole file anew, and may be half way.
            n_done = max(n_done, len(lines))
