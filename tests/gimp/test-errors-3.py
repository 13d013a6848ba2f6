# SPDX-License-Identifier: GPL-3.0-or-later
"""What the procedure refuses in GIMP 3, and that it leaves no trace."""

import dot_map
import gimp3
import images3
import scenes
from gimp3 import case
from images3 import Gegl, Gimp


def check_refused(image, drawable, words, **arguments):
    """The message has all the words, and the image is as it was."""
    layers = image.get_layers()
    before = images3.read(layers[-1], 4)
    is_dirty = image.is_dirty()
    try:
        images3.stamp(image, drawable, **arguments)
    except images3.Refused as refused:
        message = str(refused)
    else:
        raise AssertionError('It was not refused')
    for word in words:
        assert word in message, (word, message)
    assert image.get_layers() == layers
    assert image.is_dirty() == is_dirty
    scenes.assert_same(images3.read(layers[-1], 4), before, 0)


REFUSED = (
    ('an-unknown-look', {'look': 'wig'}, ('wig', 'natural', 'buzz-cut')),
    ('an-unknown-density', {'density': 'lots'}, ('lots', 'sparse')),
    ('a-density-below-the-range', {'density': '-1'}, ('-1', '0')),
    ('a-density-above-the-range', {'density': '1e9'}, ('1000000000', '400')),
    ('a-density-that-is-no-number', {'density': 'nan'}, ('nan', '400')),
    ('a-size-above-the-range', {'size': '3.1'}, ('3.1', '2 mm')),
    ('a-malformed-color', {'shade': '#12'}, ('#12',)),
    ('half-a-pixel-per-cm', {'pixels_per_cm': 0.5}, ('0.5', '1')),
    ('an-unknown-output', {'output': 'tattoo'}, ('tattoo', 'merged')),
    ('an-unknown-kind-of-mask', {'mask': 'beard'}, ('beard', 'channel:NAME')),
    ('a-missing-channel', {'mask': 'channel:beard'}, ('beard', 'hairline')),
    ('a-missing-path', {'mask': 'path:beard'}, ('beard', 'none')),
    ('a-missing-layer', {'mask': 'layer:beard'}, ('beard', 'photo')),
    ('a-missing-selection', {'mask': 'selection'}, ('selection',)),
    ('a-missing-layer-mask', {'mask': 'layer-mask'}, ('layer-mask',)),
    ('no-mask-at-all', {'mask': 'auto'}, ('mask',)),
)


def refuse(arguments, words):
    for output in ('effect', 'layers', 'merged'):
        image, photo = images3.open_photo()
        images3.add_mask(image)
        check_refused(image, photo, words, **dict({'output': output},
                                                  **arguments))
        image.delete()


for name, arguments, words in REFUSED:
    case('/gimp-3/errors/%s-is-refused' % name)(
        lambda arguments=arguments, words=words: refuse(arguments, words))


@case('/gimp-3/errors/an-empty-mask-is-refused')
def empty_mask():
    image, photo = images3.open_photo()
    images3.add_mask(image, scenes.black_mask())
    check_refused(image, photo, ('empty',))


@case('/gimp-3/errors/a-narrow-mask-tells-no-scale')
def narrow_mask():
    image, photo = images3.open_photo()
    images3.add_mask(image, scenes.narrow_mask())
    check_refused(image, photo, ('20 pixels', 'scale'), pixels_per_cm=0.0)


@case('/gimp-3/errors/of-one-layer-leave-the-others-as-they-were')
def one_of_several():
    for output in ('merged', 'layers'):
        image, photo = images3.open_photo()
        images3.add_mask(image)
        far = images3.add_layer(image, 'far', scenes.photo(3), 500, 0)
        layers = image.get_layers()
        before = images3.read(photo, 3)
        try:
            images3.stamp(image, photo, far, output=output)
        except images3.Refused as refused:
            assert 'touch' in str(refused), refused
            assert image.get_layers() == layers
        else:
            assert output == 'layers', 'It was not refused'
        scenes.assert_same(images3.read(photo, 3), before, 0)


@case('/gimp-3/errors/twelve-million-dots-are-refused')
def too_many():
    for output in ('effect', 'merged'):
        image, photo = images3.open_photo()
        Gimp.Selection.all(image)
        check_refused(image, photo,
                      ('12 million', '10 million', '1.0 pixels per cm'),
                      mask='selection', pixels_per_cm=1.0, density='400',
                      output=output)
        image.delete()


@case('/gimp-3/errors/say-any-name-as-it-is')
def hostile_names():
    image, photo = images3.open_photo()
    channel = images3.add_mask(image)
    for name in dot_map.HOSTILE:
        channel.set_name(name)
        name = channel.get_name()
        images3.stamp(image, photo, mask='channel:' + name)
        image.remove_layer(image.get_layers()[0])
        check_refused(image, photo, ('"channel:%s"' % (name + '?'), name),
                      mask='channel:%s?' % name)
        word = ''.join(name.split())
        check_refused(image, photo, (word,), look=word)


@case('/gimp-3/errors/a-mask-outside-the-image-is-refused')
def mask_outside():
    image, photo = images3.open_photo()
    images3.add_layer(image, 'far', scenes.hard_mask(), 500, 0)
    check_refused(image, photo, ('empty',), mask='layer:far')


@case('/gimp-3/errors/a-channel-is-no-photo')
def channel_as_photo():
    image, _ = images3.open_photo()
    channel = images3.add_mask(image)
    check_refused(image, channel, ('layer',))


@case('/gimp-3/errors/a-locked-layer-is-not-merged-into')
def locked_layer():
    image, photo = images3.open_photo()
    images3.add_mask(image)
    photo.set_lock_content(True)
    check_refused(image, photo, ('locked',), output='merged')


@case('/gimp-3/errors/an-indexed-image-is-refused')
def indexed_image():
    image, photo = images3.open_photo()
    images3.add_mask(image)
    image.convert_indexed(Gimp.ConvertDitherType.NONE,
                          Gimp.ConvertPaletteType.GENERATE, 16, False, False,
                          '')
    check_refused(image, photo, ('index',))


def check_scheme(folder, arguments, words, remark=''):
    status, said = gimp3.run_scheme(folder, '''
        (let* ((image (gimp-image-new 100 100 RGB))
               (layer (gimp-layer-new image "photo" 100 100 RGB-IMAGE 100
                                      LAYER-MODE-NORMAL)))
          (gimp-image-insert-layer image layer 0 0)
          (gimp-selection-all image)
          (plug-in-follicle-dots #:run-mode RUN-NONINTERACTIVE #:image image
                                 #:drawables (vector layer) %s))''' % arguments)
    assert (status != 0) == bool(words), (status, said)
    for word in words + (remark,):
        assert word in said, said
    assert remark or 'million' not in said


OUTSIDE = [
    ('/gimp-3/errors/a-script-ends-well-where-nothing-is-wrong',
     lambda folder: check_scheme(folder, '', ())),
    ('/gimp-3/errors/a-script-is-told-of-millions-of-dots-and-draws-them',
     lambda folder: check_scheme(
         folder, '#:density "400" #:pixels-per-cm 1.0 #:output "effect"', (),
         'About 4.0 million dots')),
    ('/gimp-3/errors/a-script-ends-with-the-message',
     lambda folder: check_scheme(folder, '#:density "1e9"',
                                 ('1000000000', '400'))),
    ('/gimp-3/errors/a-script-cannot-ask-for-seven-sessions',
     lambda folder: check_scheme(folder, '#:sessions 7', ('sessions',))),
]


if __name__ == '__main__':
    gimp3.main(__file__, OUTSIDE)
