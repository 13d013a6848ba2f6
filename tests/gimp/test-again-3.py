# SPDX-License-Identifier: GPL-3.0-or-later
"""Follicle Dots run on a photo that has dots already: never dots on dots."""

import functools

import gimp3
import images3
import scenes
from gimp3 import case
from images3 import Gimp

OUTPUTS = ('effect', 'layers', 'layer')


def open_scene():
    image, photo = images3.open_photo()
    images3.add_mask(image)
    return image, photo


@functools.lru_cache(maxsize=None)
def look_once(output, **arguments):
    image, photo = open_scene()
    images3.stamp(image, photo, output=output, **arguments)
    picture = images3.look_at(image)
    image.delete()
    return picture


def check_second(first, second):
    """What comes second is all there is, in the place of the first."""
    image, photo = open_scene()
    top = images3.add_layer(image, 'top', scenes.photo(4))
    top.set_visible(False)
    images3.stamp(image, photo, output=first, density='45')
    made = images3.stamp(image, photo, output=second, density='120')
    assert image.get_layers() == [top, made, photo], image.get_layers()
    assert made.get_visible()
    assert made.get_name() == ('Follicle density' if second == 'effect'
                               else 'Follicle dots'), made.get_name()
    scenes.assert_same(images3.look_at(image),
                       look_once(second, density='120'), 0)


for first in OUTPUTS:
    for second in OUTPUTS:
        case('/gimp-3/again/%s-on-the-photo-after-%s-takes-its-place' % (
            second, first))(functools.partial(check_second, first, second))


@case('/gimp-3/again/merged-on-the-photo-leaves-no-layer')
def merged_after_effect():
    image, photo = open_scene()
    images3.stamp(image, photo)
    assert images3.stamp(image, photo, output='merged') == photo
    assert image.get_layers() == [photo]
    scenes.assert_same(images3.look_at(image), look_once('merged'), 0)


def check_renewal(first, second):
    """Run on what was made, with another output."""
    image, photo = open_scene()
    made = images3.stamp(image, photo, output=first, density='45', seed=3)
    again = images3.stamp(image, made, output=second, density='120',
                          mask='auto', look='natural', pixels_per_cm=0.0)
    shown = [layer for layer in image.get_layers() if layer.get_visible()]
    assert shown == [again, photo], shown
    assert images3.read_recipe(again)['density'] == 120
    assert images3.read_recipe(again)['pixels-per-cm'] == 60
    if first != 'effect':
        assert image.get_layers() == shown
        scenes.assert_same(images3.look_at(image),
                           look_once(second, density='120', seed=3), 0)
    else:
        # It is the mask of what took its place.
        assert made.is_valid() == (made in image.get_layers())
        assert second == 'effect' or not made.get_visible()
    return image, photo, again


for first in OUTPUTS:
    for second in OUTPUTS:
        case('/gimp-3/again/%s-on-%s-takes-its-place' % (second, first))(
            functools.partial(check_renewal, first, second))


@case('/gimp-3/again/what-was-made-of-a-density-layer-goes-with-it')
def chain():
    image, photo, _ = check_renewal('effect', 'layers')
    made = images3.stamp(image, photo, density='120')
    assert image.get_layers() == [made, photo], image.get_layers()
    assert made.get_visible()
    scenes.assert_same(images3.look_at(image),
                       look_once('effect', density='120'), 0)


@case('/gimp-3/again/with-another-mask-adds-another-layer')
def another_mask():
    image, photo = open_scene()
    images3.add_mask(image, scenes.narrow_mask(), 'touch-up')
    first = images3.stamp(image, photo, output='layer')
    second = images3.stamp(image, photo, output='layer',
                           mask='channel:touch-up')
    assert image.get_layers() == [first, second, photo]
    # And each has its own from then on.
    third = images3.stamp(image, photo, output='layer')
    assert image.get_layers() == [third, second, photo]
    assert [layer.get_name() for layer in image.get_layers()] == [
        'Follicle dots', 'Follicle dots #1', 'photo']


def check_touch_up(output):
    """It stays over the older treatment, and takes the place of its like."""
    image, photo = open_scene()
    older = images3.stamp(image, photo, output=output, look='five-years',
                          density='95')
    before = images3.look_at(image)
    for density in ('45', '60'):
        newer = images3.stamp(image, photo, output=output, density=density,
                              look='natural earlier-density=95')
    assert set(image.get_layers()) == {newer, older, photo}
    assert older.get_visible() and newer.get_visible()
    assert images3.read_recipe(newer)['density'] == 60
    assert images3.read_recipe(older)['density'] == 95
    assert scenes.count_changed(images3.look_at(image), before) > 200
    # And the older one can be made anew under it.
    again = images3.stamp(image, photo, output=output, density='80')
    assert set(image.get_layers()) == {newer, again, photo}


for output in OUTPUTS:
    case('/gimp-3/again/a-touch-up-as-%s-stays-over-the-older-dots' % output)(
        functools.partial(check_touch_up, output))


def select(image, x, y, width, height):
    image.select_rectangle(Gimp.ChannelOps.REPLACE, x, y, width, height)


@case('/gimp-3/again/a-mended-selection-is-the-same-mask')
def mended_selection():
    image, photo = open_scene()
    select(image, 20, 20, 120, 100)
    first = images3.stamp(image, photo, mask='selection')
    select(image, 30, 20, 125, 110)
    assert images3.stamp(image, photo, mask='selection') == first
    assert image.get_layers() == [first, photo]
    other, other_photo = open_scene()
    select(other, 30, 20, 125, 110)
    images3.stamp(other, other_photo, mask='selection')
    scenes.assert_same(images3.look_at(image), images3.look_at(other), 0)


@case('/gimp-3/again/a-selection-elsewhere-is-another-mask')
def another_selection():
    image, photo = open_scene()
    select(image, 20, 20, 60, 100)
    first = images3.stamp(image, photo, mask='selection', output='layer')
    select(image, 70, 20, 60, 100)
    second = images3.stamp(image, photo, mask='selection', output='layer')
    assert image.get_layers() == [first, second, photo]
    # The image may be scaled in between.
    image.scale(scenes.WIDTH * 2, scenes.HEIGHT * 2)
    select(image, 140, 40, 120, 200)
    third = images3.stamp(image, photo, mask='selection', output='layer',
                          pixels_per_cm=120)
    assert image.get_layers() == [first, third, photo]


@case('/gimp-3/again/keeps-what-was-painted-out-of-sight')
def painted_map():
    image, photo = open_scene()
    first = images3.stamp(image, photo)
    select(image, 60, 40, 30, 30)
    first.edit_clear()
    Gimp.Selection.none(image)
    painted = images3.read(first, 4)
    second = images3.stamp(image, photo)
    assert image.get_layers() == [first, second, photo] or \
        image.get_layers() == [second, first, photo], image.get_layers()
    assert second.get_visible() and not first.get_visible()
    scenes.assert_same(images3.read(first, 4), painted, 0)
    scenes.assert_same(images3.look_at(image), look_once('effect'), 0)
    # Once more there is nothing else to keep.
    assert images3.stamp(image, photo) == second
    assert len(image.get_layers()) == 3


@case('/gimp-3/again/keeps-what-the-user-gave-a-group')
def own_group():
    image, photo = open_scene()
    group = images3.stamp(image, photo, output='layers')
    own = Gimp.Layer.new(image, 'own', 20, 20, Gimp.ImageType.RGBA_IMAGE, 100,
                         Gimp.LayerMode.NORMAL)
    image.insert_layer(own, group, 0)
    group.set_opacity(60)
    group.set_name('beard')
    again = images3.stamp(image, photo, output='layers', sessions=2)
    assert again == group and group.get_name() == 'beard'
    assert group.get_opacity() == 60
    names = [layer.get_name() for layer in group.get_children()]
    assert names == ['own', 'Session 2', 'Session 1'], names


@case('/gimp-3/again/keeps-what-the-user-gave-a-layer')
def own_layer():
    image, photo = open_scene()
    layer = images3.stamp(image, photo, output='layer')
    layer.set_opacity(60)
    layer.set_name('beard')
    mask = layer.create_mask(Gimp.AddMaskType.BLACK)
    layer.add_mask(mask)
    again = images3.stamp(image, photo, output='layer', density='120')
    assert again.get_name() == 'beard'
    assert again.get_opacity() == 60
    assert max(images3.read(again.get_mask(), 1).values) == 0
    scenes.assert_same(images3.look_at(image),
                       images3.look_at(images3.open_photo()[0]), 0)


@case('/gimp-3/again/by-last-values-changes-what-is-there')
def last_values():
    image, photo = open_scene()
    first = images3.stamp(image, photo, output='layers', density='45')
    second = images3.stamp(image, photo, output='layers',
                           mode=Gimp.RunMode.WITH_LAST_VALS)
    assert first == second and image.get_layers() == [first, photo]


@case('/gimp-3/again/on-a-group-and-what-is-in-it-is-one-renewal')
def group_and_child():
    image, photo = open_scene()
    group = images3.stamp(image, photo, output='layers')
    images3.stamp(image, group, group.get_children()[0], mask='auto',
                  look='natural', pixels_per_cm=0.0)
    assert image.get_layers() == [group, photo]
    assert len(group.get_children()) == 3
    scenes.assert_same(images3.look_at(image), look_once('layers'), 0)


if __name__ == '__main__':
    gimp3.main(__file__)
