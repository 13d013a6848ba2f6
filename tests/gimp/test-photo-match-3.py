# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of the photo's blur and grain the dots are given in GIMP 3."""

import functools

import gimp3
import images3
import scenes
from gimp3 import case

OUTPUTS = ('effect', 'layers', 'layer', 'merged')


def open_scene():
    image, photo = images3.open_photo()
    images3.add_mask(image)
    return image, photo


def stamp(output, **arguments):
    image, photo = open_scene()
    return image, images3.stamp(image, photo, output=output, **arguments)


def found(layer):
    """Blur and grain of what was made."""
    recipe = images3.read_recipe(layer)
    return recipe['photo-blur'], recipe['photo-grain']


def effect_numbers(layer):
    config = layer.get_filters()[0].get_config()
    return (config.get_property('photo-blur'),
            config.get_property('photo-grain'))


def zero_is_crisp(output):
    crisp, made = stamp(output, look='plain', photo_match=0.0)
    assert found(made) == (0, 0), found(made)
    plain, _ = stamp(output, look='plain photo-match=0')
    scenes.assert_same(images3.look_at(crisp), images3.look_at(plain), 0)


def one_is_the_photos(output):
    matched, made = stamp(output, look='natural', photo_match=1.0)
    blur, grain = found(made)
    assert 0.5 < blur < 5 and 0.005 < grain < 0.1, (blur, grain)
    crisp, _ = stamp(output, look='natural', photo_match=0.0)
    assert scenes.count_changed(images3.look_at(matched),
                                images3.look_at(crisp)) > 2000


for name in OUTPUTS:
    case('/gimp-3/photo-match/of-0-makes-crisp-dots-without-grain-as-%s'
         % name)(functools.partial(zero_is_crisp, name))
    case('/gimp-3/photo-match/of-1-gives-the-photos-blur-and-grain-as-%s'
         % name)(functools.partial(one_is_the_photos, name))


@case('/gimp-3/photo-match/is-1-if-nothing-is-said')
def default():
    said, _ = stamp('layer', look='natural', photo_match=1.0)
    silent, _ = stamp('layer', look='natural')
    scenes.assert_same(images3.look_at(said), images3.look_at(silent), 0)


@case('/gimp-3/photo-match/of-a-half-gives-half')
def half():
    whole = found(stamp('layer', look='plain')[1])
    share = found(stamp('layer', look='plain', photo_match=0.5)[1])
    for half_of_it, all_of_it in zip(share, whole):
        assert abs(half_of_it - all_of_it / 2) < 1e-6, (share, whole)


@case('/gimp-3/photo-match/wins-over-the-looks')
def wins_over_the_look():
    silent = found(stamp('layer', look='natural photo-match=0.5')[1])
    said = found(stamp('layer', look='natural photo-match=0.5',
                       photo_match=0.25)[1])
    assert abs(silent[0] - 2 * said[0]) < 1e-6, (silent, said)


@case('/gimp-3/photo-match/is-the-same-picture-as-an-effect-and-as-a-layer')
def effect_is_layer():
    for match in (0.0, 0.5, 1.0):
        effect, _ = stamp('effect', look='natural', photo_match=match)
        layer, _ = stamp('layer', look='natural', photo_match=match)
        scenes.assert_same(images3.look_at(effect), images3.look_at(layer),
                           1.01 / 255)


@case('/gimp-3/photo-match/is-kept-by-a-renewal')
def renewal_keeps():
    image, made = stamp('effect', look='natural', photo_match=0.5)
    before = effect_numbers(made)
    assert before[0] > 0.2 and before[1] > 0.002, before
    images3.stamp(image, made, look='natural', mask='auto', density='60',
                  pixels_per_cm=0.0)
    # The photo is measured again, where the layer is painted.
    for now, then in zip(effect_numbers(made), before):
        assert abs(now - then) < 0.05 * then, (effect_numbers(made), before)


@case('/gimp-3/photo-match/is-changed-by-a-renewal-that-states-it')
def renewal_changes():
    image, made = stamp('effect', look='natural')
    images3.stamp(image, made, look='natural', mask='auto', photo_match=0.0,
                  pixels_per_cm=0.0)
    assert effect_numbers(made) == (0, 0), effect_numbers(made)


@case('/gimp-3/photo-match/is-a-number-from-0-to-1')
def limits():
    argument = images3.Gimp.get_pdb().lookup_procedure(
        images3.PROCEDURE).find_argument('photo-match')
    assert (argument.minimum, argument.maximum) == (0, 1)


if __name__ == '__main__':
    gimp3.main(__file__)
