# SPDX-License-Identifier: GPL-3.0-or-later
"""The procedure as GIMP 3 lists it, and what it leaves in the image."""

import gimp3
import images3
import scenes
from gimp3 import case
from images3 import Gimp

ARGUMENTS = ('run-mode image drawables look density size shade sessions age '
             'pixels-per-cm mask output seed photo-match').split()


def lookup():
    return Gimp.get_pdb().lookup_procedure(images3.PROCEDURE)


@case('/gimp-3/procedure/has-the-arguments-of-the-contract')
def arguments():
    found = [spec.name for spec in lookup().get_arguments()]
    assert found == ARGUMENTS, found
    config = lookup().create_config()
    found = [config.get_property(name) for name in ARGUMENTS[3:]]
    assert found == ['natural', '', '', '', 0, -1, 0, 'auto', 'auto',
                     0, 1], found


@case('/gimp-3/procedure/is-in-the-scalp-menu')
def menu():
    assert lookup().get_menu_paths() == ['<Image>/Filters/Scalp']
    assert lookup().get_menu_label() == '_Follicle Dots...'


@case('/gimp-3/procedure/takes-rgb-and-gray')
def image_types():
    assert lookup().get_image_types() == 'RGB*, GRAY*'


def open_scene():
    image, photo = images3.open_photo()
    images3.add_mask(image)
    return image, photo


@case('/gimp-3/layers/are-one-per-session-in-a-group-that-passes-through')
def layers():
    image, photo = open_scene()
    image.set_selected_layers([photo])
    group = images3.stamp(image, photo, output='layers', sessions=2)
    assert group.is_group()
    assert group.get_mode() == Gimp.LayerMode.PASS_THROUGH
    assert group.get_name() == 'Follicle dots'
    names = [layer.get_name() for layer in group.get_children()]
    assert names == ['Session 2', 'Session 1'], names
    for layer in group.get_children():
        assert layer.get_mode() == Gimp.LayerMode.MULTIPLY
        # The ellipse's box and 5 mm, as far as there is room.
        assert (layer.get_width(), layer.get_height()) == (197, 150)
    assert image.get_layers() == [group, photo]
    assert image.get_selected_layers() == [photo]


@case('/gimp-3/layers/lie-right-above-the-photo')
def place():
    image, photo = open_scene()
    group = Gimp.GroupLayer.new(image, 'portrait')
    image.insert_layer(group, None, 0)
    image.reorder_item(photo, group, 0)
    top = images3.add_layer(image, 'top', scenes.photo(4))
    for output in ('layer', 'effect', 'layers'):
        made = images3.stamp(image, photo, output=output)
        children = group.get_children()
        assert children.index(made) + 1 == children.index(photo), output
    assert image.get_layers() == [top, group]


@case('/gimp-3/merged/returns-the-photo-and-adds-nothing')
def merged():
    image, photo = open_scene()
    before = images3.read(photo, 3)
    image.select_rectangle(Gimp.ChannelOps.REPLACE, 10, 10, 20, 20)
    made = images3.stamp(image, photo, output='merged')
    assert made == photo and image.get_layers() == [photo]
    after = images3.read(photo, 3)
    assert scenes.count_changed(after, before) > 2000
    scenes.assert_untouched(after, before,
                            lambda x, y: scenes.ellipse(x, y) < 1)
    _, is_there, *bounds = Gimp.Selection.bounds(image)
    assert is_there and bounds == [10, 10, 30, 30], bounds
    assert [c.get_name() for c in image.get_channels()] == ['hairline']


@case('/gimp-3/merged/respects-the-offsets-of-the-photo')
def merged_with_offsets():
    image, photo = open_scene()
    images3.stamp(image, photo, output='merged')
    expected = images3.look_at(image)
    moved, _ = open_scene()
    whole = scenes.photo(3)
    part = images3.png.draw(140, 120, lambda x, y: whole.pixel(x + 40, y + 20))
    layer = images3.add_layer(moved, 'part', part, 40, 20)
    images3.stamp(moved, layer, output='merged')
    found = images3.look_at(moved)
    scenes.assert_untouched(found, expected, lambda x, y: not (
        40 <= x < 180 and 20 <= y < 140))


@case('/gimp-3/procedure/works-on-several-layers-at-once')
def several():
    image, photo = open_scene()
    second = images3.add_layer(image, 'second', scenes.photo(3))
    images3.stamp(image, photo, second)
    kinds = [bool(layer.get_filters()) for layer in image.get_layers()]
    assert kinds == [True, False, True, False], kinds


@case('/gimp-3/procedure/leaves-several-layers-alone-if-one-is-wrong')
def several_with_one_wrong():
    image, photo = open_scene()
    locked = images3.add_layer(image, 'locked', scenes.photo(3))
    locked.set_lock_content(True)
    before = images3.read(photo, 3)
    try:
        images3.stamp(image, photo, locked, output='merged')
        raise AssertionError('It was not refused')
    except images3.Refused:
        pass
    scenes.assert_same(images3.read(photo, 3), before, 0)


@case('/gimp-3/procedure/remembers-the-scale-stated-for-an-image')
def scale():
    image, photo = open_scene()
    images3.stamp(image, photo, pixels_per_cm=72.0)
    made = images3.stamp(image, photo, pixels_per_cm=0.0)
    assert images3.read_recipe(made)['pixels-per-cm'] == 72


def scale_after(change):
    """Of 72 pixels per cm stated before the image was changed."""
    image, photo = open_scene()
    images3.stamp(image, photo, pixels_per_cm=72.0, output='layer')
    change(image)
    made = images3.stamp(image, photo, pixels_per_cm=0.0, output='layer')
    return images3.read_recipe(made)['pixels-per-cm']


def state_without_size(image):
    """As versions did that kept no size."""
    image.attach_parasite(Gimp.Parasite.new('follicle-scale', 1, b'50.5\0'))


@case('/gimp-3/procedure/scales-the-remembered-scale-with-the-image')
def scale_of_scaled():
    found = scale_after(lambda image: image.scale(
        image.get_width() // 2, image.get_height() // 2))
    assert abs(found - 36) < 1e-6, found


@case('/gimp-3/procedure/keeps-the-remembered-scale-of-a-cropped-image')
def scale_of_cropped():
    found = scale_after(lambda image: image.crop(120, 140, 50, 5))
    assert found == 72, found


@case('/gimp-3/procedure/keeps-the-remembered-scale-of-what-was-scaled-first')
def scale_of_scaled_and_cropped():
    image, photo = open_scene()
    images3.stamp(image, photo, pixels_per_cm=72.0, output='layer')
    image.scale(image.get_width() // 2, image.get_height() // 2)
    images3.stamp(image, photo, pixels_per_cm=0.0, output='layer')
    image.crop(60, 70, 25, 3)
    made = images3.stamp(image, photo, pixels_per_cm=0.0, output='layer')
    found = images3.read_recipe(made)['pixels-per-cm']
    assert abs(found - 36) < 1e-6, found


@case('/gimp-3/procedure/remembers-a-scale-that-came-without-a-size')
def scale_without_size():
    found = scale_after(state_without_size)
    assert found == 50.5, found


@case('/gimp-3/procedure/estimates-an-unknown-scale-from-the-mask')
def estimated_scale():
    image, photo = open_scene()
    made = images3.stamp(image, photo, pixels_per_cm=0.0)
    found = images3.read_recipe(made)['pixels-per-cm']
    assert abs(found - 140 / 15.4) < 1e-6, found


if __name__ == '__main__':
    gimp3.main(__file__)
