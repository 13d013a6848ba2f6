# SPDX-License-Identifier: GPL-3.0-or-later
"""The dialog in a GIMP with windows, as a person uses it: its dots are in the
image while it is open, and nowhere else.
"""

import functools
import os
import threading
import time

import gimp3
import images3
import scenes
import screen
import widgets
from gimp3 import case
from images3 import Gimp

TITLE = 'Follicle Dots'


def open_image():
    """An image with a step that can be undone, a selection and a window."""
    image, photo = images3.open_photo()
    images3.add_mask(image)
    image.select_ellipse(Gimp.ChannelOps.REPLACE, 3, 5, 50, 60)
    display = Gimp.Display.new(image)
    image.undo_group_start()
    earlier = images3.add_layer(image, 'earlier', scenes.photo(3))
    earlier.set_visible(False)
    image.undo_group_end()
    image.set_selected_layers([photo])
    image.clean_all()
    return image, photo, display


def state(image):
    """All of an image that could tell that something was there."""
    return ([(layer.get_id(), layer.get_visible(), layer.get_lock_content(),
              layer.get_parasite_list())
             for layer in image.get_layers()],
            [layer.get_id() for layer in image.get_selected_layers()],
            [channel.get_id() for channel in image.get_channels()],
            [getattr(Gimp.Selection.bounds(image), name)
             for name in ('non_empty', 'x1', 'y1', 'x2', 'y2')],
            [name for name in image.get_parasite_list()
             if not name.startswith('GimpProcedureConfig')],
            image.is_dirty(),
            images3.look_at(image).values)


def use(keys, ask):
    """Runs `ask` while somebody presses keys in the dialog."""
    display = os.environ['DISPLAY']
    hand = threading.Thread(
        target=screen.type_into, args=(display, TITLE, keys))
    hand.start()
    try:
        return ask()
    finally:
        hand.join()


def ask(image, photo, mask='channel:hairline', **arguments):
    return lambda: images3.stamp(image, photo, mode=Gimp.RunMode.INTERACTIVE,
                                 mask=mask, **arguments)


def press(key, is_done):
    for _ in range(4):
        screen.press(os.environ['DISPLAY'], key)
        for _ in range(80):
            time.sleep(0.1)
            if is_done():
                return
    raise AssertionError('%s did nothing' % key)


# Another look, the photo as it is, with its dots again.
BROWSE = ['alt+k', 'Right', 'Right', 'alt+b', 'alt+b']


@case('/gimp-3/dialog/cancel-takes-the-dots-back-without-a-trace')
def cancel():
    image, photo, display = open_image()
    before = state(image)
    n_layers = len(image.get_layers())
    try:
        use(BROWSE + ['Escape'], ask(image, photo))
        raise AssertionError('it was not cancelled')
    except images3.Refused:
        pass
    assert state(image) == before
    press('ctrl+z', lambda: len(image.get_layers()) < n_layers)
    assert image.get_layers() == [photo]
    display.delete()


def read_shown():
    return widgets.read(widgets.path_of(TITLE))


# In presets/looks.ini.
LOOK_SAYS = 'Sharp line as a barber cuts it'


@case('/gimp-3/dialog/ok-leaves-one-step-and-the-look-that-was-chosen')
def ok():
    image, photo, display = open_image()
    before = state(image)
    layer = use(BROWSE + ['Return'],
                ask(image, photo, look='natural', density='40',
                    pixels_per_cm=0.0))
    shown = read_shown()
    widgets.check_dialog(shown)
    assert LOOK_SAYS in widgets.texts_of(shown, 'label')
    text = bytes(layer.get_parasite('follicle-settings').get_data()).decode()
    assert 'look=edge-up\n' in text and 'density=\n' in text, text
    assert scenes.count_changed(images3.look_at(image),
                                scenes.photo(3)) > 200
    press('ctrl+z', lambda: not image.is_dirty())
    after = state(image)
    # Which layers are selected after a step back is GIMP's own affair.
    for i in (0, 2, 3, 4, 5, 6):
        assert after[i] == before[i], (before[i], after[i])
    # By now a message would have come.
    widgets.check_is_said_once(shown, 'broad as a head')
    display.delete()


@case('/gimp-3/dialog/of-a-renewal-gives-cancelled-numbers-back')
def renewal():
    image, photo, display = open_image()
    layer = images3.stamp(image, photo)
    Gimp.displays_flush()
    image.clean_all()
    before = state(image)
    try:
        use(BROWSE + ['Escape'], ask(image, layer))
        raise AssertionError('it was not cancelled')
    except images3.Refused:
        pass
    assert state(image) == before
    display.delete()


@case('/gimp-3/dialog/without-a-mask-cannot-be-ended-by-ok')
def no_mask():
    image, photo, display = open_image()
    Gimp.Selection.none(image)
    # Else it is the mask, as in the case before.
    for channel in image.get_channels():
        image.remove_channel(channel)
    image.clean_all()
    before = state(image)
    try:
        use(['alt+o', 'Escape'], ask(image, photo, mask='auto'))
        raise AssertionError('it was not cancelled')
    except images3.Refused as refused:
        assert 'mask' not in str(refused), refused
    assert [widget.is_on for widget in read_shown()
            if widget.kind == 'label' and widget.text == 'OK'] == [False]
    assert state(image) == before
    display.delete()


@case('/gimp-3/dialog/of-a-renewal-starts-with-what-the-layer-has')
def renewal_starts():
    image, photo, display = open_image()
    layer = images3.stamp(image, photo, look='natural', density='107', age=7.0,
                          seed=9)
    text = bytes(layer.get_parasite('follicle-settings').get_data())
    before = images3.look_at(image)
    again = use(['alt+o'], ask(image, layer, mask='auto', look='natural',
                               pixels_per_cm=0.0))
    assert again == layer
    assert bytes(layer.get_parasite('follicle-settings').get_data()) == text
    scenes.assert_same(images3.look_at(image), before, 0)
    display.delete()


def check_typed(keys, age):
    """Types into the age, and leaves the field for OK."""
    image, photo, display = open_image()
    # The dialog starts with the last values, which have no scale.
    images3.call('plug-in-follicle-scale', image, photo, pixels_per_cm=40.0)
    layer = use(['alt+g', 'ctrl+a'] + keys + ['Tab', 'alt+o'],
                ask(image, photo, look='natural', age=7.0))
    assert images3.read_recipe(layer)['age'] == age, images3.read_recipe(layer)
    display.delete()


# Words do not get into a field for numbers, where they would be dropped
# without a word when it is left.
for name, keys, age in (
        ('words-stay-out-of-a-number', list('one12'), 12.0),
        ('a-point-is-a-decimal-sign', ['1', '2', 'period', '5'], 12.5),
        ('a-comma-is-a-decimal-sign', ['1', '2', 'comma', '5'], 12.5)):
    case('/gimp-3/dialog/' + name)(
        functools.partial(check_typed, keys, age))


# The photo's page, and there the settings of the image that is listed last.
TAKE_OTHER = ['alt+a', 'ctrl+Page_Up', 'alt+g', 'End', 'alt+a', 'alt+o']


@case('/gimp-3/dialog/takes-the-settings-of-another-image-but-not-its-scale')
def other_image():
    front, photo, front_display = open_image()
    images3.stamp(front, photo, look='buzz-cut softness=3', density='61.5',
                  shade='#123456', seed=4, pixels_per_cm=44.0)
    image, photo, display = open_image()
    images3.call('plug-in-follicle-scale', image, photo, pixels_per_cm=40.0)
    layer = use(TAKE_OTHER, ask(image, photo, pixels_per_cm=0.0))
    text = bytes(layer.get_parasite('follicle-settings').get_data()).decode()
    for line in ('look=buzz-cut softness=3', 'density=61.5', 'shade=#123456',
                 'seed=4', 'pixels-per-cm=40'):
        assert line + '\n' in text, (line, text)
    display.delete()
    front_display.delete()


def open_stubbled():
    """Half of it is stubble, in a channel; the other half is selected."""
    width, height = 240, 180
    image, photo = images3.open_photo(
        photo=scenes.stubbled_photo(width, height))
    images3.add_mask(image, scenes.half_channel(width, height, 0.05, 0.45),
                     'hair')
    images3.call('plug-in-follicle-scale', image, photo, pixels_per_cm=30.0)
    image.select_rectangle(Gimp.ChannelOps.REPLACE, 132, 9, 96, 160)
    return image, photo, Gimp.Display.new(image)


def match_hair():
    """Keeps the area, matches the hair in the last channel, and says OK."""
    display = os.environ['DISPLAY']
    screen.type_into(display, TITLE, ['alt+i'], is_last=False)
    screen.type_into(display, 'Match Hair',
                     ['alt+k', 'alt+h', 'End', 'alt+m', 5, 'alt+c'])
    # The button that was pressed has the focus.
    screen.type_into(display, TITLE, ['alt+o'])


@case('/gimp-3/dialog/matches-the-hair-and-keeps-the-selected-area')
def match():
    image, photo, display = open_stubbled()
    before = images3.look_at(image)
    hand = threading.Thread(target=match_hair)
    hand.start()
    layer = ask(image, photo, mask='auto', pixels_per_cm=0)()
    hand.join()
    text = bytes(layer.get_parasite('follicle-settings').get_data()).decode()
    assert 'look=client-s-hair\n' in text, text
    assert 'mask=channel:Follicle area\n' in text, text
    assert image.get_channel_by_name('Follicle area') is not None
    after = images3.look_at(image)
    scenes.check_matched(scenes.mean_light(before, 0.65, 0.85),
                         scenes.mean_light(after, 0.65, 0.85))
    display.delete()


@case('/gimp-3/dialog/what-the-user-does-meanwhile-is-asked-for-at-the-end')
def meanwhile():
    image, photo, display = open_image()
    image.clean_all()

    def rename_and_cancel():
        name = os.environ['DISPLAY']
        screen.type_into(name, TITLE, BROWSE, is_last=False)
        screen.type_into(name, '.* GIMP', ['ctrl+a'], is_last=False)
        screen.type_into(name, TITLE, BROWSE + ['Escape'])

    hand = threading.Thread(target=rename_and_cancel)
    hand.start()
    try:
        ask(image, photo)()
        raise AssertionError('it was not cancelled')
    except images3.Refused:
        pass
    hand.join()
    assert Gimp.Selection.bounds(image)[2:] == (0, 0, scenes.WIDTH, scenes.HEIGHT), 'select'
    assert image.is_dirty()
    display.delete()


SPLIT = ['alt+k', 'Right', 'alt+v', 2.0]


@case('/gimp-3/dialog/split-view-is-taken-back-with-the-dots')
def split_cancel():
    image, photo, display = open_image()
    before = state(image)
    try:
        use(SPLIT + ['Escape'], ask(image, photo))
        raise AssertionError('it was not cancelled')
    except images3.Refused:
        pass
    assert state(image) == before
    display.delete()


@case('/gimp-3/dialog/split-view-of-a-renewal-leaves-no-mask')
def split_renewal():
    image, photo, display = open_image()
    layer = images3.stamp(image, photo)
    Gimp.displays_flush()
    image.clean_all()
    before = state(image)
    try:
        use(SPLIT + ['Escape'], ask(image, layer))
        raise AssertionError('it was not cancelled')
    except images3.Refused:
        pass
    assert layer.get_mask() is None
    assert state(image) == before
    display.delete()


@case('/gimp-3/dialog/ok-in-split-view-leaves-all-of-the-dots')
def split_ok():
    image, photo, display = open_image()
    plain = images3.stamp(image, photo)
    n_wanted = scenes.count_changed(images3.look_at(image), scenes.photo(3))
    image.remove_layer(plain)
    layer = use(['alt+v', 2.0, 'Return'], ask(image, photo, look='natural'))
    assert layer.get_mask() is None
    n_changed = scenes.count_changed(images3.look_at(image), scenes.photo(3))
    assert n_changed > 0.9 * n_wanted, (n_changed, n_wanted)
    display.delete()


if __name__ == '__main__':
    with screen.screen() as name:
        gimp3.main(__file__, display=name)
