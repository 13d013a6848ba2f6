# SPDX-License-Identifier: GPL-3.0-or-later
"""Ends the plug-in at random moments of its work."""

import os
import random
import signal
import threading
import time

PATIENCE_S = 60
# A GIMP's kills, and at which moments; more of them, and at others, by
# scripts/kill-often.sh.
KILLS = int(os.environ.get('FOLLICLE_KILLS', '6'))
SEED = int(os.environ.get('FOLLICLE_KILLS_SEED', '1'))


def share(index, n_outputs):
    """How many of the kills fall to one of several outputs."""
    return KILLS // n_outputs + (index < KILLS % n_outputs)


class Killer:
    """Waits for plug-ins that are started from a profile."""

    def __init__(self, folder, seed=SEED):
        self.program = os.path.join(
            folder, 'profile', 'plug-ins', 'follicle-dots',
            'follicle-dots').encode()
        self.random = random.Random(seed)
        self.duration_s = 0.0
        self.n_killed = 0

    def _find(self):
        """The plug-ins that run now; GIMP asks none of them while a test
        runs, so that there is one at most.
        """
        found = []
        for name in os.listdir('/proc'):
            try:
                with open('/proc/%s/cmdline' % name, 'rb') as file:
                    if file.read().split(b'\0')[0] == self.program:
                        found.append(int(name))
            except (OSError, ValueError):
                pass
        return found

    def _wait(self, is_there):
        end = time.monotonic() + PATIENCE_S
        while bool(self._find()) != is_there:
            if time.monotonic() > end:
                raise AssertionError(
                    'the plug-in did not %s' % ('start' if is_there else 'end'))
            time.sleep(0.002)

    def watch(self):
        """How long the plug-in works when nobody ends it."""
        self._wait(True)
        start = time.monotonic()
        self._wait(False)
        self.duration_s = time.monotonic() - start

    def kill(self):
        """Somewhere between its start and its usual end"""
        self._wait(True)
        time.sleep(self.random.uniform(0, self.duration_s))
        for number in self._find():
            try:
                os.kill(number, signal.SIGKILL)
                self.n_killed += 1
            except ProcessLookupError:
                pass
        self._wait(False)

    def during(self, work, action):
        """Does a thing while a thread of its own watches or kills."""
        thread = threading.Thread(target=action)
        thread.start()
        work()
        thread.join()


class Errands(threading.Thread):
    """Does what a script asks for by writing "watch" or "kill" into a file,
    which is gone when that is done.
    """

    def __init__(self, killer, path):
        super().__init__(daemon=True)
        self.killer = killer
        self.path = path

    def _read(self):
        try:
            with open(self.path) as file:
                return file.read()
        except FileNotFoundError:
            return ''

    def run(self):
        while True:
            wish = self._read()
            if wish in ('watch', 'kill'):
                getattr(self.killer, wish)()
                os.remove(self.path)
            time.sleep(0.002)
