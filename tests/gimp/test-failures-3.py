# SPDX-License-Identifier: GPL-3.0-or-later
"""GIMP refuses a step half-way: the image is as before.

failing.c has each of the plug-in's calls that change an image refused, one
after the other, until none is left.
"""

import functools

import gimp3
import images3
from gimp3 import case
from images3 import Gimp


def look_at(image):
    """What the user sees, and what there is besides. A layer that has been
    changed comes back as a copy of what it was.
    """
    layers = image.get_layers()
    return (images3.look_at(image).values,
            [describe(layer) for layer in layers],
            [channel.get_id() for channel in image.get_channels()],
            Gimp.Selection.bounds(image)[1:],
            sorted(layer.get_name() for layer in image.get_selected_layers()),
            [layer.get_name() for layer in image.get_selected_channels()],
            image.get_parasite_list())


def describe(layer):
    children = layer.get_children() if layer.is_group() else []
    return (layer.get_name(), layer.get_visible(), layer.get_offsets()[1:],
            images3.read(layer, 4).values, sorted(layer.get_parasite_list()),
            [text_of(layer, name) for name in sorted(layer.get_parasite_list())],
            not layer.is_group() and layer.get_apply_mask(),
            [effect.get_operation_name() for effect in layer.get_filters()],
            [describe(child) for child in children])


def text_of(layer, name):
    return bytes(layer.get_parasite(name).get_data())


def fail_at(number):
    with open(gimp3.path('fail-at'), 'w') as file:
        file.write(number and '%d' % number or '')


def is_refused(image, layers, number, arguments):
    fail_at(number)
    try:
        images3.stamp(image, *layers, **arguments)
    except images3.Refused as refused:
        assert 'GIMP could not' in str(refused), refused
        assert '(null)' not in str(refused), refused
        return True
    finally:
        fail_at(None)
    return False


def check(open_image, n_least, **arguments):
    """Opens what there is before, and how it is stamped, anew for each call.
    """
    number = 1
    while True:
        image, layers = open_image()
        image.select_rectangle(Gimp.ChannelOps.REPLACE, 9, 9, 99, 99)
        image.set_selected_layers(layers)
        before = look_at(image)
        if not is_refused(image, layers, number, arguments):
            break
        after = look_at(image)
        for now, then in zip(after, before):
            assert now == then, 'call %d: %s' % (number, str(
                [pair for pair in zip(now, then) if pair[0] != pair[1]])[:2000])
        image.delete()
        number += 1
    assert number > n_least, number
    assert look_at(image)[0] != before[0]
    image.delete()


def open_photo(n_photos=1):
    image, photo = images3.open_photo()
    photos = [photo]
    for i in range(1, n_photos):
        photos.append(images3.add_layer(image, 'photo %d' % i,
                                        images3.read(photo, 3)))
    images3.add_mask(image)
    return image, photos


def open_stamped(**arguments):
    image, photos = open_photo()
    return image, [images3.stamp(image, *photos, **arguments)]


def open_two_effects():
    image, photos = open_photo(2)
    return image, [images3.stamp(image, photo, output='effect')
                   for photo in photos]


for name, n_calls in (('effect', 6), ('layers', 8), ('layer', 2),
                      ('merged', 1)):
    case('/gimp-3/failures/of-%s-leave-the-image-as-it-was' % name)(
        functools.partial(check, open_photo, n_calls, output=name))
for name, n_calls in (('layer', 4), ('merged', 2)):
    case('/gimp-3/failures/of-%s-of-two-photos-leave-both-as-they-were' % name)(
        functools.partial(check, functools.partial(open_photo, 2), n_calls,
                          output=name))
for name, n_calls in (('effect', 4), ('layers', 5), ('layer', 2)):
    case('/gimp-3/failures/of-renewing-%s-leave-the-image-as-it-was' % name)(
        functools.partial(check, functools.partial(open_stamped, output=name),
                          n_calls, density='40', mask='auto'))
    case('/gimp-3/failures/of-%s-in-place-of-layers-leave-them' % name)(
        functools.partial(check, functools.partial(open_stamped,
                                                   output='layers'),
                          n_calls, density='40', output=name))
case('/gimp-3/failures/of-another-mask-for-an-effect-leave-it-as-it-was')(
    functools.partial(check, functools.partial(open_stamped, output='effect'),
                      6, mask='selection'))
case('/gimp-3/failures/of-renewing-two-effects-leave-both-as-they-were')(
    functools.partial(check, open_two_effects, 8, density='40', mask='auto'))


if __name__ == '__main__':
    gimp3.main(__file__)
