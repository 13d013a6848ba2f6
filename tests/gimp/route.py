# SPDX-License-Identifier: GPL-3.0-or-later
"""A person's way from the open photo to the finished mock-up, with the mouse
alone, on a screen that nobody sees.
"""

import json
import os
import subprocess
import tempfile
import threading
import time

import png
import screen

# The rendered head, in pixels.
WIDTH, HEIGHT = 480, 600

# README says nine.
MOST_CLICKS = 9


def render_head(path):
    """Returns where one has to click in the face."""
    said = subprocess.run(
        [os.path.join(os.environ['FOLLICLE_BUILD_ROOT'], 'tests/render-head'),
         '--width=%d' % WIDTH, '--height=%d' % HEIGHT, '--pixels-per-cm=20',
         '--view=0,0', '--landmarks', path, path + '.mask.png'],
        stdout=subprocess.PIPE, check=True).stdout
    marks = json.loads(said)
    return [(marks[name]['x'], marks[name]['y'])
            for name in ('glabella', 'left-eye', 'right-eye')]


class Mouse:
    """Clicks what places.c says there is, and counts."""

    def __init__(self, display):
        self.display = display
        self.n_clicks = 0

    def _list(self):
        for name in os.listdir(os.environ['FOLLICLE_PLACES']):
            # a plug-in that has ended left its file, named after its process
            if not os.path.exists('/proc/' + name):
                continue
            try:
                with open(os.path.join(os.environ['FOLLICLE_PLACES'], name),
                          encoding='utf-8') as file:
                    lines = file.read().splitlines()
            except FileNotFoundError:
                continue
            for line in lines:
                text, *place = line.split('\t')
                yield text, [int(number) for number in place]

    def find(self, text, seconds=30):
        """Where that can be clicked, once it stays there."""
        end = time.monotonic() + seconds
        before = None
        while time.monotonic() < end:
            found = [place for name, place in self._list()
                     if name.startswith(text) and place[2] > 1]
            if found and found[-1] == before:
                return before
            before = found[-1] if found else None
            time.sleep(0.3)
        raise AssertionError('There is no "%s" among %s' % (
            text, sorted({name for name, _ in self._list()})))

    def point(self, x, y):
        """Not in one leap, which menus do not take for a wish."""
        for dx in (2, 0):
            screen.use(self.display, 'mousemove', str(round(x) + dx),
                       str(round(y)))

    def point_at(self, text):
        left, top, width, height = self.find(text)
        self.point(left + min(width, 60) / 2, top + height / 2)

    def click_at(self, x, y):
        self.point(x, y)
        screen.use(self.display, 'click', '1')
        self.n_clicks += 1

    def click(self, text):
        left, top, width, height = self.find(text)
        self.click_at(left + min(width, 60) / 2, top + height / 2)

    def _open(self, entries):
        """Shows the last of the entries: menus in menus open by
        themselves.
        """
        self.click(entries[0])
        for text in entries[1:-1]:
            self.find(text, 10)
            self.point_at(text)
        self.find(entries[-1], 10)

    def list_texts(self):
        """What there is to click."""
        return {text for text, _ in self._list()}

    def close_menus(self, n_levels):
        for _ in range(n_levels):
            screen.press(self.display, 'Escape')

    def show(self, *entries):
        """In menus, the last of the entries. GIMP on a busy machine loses the
        click that opens them: it is made again then, as people do, and counted
        once.
        """
        n_before = self.n_clicks
        for tries_left in reversed(range(5)):
            try:
                self._open(entries)
                break
            except AssertionError:
                if not tries_left:
                    raise
                self.close_menus(len(entries))
                self.n_clicks = n_before

    def choose(self, *entries):
        self.show(*entries)
        self.click(entries[-1])


class Route(threading.Thread):
    """Goes it while GIMP shows the photo; `wrong` is what went wrong."""

    def __init__(self, display, face):
        super().__init__(daemon=True)
        self.mouse = Mouse(display)
        self.face = face
        self.wrong = ''

    def keep(self, name, seconds=8):
        """A picture of the screen, where somebody wants one."""
        folder = os.environ.get('FOLLICLE_PICTURES')
        if folder:
            screen.use(self.mouse.display, 'mousemove', '1190', '890')
            time.sleep(seconds)
            png.write(os.path.join(folder, name + '.png'), screen.look())

    def click_face(self):
        left, top, width, height = self.mouse.find('area')
        scale = min(width / WIDTH, height / HEIGHT)
        for x, y in self.face:
            self.mouse.click_at(left + width / 2 + (x - WIDTH / 2) * scale,
                                top + height / 2 + (y - HEIGHT / 2) * scale)

    def wait_for_photo(self):
        """A window that is still coming would come over its own menus."""
        end = time.monotonic() + 60
        while time.monotonic() < end and not screen.use(
                self.mouse.display, 'search', '--onlyvisible', '--name',
                'head.*GIMP'):
            time.sleep(0.3)
        screen.wait_until_still()

    def go(self):
        self.wait_for_photo()
        self.mouse.choose('Filters', 'Scalp', 'Design Hairline')
        self.click_face()
        self.keep('line')
        self.mouse.click('OK')
        self.mouse.choose('Filters', 'Scalp', 'Follicle Dots')
        self.mouse.find('Split view')
        self.keep('dots', 30)
        self.mouse.click('OK')

    def run(self):
        try:
            self.go()
        except AssertionError as wrong:
            self.wrong = str(wrong)
            self.keep('wrong')


def places():
    """A folder for what places.c writes, as long as it is kept."""
    folder = tempfile.TemporaryDirectory(prefix='follicle-places-')
    os.environ['FOLLICLE_PLACES'] = folder.name
    return folder
