# SPDX-License-Identifier: GPL-3.0-or-later
"""What the procedure makes in GIMP 3."""

import functools

import gimp3
import images3
import scenes
from gimp3 import case
from images3 import Gimp

# Steps of 8 bits that pigment and picture may be rounded by, and what three
# layers of 16 bits add up to, or two effects one upon the other.
STEPS = {'effect': 1, 'layers': 3, 'layer': 2, 'merged': 1}
DEEP = 6e-4


def draw_expected(photo, mask, output, recipe):
    """Photo × transmittance; layers multiply session by session."""
    expected = photo
    sessions = ('first', 'second', 'third')[:recipe['sessions']]
    for session in sessions if output == 'layers' else ('all',):
        recipe['session'] = session
        expected = scenes.multiply(
            expected, images3.draw_transmittance(mask, photo, recipe))
    return expected


def check_picture(look, output, channels, precision, tolerance):
    image, photo = images3.open_photo(channels, precision)
    mask = images3.read(images3.add_mask(image), 1)
    before = images3.look_at(image, channels)
    made = images3.stamp(image, photo, look=look, output=output)
    found = images3.look_at(image, channels)
    expected = draw_expected(before, mask, output, images3.read_recipe(made))
    scenes.assert_same(found, expected, tolerance)
    assert scenes.darkening(found, before) > 50
    image.delete()


def add_cases(output):
    for name, channels, precision, tolerance in (
            ('of-8-bits', 3, Gimp.Precision.U8_NON_LINEAR,
             STEPS[output] * 1.01 / 255),
            ('of-16-bits', 3, Gimp.Precision.U16_NON_LINEAR, DEEP),
            ('of-linear-float', 3, Gimp.Precision.FLOAT_LINEAR, DEEP),
            ('of-gray', 1, Gimp.Precision.U16_NON_LINEAR, DEEP),
            ('of-gray-with-alpha', 2, Gimp.Precision.U16_NON_LINEAR, DEEP),
            ('with-alpha', 4, Gimp.Precision.U16_NON_LINEAR, DEEP)):
        case('/gimp-3/%s/%s-is-skin-times-transmittance' % (output, name))(
            functools.partial(check_picture, 'plain', output, channels,
                              precision, tolerance))
    case('/gimp-3/%s/of-a-look-is-skin-times-transmittance' % output)(
        functools.partial(check_picture, 'natural', output, 3,
                          Gimp.Precision.U16_NON_LINEAR, DEEP))


def compare_with_layer(precision, tolerance, look):
    scenes.assert_same(
        images3.draw_large('layers', precision, look=look),
        images3.draw_large('layer', precision, look=look), tolerance)


def hides_a_scar(output):
    image, photo = images3.open_photo(photo=scenes.scarred_photo())
    images3.add_mask(image, scenes.scar_mask())
    before = images3.look_at(image)
    images3.stamp(image, photo, look='scar-line', output=output,
                  pixels_per_cm=40)
    scenes.assert_scar_disappears(images3.look_at(image), before)
    image.delete()


for name in STEPS:
    case('/gimp-3/%s/hides-a-scar-and-leaves-stubble' % name)(
        functools.partial(hides_a_scar, name))
    add_cases(name)

for look in ('scar-line', 'natural', 'buzz-cut'):
    for name, precision, tolerance in (
            ('8-bits', Gimp.Precision.U8_NON_LINEAR, 1.01 / 255),
            ('linear-float', Gimp.Precision.FLOAT_LINEAR, 1e-3)):
        case('/gimp-3/layers/of-%s-in-%s-are-as-one-layer' % (look, name))(
            functools.partial(compare_with_layer, precision, tolerance, look))


if __name__ == '__main__':
    gimp3.main(__file__)
