# SPDX-License-Identifier: GPL-3.0-or-later
"""The path that plug-in-follicle-hairline makes in GIMP 3."""

import gimp3
import images3
from gimp3 import case
from images3 import Gegl, Gimp, Gio

PROCEDURE = 'plug-in-follicle-hairline'

# A face in the middle, its eyes 360 pixels apart: 40 pixels per cm.
FACE = ((500, 600), (320, 660), (680, 660))


def open_image(face=FACE):
    image = Gimp.Image.new(1000, 1200, Gimp.ImageBaseType.RGB)
    photo = Gimp.Layer.new(image, 'photo', 1000, 1200, Gimp.ImageType.RGB_IMAGE,
                           100, Gimp.LayerMode.NORMAL)
    image.insert_layer(photo, None, 0)
    Gimp.context_set_background(Gegl.Color.new('#dcb496'))
    photo.fill(Gimp.FillType.BACKGROUND)
    for x, y in face:
        image.add_sample_point(x, y)
    image.clean_all()
    return image, photo


def add_path(image, name, places):
    path = Gimp.Path.new(image, name)
    image.insert_path(path, None, 0)
    numbers = [float(number) for place in places for _ in range(3)
               for number in place]
    path.stroke_new_from_points(Gimp.PathStrokeType.BEZIER, numbers, False)
    return path


def design(image, photo, **arguments):
    return images3.call(PROCEDURE, image, photo, **arguments).index(1)


def numbers_of(path):
    strokes = path.get_strokes()
    assert len(strokes) == 1, strokes
    _, numbers, is_closed = path.stroke_get_points(strokes[0])
    assert is_closed
    return list(numbers)


def anchors(path):
    numbers = numbers_of(path)
    return [tuple(numbers[i + 2:i + 4]) for i in range(0, len(numbers), 6)]


def text_of(item, name):
    parasite = item.get_parasite(name)
    return parasite and bytes(parasite.get_data()).rstrip(b'\0').decode()


@case('/gimp-3/hairline/is-a-closed-path-that-mirrors-in-a-frontal-face')
def frontal():
    image, photo = open_image()
    path = design(image, photo)
    places = anchors(path)
    assert 10 <= len(places) <= 24, len(places)
    for x, y in places:
        assert any(abs(1000 - x - other) < 1e-3 and abs(y - level) < 1e-3
                   for other, level in places), (x, y)
    assert path.get_name() == 'hairline'
    assert path.get_visible()
    assert [p.get_id() for p in image.get_selected_paths()] == [path.get_id()]
    scale, width, height = text_of(image, 'follicle-scale').split()
    assert abs(float(scale) - 40) < 0.1 and (width, height) == ('1000', '1200')
    assert 'template=mature\n' in text_of(path, 'follicle-settings')
    image.delete()


@case('/gimp-3/hairline/takes-the-anchors-of-a-path-for-landmarks')
def from_path():
    image, photo = open_image()
    add_path(image, 'face', FACE)
    settings = {'template': 'linear', 'height_mm': 70.0, 'recession_mm': 5.0,
                'width_mm': 120.0}
    one = design(image, photo, name='one', **settings)
    other = design(image, photo, name='other', landmarks='path:face',
                   **settings)
    for a, b in zip(numbers_of(one), numbers_of(other), strict=True):
        assert abs(a - b) < 1e-3, (a, b)
    image.delete()


@case('/gimp-3/hairline/is-made-again-in-its-own-place')
def again():
    image, photo = open_image()
    path = design(image, photo)
    add_path(image, 'above', FACE)
    before = numbers_of(path)
    same = design(image, photo, height_mm=70.0)
    assert same.get_id() == path.get_id()
    assert numbers_of(path) != before
    assert [p.get_name() for p in image.get_paths()] == ['above', 'hairline']
    image.delete()


@case('/gimp-3/hairline/keeps-to-the-scale-that-is-set')
def set_scale():
    image, photo = open_image()
    low = anchors(design(image, photo, template='round', height_mm=60.0))
    image.attach_parasite(Gimp.Parasite.new('follicle-scale', 1,
                                            list(b'50 1000 1200')))
    high = anchors(design(image, photo, template='round', height_mm=48.0))
    # 48 mm at 50 pixels per cm are 60 mm at 40.
    tops = [min(places, key=lambda p: abs(p[0] - 500) + p[1] / 1e3)
            for places in (low, high)]
    assert abs(tops[0][1] - tops[1][1]) < 0.5, tops
    assert text_of(image, 'follicle-scale') == '50 1000 1200'
    image.delete()


@case('/gimp-3/hairline/differs-from-side-to-side-if-wanted')
def asymmetry():
    image, photo = open_image()
    even = anchors(design(image, photo))
    uneven = anchors(design(image, photo, asymmetry_mm=2.0, seed=5))
    again = anchors(design(image, photo,
                           template='mature asymmetry-mm=2 seed=5'))
    other = anchors(design(image, photo, asymmetry_mm=2.0, seed=6))
    assert anchors(design(image, photo, seed=6)) == even
    assert uneven == again
    for one, two in ((even, uneven), (uneven, other)):
        moved = max(abs(a[0] - b[0]) + abs(a[1] - b[1])
                    for a, b in zip(one, two))
        # a millimetre is four pixels
        assert 0.5 < moved < 12, moved
    image.delete()


@case('/gimp-3/hairline/is-followed-by-dots-when-they-are-renewed')
def renewal():
    image, photo = open_image()
    path = design(image, photo)
    layer = images3.stamp(image, photo, look='plain', mask='path:hairline',
                          pixels_per_cm=0.0, output='effect')
    _, left, top = layer.get_offsets()
    design(image, photo, height_mm=100.0)
    renewed = images3.stamp(image, layer, look='plain', mask='path:hairline')
    assert renewed.get_id() == layer.get_id()
    middle = min(anchors(path), key=lambda p: abs(p[0] - 500) - p[1] / 1e3)
    assert lightness_at(layer, 500, middle[1] - 12) > 0.9
    # what was scalp under the lower line is forehead now
    assert lightness_at(layer, 500, middle[1] + 12) < 0.1
    image.delete()


def lightness_at(layer, x, y):
    """Of the map, which is what the layer has under its effects."""
    _, left, top = layer.get_offsets()
    color = layer.get_pixel(int(x) - left, int(y) - top).get_rgba()
    return color[0] * color[3]


@case('/gimp-3/hairline/that-was-edited-is-kept-under-another-name')
def edited():
    image, photo = open_image()
    path = design(image, photo)
    moved = numbers_of(path)
    moved[2] += 3.0
    path.remove_stroke(path.get_strokes()[0])
    path.stroke_new_from_points(Gimp.PathStrokeType.BEZIER, moved, True)
    moved = numbers_of(path)
    for kept in ('hairline (edited)', 'hairline (edited) 2'):
        made = design(image, photo, height_mm=70.0)
        assert made.get_name() == 'hairline'
        assert made.get_id() != path.get_id()
        assert path.get_name() == kept, path.get_name()
        assert numbers_of(path) == moved
        path, moved = made, [number + 1 for number in numbers_of(made)]
        path.remove_stroke(path.get_strokes()[0])
        path.stroke_new_from_points(Gimp.PathStrokeType.BEZIER, moved, True)
        moved = numbers_of(path)
    assert len(image.get_paths()) == 3
    image.delete()


@case('/gimp-3/hairline/of-somebody-else-is-kept-under-another-name')
def foreign():
    image, photo = open_image()
    path = add_path(image, 'hairline', FACE)
    design(image, photo)
    assert sorted(p.get_name() for p in image.get_paths()) == [
        'hairline', 'hairline (edited)']
    assert path.get_name() == 'hairline (edited)'
    image.delete()


@case('/gimp-3/hairline/is-known-again-in-a-file')
def file():
    image, photo = open_image()
    design(image, photo)
    name = Gio.File.new_for_path(gimp3.path('designed.xcf'))
    Gimp.file_save(Gimp.RunMode.NONINTERACTIVE, image, name, None)
    image.delete()
    image = Gimp.file_load(Gimp.RunMode.NONINTERACTIVE, name)
    path = image.get_path_by_name('hairline')
    before = numbers_of(path)
    made = design(image, image.get_layers()[0], height_mm=70.0)
    assert made.get_id() == path.get_id()
    assert numbers_of(path) != before
    assert len(image.get_paths()) == 1
    image.delete()


def says_so(folder):
    """What is kept is told, outside of the cases."""
    status, said = gimp3.run_scheme(folder, '''
      (define image (gimp-image-new 1000 1200 RGB))
      (define photo (gimp-layer-new image "photo" 1000 1200 RGB-IMAGE 100
                                    LAYER-MODE-NORMAL))
      (gimp-image-insert-layer image photo 0 0)
      (gimp-image-add-sample-point image 500 600)
      (gimp-image-add-sample-point image 320 660)
      (gimp-image-add-sample-point image 680 660)
      (define path (gimp-path-new image "hairline"))
      (gimp-image-insert-path image path 0 0)
      (gimp-path-stroke-new-from-points path PATH-STROKE-TYPE-BEZIER
        #(1 1 1 1 1 1) FALSE)
      (plug-in-follicle-hairline #:run-mode RUN-NONINTERACTIVE #:image image
                                 #:drawables (vector photo))''')
    assert status == 0, said
    assert 'is kept as "hairline (edited)"' in said, said


REFUSED = (
    ('an-unknown-template', FACE, {'template': 'wig'}, ('wig', 'linear')),
    ('a-word-after-the-template', FACE, {'template': 'mature height-mm=70'},
     ('height-mm=70', 'asymmetry-mm')),
    ('an-asymmetry-above-the-range', FACE,
     {'template': 'mature asymmetry-mm=3.5'}, ('3.5', '3')),
    ('a-line-over-the-vertex', FACE,
     {'height_mm': 120.0, 'recession_mm': 60.0}, ('120', 'vertex')),
    ('landmarks-of-no-known-kind', FACE, {'landmarks': 'guides'},
     ('guides', 'path:NAME')),
    ('a-missing-path', FACE, {'landmarks': 'path:face'}, ('face',)),
    ('no-landmarks', (), {}, ('0 landmarks', 'brows')),
    ('landmarks-in-another-order', (FACE[1], FACE[0], FACE[2]), {},
     ('order',)),
    ('a-face-that-is-turned', ((640, 600),) + FACE[1:], {}, ('turned', '30')),
)


def refuse(face, arguments, words):
    image, photo = open_image(face)
    try:
        design(image, photo, **arguments)
    except images3.Refused as refused:
        message = str(refused)
    else:
        raise AssertionError('It was not refused')
    for word in words:
        assert word in message, (word, message)
    assert not image.get_paths()
    assert not image.get_parasite('follicle-scale')
    assert not image.is_dirty()
    image.delete()


for name, face, arguments, words in REFUSED:
    case('/gimp-3/hairline/%s-is-refused' % name)(
        lambda face=face, arguments=arguments, words=words:
        refuse(face, arguments, words))


if __name__ == '__main__':
    gimp3.main(__file__, outside=[
        ('/gimp-3/hairline/says-what-it-keeps', says_so)])
