# SPDX-License-Identifier: GPL-3.0-or-later
"""Small photos and masks, and the comparison of pictures."""

import random

import png

WIDTH, HEIGHT = 200, 150

# The mask's ellipse: centre and half axes, px.
CENTER = (104.0, 73.0)
AXES = (70.0, 52.0)


def ellipse(x, y):
    """Distance from the centre as a share of the way to the rim."""
    return (((x + 0.5 - CENTER[0]) / AXES[0]) ** 2
            + ((y + 0.5 - CENTER[1]) / AXES[1]) ** 2) ** 0.5


def hard_mask():
    return png.draw(WIDTH, HEIGHT, lambda x, y: [float(ellipse(x, y) < 1)])


def without_trace(value):
    """The two least greys of 8 bits are as good as black."""
    return value if value > 3 / 255 else 0.0


def soft_mask():
    return png.draw(WIDTH, HEIGHT, lambda x, y: [
        without_trace(max(0.0, min(1.0, 2 * (1 - ellipse(x, y)))))])


def half_mask():
    return png.draw(WIDTH, HEIGHT, lambda x, y: [
        128 / 255 * (ellipse(x, y) < 1)])


def narrow_mask():
    return png.draw(WIDTH, HEIGHT, lambda x, y: [
        float(90 <= x < 110 and 60 <= y < 80)])


def black_mask():
    return png.draw(WIDTH, HEIGHT, lambda x, y: [0.0])


def photo(channels, width=WIDTH, height=HEIGHT):
    """Skin with grain, channels as PNG has them; alpha from 0.5 to 1."""
    grain = random.Random(5)

    def paint(x, y):
        light = 0.75 + 0.25 * x / width + grain.uniform(-0.04, 0.04)
        color = [min(1.0, light * c) for c in (0.86, 0.68, 0.58)]
        if channels < 3:
            color = color[:1]
        return color + [0.5 + 0.5 * y / height] * (channels in (2, 4))

    return png.draw(width, height, paint)


def hairy_photo(width, height):
    """Skin of which some is covered with dark hairs."""
    skin = photo(3, width, height)
    return png.draw(width, height, lambda x, y: [0.1, 0.08, 0.07]
                    if (x + y // 3) % 18 == 0 and y // 40 % 2
                    else skin.pixel(x, y))


def large_mask(width, height):
    """Soft, with black around it on all sides."""
    def paint(x, y):
        far = (((x + 0.5) / width - 0.5) ** 2
               + ((y + 0.5) / height - 0.5) ** 2) ** 0.5
        return [without_trace(max(0.0, min(1.0, 2 - far / 0.18)))]

    return png.draw(width, height, paint)


SCAR = (200, 160)


def is_in_scar(y):
    return 72 <= y < 88


def scarred_photo():
    """Stubble with a pale strip, 4 mm wide at 40 pixels a cm."""
    grain = random.Random(8)

    def paint(x, y):
        light = grain.uniform(0.96, 1.0) * (
            1.0 if is_in_scar(y) else 0.8 if grain.random() < 0.3 else 0.92)
        return [light * c for c in (0.86, 0.68, 0.58)]

    return png.draw(*SCAR, paint)


def scar_mask():
    """3 mm wider than the scar."""
    return png.draw(*SCAR, lambda x, y: [float(60 <= y < 100
                                               and 20 <= x < 180)])


def find_light(picture, is_there):
    """Mean light of the rows, beside the ends of the mask."""
    values = [linear(picture.pixel(x, y)[1])
              for y in range(picture.height) if is_there(y)
              for x in range(40, 160)]
    return sum(values) / len(values)


def assert_scar_disappears(found, photo):
    """By two thirds at least, and stubble within the mask stays as it is."""
    def is_stubble(y):
        return 62 <= y < 70 or 90 <= y < 98

    pale = find_light(photo, is_in_scar) / find_light(photo, is_stubble) - 1
    left = find_light(found, is_in_scar) / find_light(found, is_stubble) - 1
    kept = find_light(found, is_stubble) / find_light(photo, is_stubble)
    assert abs(left) < pale / 3 and kept > 0.95, (
        'the scar is %.3f lighter instead of %.3f, stubble has %.3f of its '
        'light' % (left, pale, kept))


def linear(value):
    return value / 12.92 if value <= 0.04045 else (
        (value + 0.055) / 1.055) ** 2.4


def gamma(value):
    return value * 12.92 if value <= 0.0031308 else (
        1.055 * value ** (1 / 2.4) - 0.055)


def luma(color):
    """The grey that an sRGB colour has."""
    r, g, b = (linear(v) for v in color)
    return gamma(0.22248840 * r + 0.71690369 * g + 0.06060791 * b)


def multiply(photo, transmittance):
    """Photo × transmittance (in colour) in linear light."""
    def paint(x, y):
        color = photo.pixel(x, y)
        passed = transmittance.pixel(x, y)[:3]
        if photo.channels < 3:
            passed = [luma(passed)]
        return [gamma(linear(a) * linear(b)) for a, b in zip(color, passed)
                ] + color[len(passed):]

    return png.draw(photo.width, photo.height, paint)


def without_alpha(picture):
    return png.draw(picture.width, picture.height,
                    lambda x, y: picture.pixel(x, y)[:3])


def assert_same(found, expected, tolerance):
    """Every channel of every pixel."""
    assert ((found.width, found.height, found.channels)
            == (expected.width, expected.height, expected.channels)), (
        found.width, found.height, found.channels, expected.channels)
    worst = max(range(len(found.values)),
                key=lambda i: abs(found.values[i] - expected.values[i]))
    difference = abs(found.values[worst] - expected.values[worst])
    pixel = worst // found.channels
    assert difference <= tolerance, (
        'pixel %d, %d channel %d is %.5f instead of %.5f' % (
            pixel % found.width, pixel // found.width,
            worst % found.channels, found.values[worst],
            expected.values[worst]))


def assert_untouched(found, photo, is_touched):
    """Every pixel for which is_touched (x, y) does not hold, exactly."""
    for y in range(photo.height):
        for x in range(photo.width):
            assert is_touched(x, y) or found.pixel(x, y) == photo.pixel(x, y), (
                'pixel %d, %d was %s and is %s' % (
                    x, y, photo.pixel(x, y), found.pixel(x, y)))


def count_changed(found, photo):
    size = photo.channels
    return sum(found.values[i:i + size] != photo.values[i:i + size]
               for i in range(0, len(photo.values), size))


def darkening(found, photo):
    """Sum of the linear light that pigment took away, first channel."""
    return sum(linear(photo.values[i]) - linear(found.values[i])
               for i in range(0, len(photo.values), photo.channels))


# Share of the pixels of stubbled_photo() that hair covers, and what it leaves
# of their encoded values.
COVERED, LEFT = 0.15, 0.4


def stubbled_photo(width, height):
    """Skin, its left half under stubble of single pixels."""
    skin = photo(3, width, height)
    hair = random.Random(7)
    return png.draw(width, height, lambda x, y: [
        c * (LEFT if x < width // 2 and hair.random() < COVERED else 1)
        for c in skin.pixel(x, y)])


def thinning_photo(width, height):
    """Skin under stubble: full in the left third, half of that in the middle
    one, none in the right one."""
    skin = photo(3, width, height)
    hair = random.Random(7)
    return png.draw(width, height, lambda x, y: [
        c * (LEFT if hair.random() < COVERED * (1, 0.5, 0)[3 * x // width]
             else 1)
        for c in skin.pixel(x, y)])


def half_channel(width, height, first, last):
    """A mask of the columns between two shares of the width."""
    return png.draw(width, height, lambda x, y: [
        float(first * width <= x < last * width
              and 0.1 * height <= y < 0.9 * height)])


def linear(value):
    return (value / 12.92 if value <= 0.04045
            else ((value + 0.055) / 1.055) ** 2.4)


def mean_light(picture, first, last):
    """Mean of each channel in linear light, of the columns between two
    shares of the width and the middle rows.
    """
    width, height = picture.width, picture.height
    pixels = [picture.pixel(x, y)
              for y in range(height // 3, 2 * height // 3)
              for x in range(int(first * width), int(last * width))]
    return [sum(linear(p[c]) for p in pixels) / len(pixels) for c in range(3)]


def lab(rgb):
    """CIE L*, a* and b* of linear sRGB."""
    def root(t):
        return t ** (1 / 3) if t > 216 / 24389 else (24389 / 27 * t + 16) / 116
    r, g, b = rgb
    x, y, z = (root(t) for t in (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.0890))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def check_matched(bare, dots):
    """Dots on bare skin are as light as hair of stubbled_photo() makes it, and
    of its colour as far as the match promises: grey hair takes as much of each
    channel, which no pigment in skin does.
    """
    kept = 1 - COVERED * (1 - linear(LEFT))
    found, wanted = lab(dots), lab([kept * light for light in bare])
    difference = sum((f - w) ** 2 for f, w in zip(found, wanted)) ** 0.5
    assert difference < 2, (difference, found, wanted)
    assert abs(found[0] - wanted[0]) < 1, (found, wanted)


def check_filled(before, after):
    """The middle third of thinning_photo() is as dark as its full hair would
    be there.
    """
    skin = photo(3, before.width, before.height)
    bare, thin, filled = (mean_light(picture, 0.42, 0.58)
                          for picture in (skin, before, after))
    full = 1 - COVERED * (1 - linear(LEFT))
    for c in range(3):
        lacks, left = thin[c] / bare[c] - full, filled[c] / bare[c] - full
        assert lacks > 0.05 and abs(left) < 0.02, (lacks, left)
