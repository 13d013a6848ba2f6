# SPDX-License-Identifier: GPL-3.0-or-later
"""The scale that plug-in-follicle-scale sets in GIMP 3."""

import gimp3
import images3
from gimp3 import case
from images3 import Gimp

PROCEDURE = 'plug-in-follicle-scale'


def open_image(points=(), level=(), upright=(), path=()):
    image, photo = images3.open_photo()
    for x in points:
        image.add_sample_point(x, 50)
    for y in level:
        image.add_hguide(y)
    for x in upright:
        image.add_vguide(x)
    if path:
        ruler = Gimp.Path.new(image, 'ruler')
        image.insert_path(ruler, None, 0)
        ruler.stroke_new_from_points(Gimp.PathStrokeType.BEZIER, list(path),
                                     False)
    image.clean_all()
    return image, photo


def set_scale(image, photo, **arguments):
    return images3.call(PROCEDURE, image, photo, **arguments).index(1)


def kept(image):
    parasite = image.get_parasite('follicle-scale')
    return parasite and bytes(parasite.get_data()).rstrip(b'\0').decode()


GIVEN = (
    ('comes-from-two-sample-points', {'points': (30, 147)},
     {'between': 'sample-points'}, 100),
    ('comes-from-two-guides', {'level': (40, 103)},
     {'between': 'guides', 'length_mm': 63.0}, 10),
    ('comes-from-the-ends-of-a-path',
     {'path': (0, 0, 10, 20, 60, 60, 99, 9, 90, 9, 9, 9,
               9, 9, 130, 110, 0, 0)},
     {'between': 'path:ruler', 'length_mm': 50.0}, 30),
    ('takes-sample-points-before-guides',
     {'points': (30, 147), 'upright': (40, 103)}, {}, 100),
    ('takes-guides-where-there-are-no-two-points',
     {'points': (30,), 'upright': (40, 103)}, {'length_mm': 63.0}, 10),
    ('is-what-is-stated', {'points': (30, 147)}, {'pixels_per_cm': 42.5}, 42.5),
)


def check_given(marks, arguments, scale):
    image, photo = open_image(**marks)
    found = set_scale(image, photo, **arguments)
    assert abs(found - scale) < 1e-4, found
    words = kept(image).split()
    assert abs(float(words[0]) - scale) < 1e-4, words
    assert words[1:] == ['200', '150'], words
    assert image.is_dirty()


for name, marks, arguments, scale in GIVEN:
    case('/gimp-3/scale/' + name)(
        lambda marks=marks, arguments=arguments, scale=scale:
        check_given(marks, arguments, scale))

REFUSED = (
    ('nothing-to-measure', {}, {}, ('two sample points', 'guides')),
    ('one-sample-point', {'points': (7,)}, {'between': 'sample-points'},
     ('1', '2')),
    ('a-level-and-an-upright-guide', {'level': (40,), 'upright': (103,)},
     {'between': 'guides'}, ('guides', 'both')),
    ('a-missing-path', {}, {'between': 'path:ruler'}, ('ruler', 'none')),
    ('an-unknown-mark', {}, {'between': 'eyes'}, ('eyes', 'sample-points')),
    ('marks-that-touch', {'points': (100, 103)}, {}, ('3.0', '40')),
    ('a-scale-below-the-range', {}, {'pixels_per_cm': 0.5}, ('0.5', '1')),
)


def check_refused(marks, arguments, words):
    image, photo = open_image(**marks)
    try:
        set_scale(image, photo, **arguments)
    except images3.Refused as refused:
        message = str(refused)
    else:
        raise AssertionError('It was not refused')
    for word in words:
        assert word in message, (word, message)
    assert kept(image) is None and not image.is_dirty()


for name, marks, arguments, words in REFUSED:
    case('/gimp-3/scale/%s-is-refused' % name)(
        lambda marks=marks, arguments=arguments, words=words:
        check_refused(marks, arguments, words))


@case('/gimp-3/scale/a-head-of-60-cm-is-refused')
def head():
    image, photo = open_image()
    image.select_rectangle(Gimp.ChannelOps.REPLACE, 20, 20, 120, 90)
    try:
        set_scale(image, photo, pixels_per_cm=2.0)
    except images3.Refused as refused:
        assert '60.0 cm' in str(refused) and '15.4' in str(refused), refused
    else:
        raise AssertionError('It was not refused')
    assert kept(image) is None


@case('/gimp-3/scale/is-what-was-chosen-last')
def last_values():
    image, photo = open_image(points=(30, 147))
    set_scale(image, photo, length_mm=23.4)
    set_scale(image, photo, mode=Gimp.RunMode.WITH_LAST_VALS)
    assert abs(float(kept(image).split()[0]) - 100) < 1e-4, kept(image)


if __name__ == '__main__':
    gimp3.main(__file__)
