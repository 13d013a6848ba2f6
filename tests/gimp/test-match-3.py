# SPDX-License-Identifier: GPL-3.0-or-later
"""The look that plug-in-follicle-match makes of hair in GIMP 3."""

import glob
import os

import gimp3
import images3
import scenes
from gimp3 import case

WIDTH, HEIGHT = 240, 180
SCALE = 30
PROCEDURE = 'plug-in-follicle-match'


def open_image(photo=None):
    image, photo = images3.open_photo(
        photo=photo or scenes.stubbled_photo(WIDTH, HEIGHT))
    for name, first, last in (('hair', 0.05, 0.45), ('skin', 0.55, 0.95)):
        images3.add_mask(image, scenes.half_channel(WIDTH, HEIGHT, first, last),
                         name)
    images3.call('plug-in-follicle-scale', image, photo,
                 pixels_per_cm=float(SCALE))
    image.clean_all()
    return image, photo


def match(image, photo, **arguments):
    arguments.setdefault('reference', 'channel:hair')
    values = images3.call(PROCEDURE, image, photo, **arguments)
    return [values.index(i) for i in range(1, 5)]


def list_presets():
    return {os.path.basename(path) for path in glob.glob(os.path.join(
        os.environ['XDG_CONFIG_HOME'], 'follicle', 'presets', '*.ini'))}


def check_tone(**arguments):
    """Dots stamped on the skin let as much light through as the hair does."""
    image, photo = open_image()
    before = images3.look_at(image)
    look, shade, difference, report = match(image, photo, **arguments)
    assert not image.is_dirty()
    assert difference < 2, difference
    assert 'cm' in report and 'guess' not in report, report
    assert {'look-%s.ini' % look, 'shade-%s.ini' % shade} <= list_presets()

    images3.stamp(image, photo, look=look, mask='channel:skin', output='layer',
                  pixels_per_cm=0)
    after = images3.look_at(image)
    scenes.check_matched(scenes.mean_light(before, 0.65, 0.85),
                         scenes.mean_light(after, 0.65, 0.85))


case('/gimp-3/match/dots-have-the-tone-of-the-hair-where-skin-is-named')(
    lambda: check_tone(skin='channel:skin', name='Client A'))
case('/gimp-3/match/dots-have-the-tone-of-the-hair-where-skin-is-found')(
    lambda: check_tone())


@case('/gimp-3/match/the-same-name-twice-makes-two-looks')
def twice():
    image, photo = open_image()
    first, second = (match(image, photo, name='Twice') for _ in range(2))
    assert first[0] != second[0], first
    assert first[2:] == second[2:], (first, second)


@case('/gimp-3/match/says-that-the-scale-is-a-guess')
def guess():
    image, photo = open_image()
    image.detach_parasite('follicle-scale')
    assert 'guess' in match(image, photo, skin='channel:skin')[3]


def open_thinning():
    image, photo = images3.open_photo(
        photo=scenes.thinning_photo(WIDTH, HEIGHT))
    for name, first, last in (('hair', 0.03, 0.3), ('thin', 0.35, 0.65),
                              ('skin', 0.7, 0.97)):
        images3.add_mask(image, scenes.half_channel(WIDTH, HEIGHT, first, last),
                         name)
    images3.call('plug-in-follicle-scale', image, photo,
                 pixels_per_cm=float(SCALE))
    image.clean_all()
    return image, photo


def fill_up(image, photo, **arguments):
    arguments = {'reference': 'channel:hair', 'skin': 'channel:skin',
                 'mask': 'channel:thin', **arguments}
    values = images3.call('plug-in-follicle-fill-up', image, photo, **arguments)
    return [values.index(i) for i in range(1, 5)]


@case('/gimp-3/fill-up/makes-thin-hair-as-dark-as-the-full')
def fill():
    image, photo = open_thinning()
    before = images3.look_at(image)
    look, shade, channel, report = fill_up(image, photo, name='Full')
    assert 'missing' in report and 'guess' not in report, report
    assert {'look-%s.ini' % look, 'shade-%s.ini' % shade} <= list_presets()
    assert image.is_dirty()
    assert image.get_channel_by_name(channel) is not None

    images3.stamp(image, photo, look=look, mask='channel:' + channel,
                  output='layer', pixels_per_cm=0)
    scenes.check_filled(before, images3.look_at(image))


@case('/gimp-3/fill-up/adds-a-channel-in-one-step-and-nothing-when-refused')
def one_step():
    image, photo = open_thinning()
    presets = list_presets()
    for arguments, words in (
            ({'mask': 'channel:nape'}, 'nape'),
            ({'mask': 'layer:photo'}, 'channel:NAME'),
            ({'mask': 'selection'}, 'select'),
            ({'reference': 'channel:skin', 'skin': 'channel:hair'}, 'lighter')):
        try:
            fill_up(image, photo, **arguments)
        except images3.Refused as refused:
            assert words in str(refused), refused
        else:
            raise AssertionError(arguments)
    assert not image.is_dirty() and list_presets() == presets
    names = [fill_up(image, photo)[2] for _ in range(2)]
    assert names[0] != names[1], names


REFUSED = (
    ('hair-where-there-is-none', {'reference': 'channel:skin',
                                  'skin': 'channel:hair'}, ('lighter', '%')),
    ('plain-skin', {'reference': 'channel:left', 'skin': 'channel:right'},
     ('no hair', '4 %')),
    ('an-unknown-reference', {'reference': 'head'}, ('head', 'selection')),
    ('a-layer-as-reference', {'reference': 'layer:photo'},
     ('layer:photo', 'channel:NAME')),
    ('a-missing-channel', {'reference': 'channel:beard'}, ('beard', 'skin')),
    ('a-missing-path-of-skin', {'skin': 'path:temple'}, ('temple',)),
    ('a-reference-of-some-pixels', {'reference': 'channel:dot'},
     ('16', '64')),
    ('nothing-selected', {'reference': 'selection'}, ('select',)),
)


def check_refused(arguments, words):
    image, photo = open_image()
    for name, first, last in (('left', 0.55, 0.7), ('right', 0.75, 0.95)):
        images3.add_mask(image, scenes.half_channel(WIDTH, HEIGHT, first, last),
                         name)
    images3.add_mask(image, images3.png.draw(
        WIDTH, HEIGHT, lambda x, y: [float(20 <= x < 24 and 20 <= y < 24)]),
        'dot')
    image.clean_all()
    before = list_presets()
    try:
        match(image, photo, **arguments)
    except images3.Refused as refused:
        message = str(refused)
    else:
        raise AssertionError('It was not refused')
    for word in words:
        assert word in message, message
    assert not image.is_dirty()
    assert list_presets() == before


for name, arguments, words in REFUSED:
    case('/gimp-3/match/refuses-' + name)(
        lambda arguments=arguments, words=words:
        check_refused(arguments, words))


if __name__ == '__main__':
    gimp3.main(__file__)
