# SPDX-License-Identifier: GPL-3.0-or-later
"""What plug-in-follicle-count and plug-in-follicle-dot-map tell in GIMP 3."""

import os
import re

import dot_map
import gimp3
import images3
import png
import scenes
from gimp3 import case
from images3 import Gimp

WIDTH, HEIGHT = 400, 300


def open_image():
    white = png.draw(WIDTH, HEIGHT, lambda x, y: [1.0] * 3)
    image, photo = images3.open_photo(photo=white)
    images3.add_mask(image, scenes.large_mask(WIDTH, HEIGHT))
    return image, photo


def stamp(image, photo, **arguments):
    arguments.setdefault('density', '45')
    return images3.stamp(image, photo, pixels_per_cm=200, size='0.44',
                         **arguments)


def count(image, layer):
    values = images3.call('plug-in-follicle-count', image, layer)
    return [values.index(i) for i in range(1, 8)]


def write(image, layer, format_='csv', name='map'):
    path = gimp3.path(name)
    values = images3.call('plug-in-follicle-dot-map', image, layer,
                          format=format_, file=path)
    return path, values.index(1)


def check_drawn(output, change=None):
    image, photo = open_image()
    layer = stamp(image, photo, output=output)
    if change:
        change(image, layer)
    path, n_dots = write(image, layer)
    dots = dot_map.read_csv(path)
    first, second, third = count(image, layer)[:3]
    assert first + second + third == len(dots) == n_dots > 10, n_dots
    assert [first, second, third] == [
        sum(dot[3] == session for dot in dots) for session in (1, 2, 3)]
    assert {dot[4] for dot in dots} == {layer.get_name()}
    seen = images3.look_at(image)
    dot_map.check_spots(dot_map.find_spots(
        [1 - value for value in seen.values[::3]], WIDTH, HEIGHT), dots)
    return dots


for output in ('effect', 'layers', 'layer'):
    case('/gimp-3/dot-map/has-every-dot-of-%s-and-no-other' % output)(
        lambda output=output: check_drawn(output))


@case('/gimp-3/dot-map/follows-what-is-painted-on-a-live-effect')
def painted():
    def paint(image, layer):
        image.select_rectangle(Gimp.ChannelOps.REPLACE, 0, 0, WIDTH // 2,
                               HEIGHT)
        Gimp.context_set_foreground(images3.Gegl.Color.new('black'))
        layer.edit_fill(Gimp.FillType.FOREGROUND)
        Gimp.Selection.none(image)
    assert all(dot[0] > WIDTH / 2 / 20 - 0.5
               for dot in check_drawn('effect', paint))


@case('/gimp-3/dot-map/follows-an-effect-that-is-moved-and-changed')
def changed():
    def change(image, layer):
        layer.set_offsets(layer.get_offsets()[1] + 20,
                          layer.get_offsets()[2] + 10)
        dots = [f for f in layer.get_filters()
                if f.get_operation_name() == 'follicle:dots'][0]
        dots.get_config().set_property('seed', 9)
        dots.update()
    check_drawn('effect', change)


@case('/gimp-3/dot-map/of-an-effect-is-that-of-layers')
def same():
    found = []
    for output in ('effect', 'layers', 'merged'):
        image, photo = open_image()
        layer = stamp(image, photo, output=output)
        found.append(sorted(dot[:2] for dot
                            in dot_map.read_csv(write(image, layer)[0])))
    assert len({len(dots) for dots in found}) == 1
    for dots in found[1:]:
        for one, other in zip(found[0], dots):
            assert max(abs(a - b) for a, b in zip(one, other)) < 0.002


@case('/gimp-3/dot-map/is-svg-at-true-scale')
def svg():
    image, photo = open_image()
    layer = stamp(image, photo)
    width, height, view, dots = dot_map.read_svg(
        write(image, layer, 'svg')[0])
    assert (width, height, view) == ('20.000mm', '15.000mm',
                                     '0 0 20.000 15.000')
    assert len(dots) == len(dot_map.read_csv(write(image, layer)[0]))


@case('/gimp-3/count/finds-what-was-made-from-the-photo-and-warns')
def from_photo():
    image, photo = open_image()
    stamp(image, photo, output='layers', density='300')
    *_, hours, warnings = count(image, photo)
    assert '300' in warnings and 'guess' not in warnings, warnings
    assert 0 < hours < 1


def check_refused(words, call):
    try:
        call()
    except images3.Refused as refused:
        message = str(refused)
    else:
        raise AssertionError('It was not refused')
    for word in words:
        assert word in message, (word, message)


@case('/gimp-3/dot-map/an-image-without-dots-is-refused')
def without():
    image, photo = open_image()
    check_refused(('nothing', 'stamp'), lambda: count(image, photo))


@case('/gimp-3/dot-map/a-mask-that-is-gone-is-refused')
def gone():
    image, photo = open_image()
    layer = stamp(image, photo, output='layer')
    layer.detach_parasite('follicle-kept-mask')
    image.remove_channel(image.get_channels()[0])
    check_refused(('gone', 'hairline'), lambda: write(image, layer))


@case('/gimp-3/dot-map/a-folder-that-is-not-there-is-refused')
def folder():
    image, photo = open_image()
    layer = stamp(image, photo)
    check_refused(('none/map', 'cannot be written'),
                  lambda: write(image, layer, name='none/map'))
    assert not os.path.exists(gimp3.path('none'))


@case('/gimp-3/dot-map/has-any-name-as-it-is-and-stays-a-file-of-its-kind')
def hostile():
    image, photo = open_image()
    layer = stamp(image, photo, output='effect')
    for name in dot_map.HOSTILE:
        layer.set_name(name)
        name = layer.get_name()
        dot_map.check_name(name, write(image, layer, 'svg', 'hostile.svg')[0],
                           write(image, layer, 'csv', 'hostile.csv')[0])


@case('/gimp-3/dot-map/is-written-to-a-file-of-any-name-or-refused')
def hostile_files():
    image, photo = open_image()
    layer = stamp(image, photo, output='effect')
    for name in ('%s%n.csv', '$(touch gone).csv', '-rf .csv', 'a\nb.csv',
                 'right \u202eto left.csv', '<&\'".csv'):
        path, n_dots = write(image, layer, 'csv', name)
        assert len(dot_map.read_csv(path)) == n_dots, name
    for name in ('long' * 100 + '.csv', 'no/such/folder.csv'):
        try:
            write(image, layer, 'csv', name)
        except images3.Refused as refused:
            assert name[-9:] in str(refused), refused
        else:
            raise AssertionError('It was not refused')
    assert not os.path.exists(gimp3.path('gone'))
    assert not os.path.exists('gone')


@case('/gimp-3/count/refuses-what-has-come-to-mean-millions-of-dots')
def millions():
    image, photo = open_image()
    Gimp.Selection.all(image)
    layer = stamp(image, photo, mask='selection', output='layer')
    text = bytes(layer.get_parasite('follicle-settings').get_data()).decode()
    for name, value in (('pixels-per-cm', '1'), ('density', '400')):
        text, n_changed = re.subn('(?m)^%s=.*$' % name,
                                  '%s=%s' % (name, value), text)
        assert n_changed > 0, text
    layer.attach_parasite(Gimp.Parasite.new('follicle-settings', 1,
                                            text.encode()))
    for procedure in ('count', 'dot-map'):
        arguments = {'file': gimp3.path('no.svg')} if procedure[0] == 'd' else {}
        try:
            images3.call('plug-in-follicle-' + procedure, image, layer,
                         **arguments)
        except images3.Refused as refused:
            assert '48 million' in str(refused), refused
        else:
            raise AssertionError('It was not refused')


if __name__ == '__main__':
    gimp3.main(__file__)
