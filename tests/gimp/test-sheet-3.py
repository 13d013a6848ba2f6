# SPDX-License-Identifier: GPL-3.0-or-later
"""What plug-in-follicle-sheet makes in GIMP 3."""

import os

import gimp3
import images3
import png
import scenes
import sheets
import small_disk
from gimp3 import case
from images3 import Gimp, Gio

WIDTH, HEIGHT = 300, 220


def open_image(scale=100, **arguments):
    image, photo = images3.open_photo(photo=scenes.photo(3, WIDTH, HEIGHT))
    images3.add_mask(image, scenes.large_mask(WIDTH, HEIGHT))
    layer = images3.stamp(image, photo, pixels_per_cm=scale, **arguments)
    return image, photo, layer


def write(image, layer, name='sheet.pdf', **arguments):
    path = gimp3.path(name)
    values = images3.call('plug-in-follicle-sheet', image, layer, file=path,
                          **arguments)
    return path, values.index(2)


def see_stamped(**arguments):
    image, *_ = open_image(output='layers', **arguments)
    picture = images3.look_at(image)
    image.delete()
    return picture


def check_panels(output, layout, wanted):
    """Panels show what stamping the same by other numbers shows, all of them
    the same place.
    """
    image, _, layer = open_image(output=output)
    path, n_panels = write(image, layer, layout=layout)
    image.delete()
    pictures = sheets.read_pictures(path)
    for name in os.listdir(os.path.dirname(path)):
        if name.startswith('sheet.pdf'):
            os.remove(gimp3.path(name))
    assert n_panels == len(pictures) == len(wanted), len(pictures)
    places = {sheets.check_part(part, whole)
              for part, whole in zip(pictures, wanted)}
    assert len(places) == 1, places
    place, = places
    nearest = [sheets.find_nearest(part, wanted, place) for part in pictures]
    assert nearest == list(range(len(wanted))), nearest


for output in ('effect', 'layers'):
    @case('/gimp-3/sheet/sessions-of-%s-are-what-stamping-makes' % output)
    def sessions(output=output):
        check_panels(output, 'sessions', [scenes.photo(3, WIDTH, HEIGHT)] + [
            see_stamped(sessions=n) for n in (1, 2, 3)])

    @case('/gimp-3/sheet/years-of-%s-are-what-stamping-makes' % output)
    def years(output=output):
        check_panels(output, 'years',
                     [see_stamped(age=age) for age in (1, 12, 36, 60)])

    @case('/gimp-3/sheet/before-and-after-of-%s-leaves-the-image' % output)
    def untouched(output=output):
        image, _, layer = open_image(output=output)
        before = images3.look_at(image)
        n_images = len(Gimp.get_images())
        path, _ = write(image, layer, title='Studio', note='A note',
                        looks='natural, buzz-cut')
        sheets.check_pdf(path, 3, 'Studio', 'A note', 'Natural', 'Buzz cut')
        assert images3.look_at(image).values == before.values
        assert len(Gimp.get_images()) == n_images
        image.delete()


@case('/gimp-3/sheet/shows-more-of-the-photo-where-the-paper-has-room')
def widen():
    image, _, layer = open_image()
    for layout, columns in (('before-after', 2), ('years', 2)):
        path, _ = write(image, layer, layout + '.pdf', layout=layout)
        sheets.check_bar(path, 100)
        pictures = sheets.read_pictures(path)
        # The mask is in the middle, and the photo wider than high.
        assert {(part.width, part.height) for part in pictures} == {
            (pictures[0].width, pictures[0].height)}
        assert pictures[0].height == HEIGHT, pictures[0].height
    image.delete()


@case('/gimp-3/sheet/has-nothing-of-the-photos-metadata')
def clean():
    name = gimp3.path('secret.png')
    png.write(name, scenes.photo(3, WIDTH, HEIGHT))
    sheets.stamp_secrets(name)
    image = Gimp.file_load(Gimp.RunMode.NONINTERACTIVE,
                           Gio.File.new_for_path(name))
    images3.add_mask(image, scenes.large_mask(WIDTH, HEIGHT))
    layer = images3.stamp(image, image.get_layers()[0], pixels_per_cm=100)
    sheets.check_pdf(write(image, layer)[0], 2)
    sheets.check_clean(write(image, layer, 'sheet.png', paper='screen')[0])
    made = images3.call('plug-in-follicle-sheet', image, layer,
                        paper='screen').index(1)
    assert made.get_metadata() is None or not any(
        secret in made.get_metadata().serialize()
        for secret in sheets.SECRETS)
    assert sum(layer.get_name().startswith(sheets.MARK)
               for layer in made.get_layers()) == 2
    made.delete()
    image.delete()


@case('/gimp-3/sheet/any-name-is-text-and-leaves-the-panels-whole')
def hostile():
    image, _, layer = open_image()
    layer.set_name(sheets.HOSTILE)
    image.set_file(Gio.File.new_for_path(gimp3.path('<b>&\'"\n%n.png')))
    for title, note, words in (
            (sheets.HOSTILE, 'two\nlines, \x07bell', sheets.HOSTILE),
            ('long ' * 2000, sheets.HOSTILE + ' label=' + 'wide ' * 2000,
             'long long'),
            ('\u0639\u064a\u0627\u062f\u0629 ' * 99 + '\U0001f600',
             'x' * 10000, 'xxxx')):
        write(image, layer, '', title=title, note=note)
        named, = [name for name in os.listdir(gimp3.path(''))
                  if name.endswith('-sheet.pdf')]
        path = gimp3.path('hostile.pdf')
        os.replace(gimp3.path(named), path)
        sheets.check_pdf(path, 2, words)
        one, other = sheets.read_pictures(path)
        assert (one.width, one.height) == (other.width, other.height)
    sheets.add_looks(os.environ['XDG_CONFIG_HOME'])
    for layout, n_panels in (('years', 12), ('before-after', 4)):
        path, _ = write(image, layer, layout + '-named.pdf', layout=layout,
                        looks=sheets.LOOKS, title=sheets.HOSTILE)
        sheets.check_named(path, n_panels)
    sheets.check_clean(write(image, layer, 'named.png', paper='screen',
                             looks=sheets.LOOKS, title='long ' * 2000,
                             note=sheets.HOSTILE)[0])
    image.delete()


@case('/gimp-3/sheet/views-are-the-open-images-with-dots')
def views():
    images = [open_image(scale)[0::2] for scale in (100, 110)]
    other, _ = images3.open_photo()
    path, n_panels = write(*images[0], layout='views')
    assert n_panels == 4
    sheets.check_pdf(path, 4, 'View 1, before', 'View 2, after',
                     '100.0, 110.0 pixels per cm')
    for image in [image for image, _ in images] + [other]:
        image.delete()


def check_refused(words, **arguments):
    image, _, layer = open_image()
    refuse(image, layer, words, **arguments)
    image.delete()


def refuse(image, layer, words, **arguments):
    files = os.listdir(gimp3.path(''))
    try:
        write(image, layer, 'refused.pdf', **arguments)
    except images3.Refused as refused:
        message = str(refused)
    else:
        raise AssertionError('It was not refused')
    for word in words:
        assert word in message, (word, message)
    assert os.listdir(gimp3.path('')) == files


@case('/gimp-3/sheet/different-scales-among-views-are-refused')
def scales():
    images = [open_image(scale)[0::2] for scale in (100, 50)]
    refuse(*images[0], ('different scales', '100.0', '50.0', '200 %'),
           layout='views')
    for image, _ in images:
        image.delete()


@case('/gimp-3/sheet/views-of-one-image-are-refused')
def one_view():
    check_refused(('at least 2', 'there is 1'), layout='views')


@case('/gimp-3/sheet/an-image-without-dots-is-refused')
def without():
    image, photo = images3.open_photo()
    refuse(image, photo, ('nothing', 'stamp'))
    image.delete()


@case('/gimp-3/sheet/a-logo-that-is-no-picture-is-refused')
def logo():
    check_refused(('Logo', 'picture'), title='Studio logo=' + __file__)


@case('/gimp-3/sheet/a-full-disk-leaves-the-old-file-and-nothing-beside-it'
      + small_disk.UNLESS_ROOT)
def full_disk():
    if small_disk.UNLESS_ROOT:
        return
    image, _, layer = open_image()
    with small_disk.mounted(gimp3.path('full'), 8):
        for procedure, name in (('sheet', 'old.pdf'), ('sheet', 'old.png'),
                                ('dot-map', 'old.svg')):
            path = gimp3.path(os.path.join('full', name))
            with open(path, 'w') as file:
                file.write('old')
            try:
                images3.call('plug-in-follicle-' + procedure, image, layer,
                             file=path)
            except images3.Refused as refused:
                message = str(refused)
            else:
                raise AssertionError('It was not refused')
            assert name in message and 'No space left' in message, message
            assert os.listdir(os.path.dirname(path)) == [name]
            with open(path) as file:
                assert file.read() == 'old'
            os.remove(path)
    image.delete()


@case('/gimp-3/sheet/an-unknown-look-is-refused')
def look():
    check_refused(('none-such',), looks='none-such')


if __name__ == '__main__':
    os.environ['SOURCE_DATE_EPOCH'] = sheets.SOURCE_DATE_EPOCH
    gimp3.main(__file__)
