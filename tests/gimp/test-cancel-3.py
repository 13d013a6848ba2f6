# SPDX-License-Identifier: GPL-3.0-or-later
"""Cancel ends what the dialog is doing, on 24 megapixels at a scale at which
much has to be worked out; and nothing is left behind.

What the plug-in still does from the key on is told, and not tested: machines
differ.
"""

import functools
import os
import threading
import time

import gimp3
import images3
import killer
import screen
from gimp3 import case
from images3 import Gegl, Gimp

WIDTH, HEIGHT = 6000, 4000
PX_PER_CM = 300
TITLE = 'Follicle Dots'

# Seconds from when the dialog is there until the key.
MOMENTS = (0.2, 1, 4)


def open_photo():
    """Skin with grain, and most of it selected."""
    image = Gimp.Image.new(WIDTH, HEIGHT, Gimp.ImageBaseType.RGB)
    photo = Gimp.Layer.new(image, 'photo', WIDTH, HEIGHT,
                           Gimp.ImageType.RGB_IMAGE, 100,
                           Gimp.LayerMode.NORMAL)
    image.insert_layer(photo, None, 0)
    Gimp.context_set_foreground(Gegl.Color.new('#d2a68c'))
    photo.edit_fill(Gimp.FillType.FOREGROUND)
    grain = Gimp.DrawableFilter.new(photo, 'gegl:noise-rgb', '')
    for name in ('red', 'green', 'blue'):
        grain.get_config().set_property(name, 0.05)
    photo.merge_filter(grain)
    image.select_ellipse(Gimp.ChannelOps.REPLACE, 500, 400, 5000, 3200)
    image.clean_all()
    return image, photo


def state(image):
    return ([(layer.get_id(), layer.get_visible(), layer.get_parasite_list())
             for layer in image.get_layers()],
            [channel.get_id() for channel in image.get_channels()],
            [getattr(Gimp.Selection.bounds(image), name)
             for name in ('x1', 'y1', 'x2', 'y2')],
            image.is_dirty())


def see_some(image):
    """Colours here and there, of what is seen."""
    return [image.pick_color([image.get_layers()[0]], x, y, True, False, 0)[1]
            .get_rgba() for x in range(50, WIDTH, 590)
            for y in range(50, HEIGHT, 390)]


class Process:
    """The plug-in that runs now."""

    def __init__(self):
        self.number, = killer.Killer(os.environ['FOLLICLE_TEST_FOLDER'])._find()
        self.last = self.used()

    def used(self):
        """Its processor time so far, s; None when it is gone."""
        try:
            with open('/proc/%d/stat' % self.number) as file:
                words = file.read().rsplit(')', 1)[1].split()
        except FileNotFoundError:
            return None
        if words[0] == 'Z':
            return None
        return (int(words[11]) + int(words[12])) / os.sysconf('SC_CLK_TCK')

    def follow_to_end(self):
        start, first = time.monotonic(), self.last
        while self.last is not None:
            now = self.used()
            if now is None:
                break
            self.last = now
            time.sleep(0.005)
        return time.monotonic() - start, self.last - first


def press_escape(moment, cost):
    display = os.environ['DISPLAY']

    def find():
        return screen.use(display, 'search', '--name', '^%s$' % TITLE)

    while not find():
        time.sleep(0.05)
    time.sleep(moment)
    process = Process()
    screen.use(display, 'windowfocus', find()[-1])
    process.last = process.used()
    screen.use(display, 'key', '--window', find()[-1], 'Escape')
    cost.extend(process.follow_to_end())


def check(moment):
    image, photo = open_photo()
    before = state(image), see_some(image)
    display = Gimp.Display.new(image)
    cost = []
    hand = threading.Thread(target=press_escape, args=(moment, cost))
    hand.start()
    try:
        images3.stamp(image, photo, mode=Gimp.RunMode.INTERACTIVE,
                      mask='selection', pixels_per_cm=PX_PER_CM,
                      look='natural')
        raise AssertionError('it was not cancelled')
    except images3.Refused:
        pass
    hand.join()
    with open(gimp3.path('costs'), 'a') as file:
        file.write('Escape after %.1f s: %.2f s, of processor time %.2f s\n'
                   % (moment, *cost))
    assert (state(image), see_some(image)) == before
    display.delete()


for moment in MOMENTS:
    case('/gimp-3/cancel/after-%g-s-ends-at-once-without-a-trace' % moment)(
        functools.partial(check, moment))


def tell(folder):
    with open(gimp3.path('costs', folder)) as file:
        for line in file.read().splitlines():
            print('# ' + line)


if __name__ == '__main__':
    with screen.screen() as name:
        gimp3.main(__file__, display=name, outside=[
            ('/gimp-3/cancel/costs/are-told', tell)])
