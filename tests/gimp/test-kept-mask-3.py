# SPDX-License-Identifier: GPL-3.0-or-later
"""GIMP 3: what was made of a selection that is gone."""

import dot_map
import gimp3
import images3
import scenes
from gimp3 import case
from images3 import Gimp, Gio

WIDTH, HEIGHT = 400, 300


def select(image):
    Gimp.context_set_feather(True)
    Gimp.context_set_feather_radius(6, 6)
    image.select_ellipse(Gimp.ChannelOps.REPLACE, 90, 60, 220, 180)
    Gimp.context_set_feather(False)


def stamp_selection(output):
    image, photo = images3.open_photo(
        photo=scenes.hairy_photo(WIDTH, HEIGHT))
    select(image)
    layer = images3.stamp(image, photo, mask='selection', output=output,
                          look='natural', pixels_per_cm=100)
    return image, photo, layer


def count(image, layer):
    values = images3.call('plug-in-follicle-count', image, layer)
    found = [values.index(i) for i in range(1, 8)]
    assert sum(found[:3]) > 80, found
    return found


def list_dots(image, layer):
    path = gimp3.path('map.csv')
    images3.call('plug-in-follicle-dot-map', image, layer, format='csv',
                 file=path)
    return dot_map.read_csv(path)


def count_panels(image, layer, **arguments):
    return images3.call('plug-in-follicle-sheet', image, layer, **dict(
        {'layout': 'years', 'file': gimp3.path('sheet.pdf')},
        **arguments)).index(2)


def is_known(output):
    image, photo, layer = stamp_selection(output)
    before = count(image, layer), list_dots(image, layer)
    Gimp.Selection.none(image)
    assert (count(image, layer), list_dots(image, layer)) == before
    image.select_rectangle(Gimp.ChannelOps.REPLACE, 5, 5, 30, 200)
    assert (count(image, layer), list_dots(image, layer)) == before
    Gimp.Selection.none(image)
    if output != 'merged':
        assert count_panels(image, layer) == 4
        assert count_panels(image, photo, layout='before-after',
                            looks='natural, buzz-cut') == 3
    image.delete()


for output in ('effect', 'layers', 'layer', 'merged'):
    case('/gimp-3/kept-mask/of-%s-tells-the-same-without-the-selection'
         % output)(lambda output=output: is_known(output))


@case('/gimp-3/kept-mask/comes-back-with-the-file')
def saved():
    image, _, layer = stamp_selection('layers')
    before = count(image, layer), list_dots(image, layer)
    Gimp.Selection.none(image)
    file = Gio.File.new_for_path(gimp3.path('saved.xcf'))
    Gimp.file_save(Gimp.RunMode.NONINTERACTIVE, image, file, None)
    image = Gimp.file_load(Gimp.RunMode.NONINTERACTIVE, file)
    layer = image.get_layers()[0]
    assert (count(image, layer), list_dots(image, layer)) == before
    assert count_panels(image, layer, layout='sessions') == 4


@case('/gimp-3/kept-mask/moves-with-a-crop-and-a-new-canvas')
def moved():
    image, _, layer = stamp_selection('layer')
    before, dots = count(image, layer), list_dots(image, layer)
    Gimp.Selection.none(image)
    image.resize(500, 400, 60, 30)
    assert count(image, layer) == before
    image.crop(430, 360, 60, 36)
    assert count(image, layer) == before
    # In mm, rounded to a thousandth.
    for one, other in zip(sorted(dots), sorted(list_dots(image, layer))):
        assert abs(one[0] - other[0]) < 0.0021, (one, other)
        assert abs(one[1] - other[1] - 0.6) < 0.0021, (one, other)
    assert count_panels(image, layer) == 4


def is_made_anew(output, second):
    image, photo, layer = stamp_selection(output)
    Gimp.Selection.none(image)
    again = images3.call(images3.PROCEDURE, image, layer, density='120',
                         output=second).index(1)
    counted, found = count(image, again), images3.look_at(image)
    assert len(image.get_layers()) == 2
    select(image)
    images3.stamp(image, photo, mask='selection', output=second,
                  look='natural', density='120', pixels_per_cm=100)
    assert len(image.get_layers()) == 2
    assert count(image, image.get_layers()[0]) == counted
    # What is under an effect has been drawn in another piece.
    scenes.assert_same(images3.look_at(image), found, 1.01 / 255)


for first, second in (('layers', 'layers'), ('layer', 'layer'),
                      ('layers', 'layer'), ('layer', 'effect')):
    case('/gimp-3/kept-mask/of-%s-is-what-%s-is-made-anew-of'
         % (first, second))(lambda first=first, second=second:
                            is_made_anew(first, second))


@case('/gimp-3/kept-mask/of-what-was-scaled-is-refused')
def scaled():
    image, _, layer = stamp_selection('layers')
    Gimp.Selection.none(image)
    image.scale(200, 150)
    try:
        count(image, layer)
    except images3.Refused as refused:
        assert 'scaled' in str(refused), refused
    else:
        raise AssertionError('It was not refused')


if __name__ == '__main__':
    gimp3.main(__file__)
