# SPDX-License-Identifier: GPL-3.0-or-later
"""How long things take in GIMP 3 on a photo of 24 megapixels, beside what
GIMP itself does by the same route, in one run.
"""

import statistics
import time

import gimp3
import images3
from gimp3 import case
from images3 import Gegl, Gimp, Gio

WIDTH, HEIGHT = 6000, 4000
# A mask over a quarter of the photo.
BOX = (1500, 500, 3000, 2000)
N_STROKES = 7


def open_photo():
    image = Gimp.Image.new(WIDTH, HEIGHT, Gimp.ImageBaseType.RGB)
    photo = Gimp.Layer.new(image, 'photo', WIDTH, HEIGHT,
                           Gimp.ImageType.RGB_IMAGE, 100,
                           Gimp.LayerMode.NORMAL)
    image.insert_layer(photo, None, 0)
    Gimp.context_set_foreground(Gegl.Color.new('#d2a68c'))
    photo.edit_fill(Gimp.FillType.FOREGROUND)
    return image, photo


def select_box(image):
    image.select_ellipse(Gimp.ChannelOps.REPLACE, *BOX)


def project(image):
    """Has GIMP bring all of what the user sees up to date."""
    Gimp.Layer.new_from_visible(image, image, 'visible').delete()


def project_stroke(image, x):
    """The same for the surroundings of a stroke: the color of a place is the
    mean over a radius.
    """
    for y in (950, 1350):
        image.pick_color([image.get_layers()[0]], x + 75, y, True, True, 200)


def seconds(function):
    start = time.monotonic()
    function()
    return time.monotonic() - start


def stroke(layer, x, i):
    Gimp.context_set_foreground(Gegl.Color.new('black' if i % 2 else 'white'))
    Gimp.paintbrush_default(layer, [x, 1000, x + 150, 1300])


def time_strokes(image, layer):
    """Seconds from a stroke's end to the picture that shows it."""
    Gimp.Selection.none(image)
    Gimp.context_set_brush(Gimp.Brush.new('round'))
    Gimp.context_set_brush_size(200)
    project(image)
    times = []
    for i in range(N_STROKES):
        x = BOX[0] + 700 + 200 * i
        stroke(layer, x, i)
        times.append(seconds(lambda: project_stroke(image, x)))
    return statistics.median(times)


def add_dots(image, photo, **arguments):
    select_box(image)
    return images3.stamp(image, photo, mask='selection', pixels_per_cm=120,
                         **arguments)


def strokes_with_dots(look):
    image, photo = open_photo()
    layer = add_dots(image, photo, look=look)
    return time_strokes(image, layer)


def strokes_with_drop_shadow():
    image, photo = open_photo()
    layer = Gimp.Layer.new(image, 'paint', BOX[2], BOX[3],
                           Gimp.ImageType.RGBA_IMAGE, 100,
                           Gimp.LayerMode.NORMAL)
    image.insert_layer(layer, None, 0)
    layer.set_offsets(BOX[0], BOX[1])
    effect = Gimp.DrawableFilter.new(layer, 'gegl:dropshadow', '')
    layer.append_filter(effect)
    return time_strokes(image, layer)


def whole_route(output):
    image, photo = open_photo()
    project(image)

    def run():
        add_dots(image, photo, output=output, look='natural')
        Gimp.Selection.none(image)
        project(image)

    return seconds(run)


def whole_blur(merge):
    image, photo = open_photo()
    project(image)

    def run():
        effect = Gimp.DrawableFilter.new(photo, 'gegl:gaussian-blur', '')
        effect.get_config().set_property('std-dev-x', 2.0)
        effect.get_config().set_property('std-dev-y', 2.0)
        if merge:
            photo.merge_filter(effect)
        else:
            photo.append_filter(effect)
        project(image)

    return seconds(run)


def nothing():
    image, _ = open_photo()
    project(image)
    return seconds(lambda: project(image))


# What is handed out, of a photo that has its dots.

def stamped():
    image, photo = open_photo()
    layer = add_dots(image, photo, output='layer', look='natural')
    project(image)
    return image, layer


def handing_out(procedure, name, n_images=1, **arguments):
    images = [stamped() for _ in range(n_images)]
    if name:
        arguments['file'] = gimp3.path(name)
    return seconds(lambda: images3.call('plug-in-follicle-' + procedure,
                                        *images[0], **arguments))


def sheet(layout, name='sheet.pdf', paper='a4', n_images=1):
    return lambda: handing_out('sheet', name, n_images, layout=layout,
                               paper=paper)


def export_of_png():
    image, _ = stamped()
    flat = image.duplicate()
    flat.flatten()
    return seconds(lambda: Gimp.file_save(
        Gimp.RunMode.NONINTERACTIVE, flat,
        Gio.File.new_for_path(gimp3.path('photo.png')), None))


ROWS = (
    ('picture of all of the photo, nothing done to it', nothing),
    ('stroke of 200 px, drop shadow', strokes_with_drop_shadow),
    ('stroke of 200 px, dots', lambda: strokes_with_dots('plain')),
    ('stroke of 200 px, hairline and dots',
     lambda: strokes_with_dots('natural')),
    ('gaussian blur 2 as an effect, all of the photo',
     lambda: whole_blur(False)),
    ('gaussian blur 2 merged, all of the photo', lambda: whole_blur(True)),
    ('natural as an effect, a quarter of the photo',
     lambda: whole_route('effect')),
    ('natural as one layer, a quarter of the photo',
     lambda: whole_route('layer')),
    ('natural merged, a quarter of the photo',
     lambda: whole_route('merged')),
    ('export of all of the photo as PNG', export_of_png),
    ('sheet of before and after, PDF', sheet('before-after')),
    ('sheet of the sessions, PDF', sheet('sessions')),
    ('sheet of the years, PDF', sheet('years')),
    ('sheet of two views, PDF', sheet('views', n_images=2)),
    ('sheet of the years, PNG',
     sheet('years', 'sheet.png', 'screen')),
    ('sheet of the years, a new image', sheet('years', '')),
    ('dot map, SVG',
     lambda: handing_out('dot-map', 'map.svg', format='svg')),
    ('dot map, CSV',
     lambda: handing_out('dot-map', 'map.csv', format='csv')),
    ('count', lambda: handing_out('count', '')),
)


@case('/gimp-3/bench/24-megapixels')
def bench():
    with open(gimp3.path('table'), 'w') as file:
        for name, function in ROWS:
            print('# %-50s %6.2f s' % (name, function()), file=file,
                  flush=True)
            # Views are of all that is open, and what is open takes memory.
            for image in Gimp.get_images():
                image.delete()


def print_table(folder):
    with open(gimp3.path('table', folder)) as file:
        print(file.read(), end='')


if __name__ == '__main__':
    gimp3.main(__file__, [('/gimp-3/bench/table', print_table)])
