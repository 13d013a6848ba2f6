# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the procedure takes its mask from in GIMP 3."""

import functools

import gimp3
import images3
import png
import scenes
from gimp3 import case
from images3 import Gimp


def open_photo():
    """Of 16 bits: GIMP keeps 8-bit layer masks in coarser steps."""
    return images3.open_photo(precision=Gimp.Precision.U16_NON_LINEAR)


def expected():
    """The picture with the mask as a layer of its own, all of the image."""
    image, photo = open_photo()
    images3.add_layer(image, 'hairline', scenes.soft_mask()).set_visible(False)
    images3.stamp(image, photo, mask='layer:hairline', output='layer')
    return images3.look_at(image)


def check(image, photo, **arguments):
    images3.stamp(image, photo, output='layer', **arguments)
    scenes.assert_same(images3.look_at(image), expected(), 1.01 / 255)


@case('/gimp-3/masks/a-channel-is-as-a-layer')
def channel():
    image, photo = open_photo()
    images3.add_mask(image)
    check(image, photo, mask='channel:hairline')


@case('/gimp-3/masks/a-layer-mask-is-as-a-layer')
def layer_mask():
    image, photo = open_photo()
    mask = photo.create_mask(Gimp.AddMaskType.BLACK)
    photo.add_mask(mask)
    images3.write(mask, scenes.soft_mask())
    photo.set_apply_mask(False)
    check(image, photo, mask='layer-mask')


@case('/gimp-3/masks/the-mask-is-a-photo-of-its-own-when-selected')
def selected_layer_mask():
    image, photo = open_photo()
    mask = photo.create_mask(Gimp.AddMaskType.BLACK)
    photo.add_mask(mask)
    images3.write(mask, scenes.soft_mask())
    photo.set_apply_mask(False)
    check(image, mask, mask='auto')


def see_around(output):
    """Stamps with a layer mask that hides the photo around itself, twice."""
    image, photo = open_photo()
    before = images3.look_at(image)
    mask = photo.create_mask(Gimp.AddMaskType.BLACK)
    photo.add_mask(mask)
    images3.write(mask, scenes.hard_mask())
    images3.stamp(image, photo, mask='auto', output=output)
    found = images3.look_at(image)
    scenes.assert_untouched(found, before,
                            lambda x, y: scenes.ellipse(x, y) < 1.1)
    assert scenes.count_changed(found, before) > 500
    assert photo.get_mask() == mask and not photo.get_apply_mask()
    # Who runs it again finds the mask.
    images3.stamp(image, photo, mask='auto', output=output)


for output in ('effect', 'layers', 'layer', 'merged'):
    case('/gimp-3/masks/a-layer-mask-hides-nothing-after-%s' % output)(
        functools.partial(see_around, output))


@case('/gimp-3/masks/a-small-layer-lies-where-it-lies')
def small_layer():
    image, photo = open_photo()
    mask = scenes.soft_mask()
    part = png.draw(150, 120, lambda x, y: mask.pixel(x + 30, y + 15) * 3)
    images3.add_layer(image, 'part', part, 30, 15).set_visible(False)
    check(image, photo, mask='layer:part')


@case('/gimp-3/masks/alpha-takes-away-from-a-layer')
def layer_with_alpha():
    image, photo = open_photo()
    mask = scenes.soft_mask()
    white = png.draw(scenes.WIDTH, scenes.HEIGHT,
                     lambda x, y: [1.0] * 3 + mask.pixel(x, y))
    images3.add_layer(image, 'white', white).set_visible(False)
    check(image, photo, mask='layer:white')


def select_disc(image):
    Gimp.context_push()
    Gimp.context_set_antialias(True)
    image.select_ellipse(Gimp.ChannelOps.REPLACE, 40, 30, 120, 90)
    Gimp.context_pop()


@case('/gimp-3/masks/a-path-is-as-its-selection')
def path():
    image, photo = open_photo()
    select_disc(image)
    images3.stamp(image, photo, mask='selection', output='layer')
    selected = images3.look_at(image)

    image, photo = open_photo()
    path = Gimp.Path.new(image, 'outline')
    path.bezier_stroke_new_ellipse(100, 75, 60, 45, 0)
    image.insert_path(path, None, 0)
    images3.stamp(image, photo, mask='path:outline', output='layer')
    scenes.assert_same(images3.look_at(image), selected, 3 / 255)
    assert Gimp.Selection.is_empty(image)
    assert not image.get_channels()


@case('/gimp-3/masks/auto-prefers-the-selection-to-the-layer-mask')
def auto():
    image, photo = open_photo()
    photo.add_mask(photo.create_mask(Gimp.AddMaskType.WHITE))
    select_disc(image)
    layer = images3.stamp(image, photo, mask='auto', output='layer')
    _, left, top = layer.get_offsets()
    assert (left, top) == (9, 0), (left, top)
    Gimp.Selection.none(image)
    layer = images3.stamp(image, photo, mask='auto', output='layer')
    assert layer.get_width() == scenes.WIDTH


@case('/gimp-3/masks/dots-keep-inside')
def inside():
    image, photo = open_photo()
    images3.add_mask(image, scenes.hard_mask())
    images3.stamp(image, photo)
    plain, _ = open_photo()
    scenes.assert_untouched(images3.look_at(image), images3.look_at(plain),
                            lambda x, y: scenes.ellipse(x, y) < 1)


if __name__ == '__main__':
    gimp3.main(__file__)
