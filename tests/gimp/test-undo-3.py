# SPDX-License-Identifier: GPL-3.0-or-later
"""One step back undoes the procedure, in a GIMP with windows."""

import functools
import os
import time

import gimp3
import images3
import scenes
import screen
from gimp3 import case
from images3 import Gimp

def press(key, is_done):
    """A window may not be ready for the first press; but a second that follows
    too soon would go a step too far.
    """
    for _ in range(4):
        screen.press(os.environ['DISPLAY'], key)
        for _ in range(80):
            time.sleep(0.1)
            if is_done():
                return
    raise AssertionError('%s did nothing' % key)


def check_undo(output, **arguments):
    image, photo = images3.open_photo()
    channel = images3.add_mask(image)
    if arguments.get('mask') == 'layer-mask':
        image.select_item(Gimp.ChannelOps.REPLACE, channel)
        photo.add_mask(photo.create_mask(Gimp.AddMaskType.SELECTION))
        Gimp.Selection.none(image)
    if output == 'renewal':
        photo = images3.stamp(image, photo)
        arguments['mask'] = 'auto'
        output = 'effect'
    layers = image.get_layers()
    was_applied = photo.get_apply_mask()
    before = images3.look_at(image)
    display = Gimp.Display.new(image)
    image.clean_all()
    images3.stamp(image, photo, output=output, **arguments)
    Gimp.displays_flush()
    assert image.is_dirty()
    assert scenes.count_changed(images3.look_at(image), before) > 200

    press('ctrl+z', lambda: not image.is_dirty())
    assert image.get_layers() == layers
    assert photo.get_apply_mask() == was_applied
    scenes.assert_same(images3.look_at(image), before, 0)
    display.delete()


for name in ('effect', 'layers', 'layer', 'merged'):
    case('/gimp-3/undo/of-%s-takes-one-step' % name)(
        functools.partial(check_undo, name))
    case('/gimp-3/undo/of-%s-brings-back-that-a-mask-hides-the-photo' % name)(
        functools.partial(check_undo, name, mask='layer-mask'))
case('/gimp-3/undo/of-a-renewal-takes-one-step')(
    functools.partial(check_undo, 'renewal', density='40'))


if __name__ == '__main__':
    with screen.screen() as name:
        gimp3.main(__file__, display=name)
