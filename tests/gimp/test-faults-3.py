# SPDX-License-Identifier: GPL-3.0-or-later
"""The plug-in is killed at random moments: GIMP 3 lives, the image is as
before or complete, undo works, and so does the next run.

What has been drawn goes into the image by several steps of one undo group, of
a few milliseconds together. Killed within them it may be there in part; one
undo takes that back.

FOLLICLE_KILLS says how often in all.
"""

import functools
import os
import time

import gimp3
import images3
import killer
import screen
from gimp3 import case
from images3 import Gimp

OUTPUTS = ('effect', 'layers', 'layer', 'merged')


def look_at(image):
    """What the user sees, and what there is besides."""
    return (images3.look_at(image).values,
            [layer.get_id() for layer in image.get_layers()],
            [channel.get_id() for channel in image.get_channels()],
            Gimp.Selection.bounds(image)[1:],
            [layer.get_id() for layer in image.get_selected_layers()],
            image.get_parasite_list(),
            [layer.get_parasite_list() for layer in image.get_layers()],
            [len(layer.get_filters()) for layer in image.get_layers()])


def but_for_ids(look):
    """Layers that are made again have other numbers. A layer within a group
    has no place among the image's own; it is selected while a group is filled.
    """
    selected = [look[1].index(number) if number in look[1] else None
                for number in look[4]]
    return look[:1] + (len(look[1]), look[2], look[3], selected) + look[5:]


class Scene:
    def __init__(self, output):
        Gimp.message_set_handler(Gimp.MessageHandlerType.CONSOLE)
        self.output = output
        self.image, self.photo = images3.open_photo()
        images3.add_mask(self.image)
        self.image.select_rectangle(Gimp.ChannelOps.REPLACE, 9, 9, 99, 99)
        self.image.set_selected_layers([self.photo])
        self.display = Gimp.Display.new(self.image)
        self.before = look_at(self.image)
        self.image.clean_all()
        self.killer = killer.Killer(os.environ['FOLLICLE_TEST_FOLDER'])
        self.whole = None
        self.n_partial = 0

    def stamp(self):
        try:
            images3.stamp(self.image, self.photo, output=self.output)
        except images3.Refused:
            pass

    def undo(self):
        Gimp.displays_flush()
        for _ in range(4):
            screen.press(os.environ['DISPLAY'], 'ctrl+z')
            for _ in range(80):
                time.sleep(0.1)
                if not self.image.is_dirty():
                    self.image.set_selected_layers([self.photo])
                    return
        raise AssertionError('undo did nothing')

    def take_back(self):
        self.undo()
        assert look_at(self.image) == self.before

    def run_well(self):
        self.killer.during(self.stamp, self.killer.watch)
        look = but_for_ids(look_at(self.image))
        self.whole = self.whole or look
        assert look == self.whole
        assert look[0] != self.before[0]
        self.take_back()

    def run_killed(self):
        """Whether it was complete before it was killed."""
        self.killer.during(self.stamp, self.killer.kill)
        look = look_at(self.image)
        is_whole = but_for_ids(look) == self.whole
        is_partial = not is_whole and look != self.before
        self.n_partial += is_partial
        if is_partial or self.image.is_dirty():
            self.take_back()
        return is_whole


def check_kills(output, n_kills):
    scene = Scene(output)
    scene.run_well()
    n_whole = 0
    for _ in range(n_kills):
        n_whole += scene.run_killed()
        scene.run_well()
    scene.display.delete()
    with open(gimp3.path('said'), 'a') as file:
        file.write('%s: as before %d, whole %d, partial %d\n' % (
            output, n_kills - n_whole - scene.n_partial, n_whole,
            scene.n_partial))


for index, name in enumerate(OUTPUTS):
    case('/gimp-3/faults/killed-while-it-makes-%s/can-be-undone' % name)(
        functools.partial(check_kills, name,
                          killer.share(index, len(OUTPUTS))))


def tell(folder):
    """What the kills met, in the report."""
    with open(gimp3.path('said', folder)) as file:
        lines = file.read().splitlines()
    for line in lines:
        print('# ' + line)
    assert len(lines) == len(OUTPUTS)


if __name__ == '__main__':
    with screen.screen() as name:
        gimp3.main(__file__, display=name, outside=[
            ('/gimp-3/faults/all-kills/are-told', tell)])
