# SPDX-License-Identifier: GPL-3.0-or-later
"""What the procedure makes in GIMP 2.10."""

import configparser
import os

import gimp2
import png
import scenes
import wide_profile
from gimp2 import case

# A step of 8 bits, and what three layers of 16 bits may add up to.
ONE_STEP = 1.01 / 255
DEEP = 3e-4
# 8 bits of linear light are coarser in the shadows.
LINEAR_STEPS = 2.5 / 255


def read_parasite(stage):
    text = configparser.ConfigParser()
    text.read_string(stage['parasite'].replace('|', '\n'))
    return text


LINE = 'pixels-per-cm softness feather undulation irregularity '
EDGES = LINE + 'avoid-hair avoid-glare'
HAIRLINE = LINE + 'edge-density outliers'
DOTS = ('pixels-per-cm density diameter diameter-variation strength '
        'strength-variation depth shadow surface photo-blur photo-grain '
        'jitter erythema front-fineness dropouts sessions age shade skin')


def recipe(stage, operation):
    """An operation's properties, from the parasite of what was made."""
    text = read_parasite(stage)
    return {name: text['recipe'][name] for name in operation.split()}


def write_scene(stage, channels, bits=8, mask=None):
    png.write(stage.path('photo.png'), scenes.photo(channels), bits)
    png.write(stage.path('mask.png'), mask or scenes.soft_mask(), bits)


def open_scene(stage, convert=''):
    stage.scheme('''
      (define image (open-with-photo {photo}))
      (define photo (photo-of image))
      %s
      (define channel (add-channel image {mask} "hairline"))
      (gimp-image-clean-all image)
    ''' % convert, photo=stage.path('photo.png'), mask=stage.path('mask.png'))


# Many cases share their pigment.
transmittances = {}


def get_transmittance(stage, session):
    chain = (recipe(stage, EDGES), dict(recipe(stage, HAIRLINE), seed=7),
             dict(recipe(stage, DOTS), seed=7, session=session))
    key = [repr(chain)]
    for name in ('mask.png', 'photo.png'):
        with open(stage.path(name), 'rb') as file:
            key.append(file.read())
    key = tuple(key)
    if key not in transmittances:
        gimp2.draw_transmittance(stage.path('mask.png'),
                                 stage.path('photo.png'),
                                 stage.path('passed.png'), chain,
                                 stage.folder)
        transmittances[key] = png.read(stage.path('passed.png'))
    return transmittances[key]


def composes(channels, bits, output, tolerance, convert='', look='plain'):
    """A case: what GIMP shows is photo × transmittance."""
    def run(stage):
        # Whether a dot is there can hang on the last bit of a grey, so that
        # only an image that stores the mask as it came may have greys.
        write_scene(stage, channels, bits,
                    scenes.hard_mask() if convert or bits > 8 else None)
        open_scene(stage, convert)
        stage.scheme('''
          (define made (stamp image photo '(mask "channel:hairline")
                              '(look "%s") '(output "%s") '(seed 7)))
          (report "parasite" (parasite-of made))
          (save image {found})
        ''' % (look, output), found=stage.path('found.png'))
        yield
        photo = png.read(stage.path('photo.png'))
        expected = photo
        for session in (('first', 'second', 'third') if output == 'layers'
                        else ('all',)):
            expected = scenes.multiply(expected,
                                       get_transmittance(stage, session))
        if look == 'matched':
            assert float(recipe(stage, 'photo-grain')['photo-grain']) > 0.01
        assert scenes.darkening(expected, photo) > 200
        scenes.assert_same(png.read(stage.path('found.png')), expected,
                           tolerance)
    return run


PRECISIONS = (
    ('8-bit', 8, ONE_STEP, ''),
    ('16-bit', 16, DEEP, ''),
    ('8-bit-linear', 8, LINEAR_STEPS, 'PRECISION-U8-LINEAR'),
    ('float', 16, DEEP, 'PRECISION-FLOAT-GAMMA'),
    ('linear-float', 16, DEEP, 'PRECISION-FLOAT-LINEAR'),
)
MODELS = (('rgb', 3), ('rgba', 4), ('gray', 1), ('gray-alpha', 2))


def hides_a_scar(output):
    def run(stage):
        png.write(stage.path('photo.png'), scenes.scarred_photo(), 8)
        png.write(stage.path('mask.png'), scenes.scar_mask(), 8)
        open_scene(stage)
        stage.scheme('''
          (stamp image photo '(mask "channel:hairline") '(look "scar-line")
                 '(output "%s"))
          (save image {found})
        ''' % output, found=stage.path('found.png'))
        yield
        scenes.assert_scar_disappears(png.read(stage.path('found.png')),
                                      png.read(stage.path('photo.png')))
    return run


def add_compositions():
    for output in ('layers', 'layer', 'merged'):
        case('/outputs/%s/hides-a-scar-and-leaves-stubble' % output)(
            hides_a_scar(output))
        for model, channels in MODELS:
            for precision, bits, tolerance, constant in PRECISIONS:
                if precision != '8-bit' and channels != 3 \
                        and (output, precision) != ('layers', 'linear-float'):
                    continue
                convert = constant and (
                    '(gimp-image-convert-precision image %s)' % constant)
                case('/outputs/%s/%s-%s-shows-photo-times-transmittance' % (
                    output, precision, model))(
                        composes(channels, bits, output, tolerance, convert))
        case('/outputs/%s/with-grain-shows-photo-times-transmittance'
             % output)(composes(3, 16, output, DEEP, look='matched'))


add_compositions()


@case('/outputs/in-a-wide-colour-space-are-all-the-same')
def wide_space(stage):
    write_scene(stage, 3, 16, scenes.hard_mask())
    wide_profile.write(stage.path('wide.icc'))
    open_scene(stage, '''
      (gimp-image-set-color-profile-from-file image "file://%s")
    ''' % stage.path('wide.icc'))
    # GIMP quietly keeps sRGB where it does not understand a profile.
    stage.scheme('''
      (report "profile-size"
              (car (gimp-image-get-color-profile image)))
    ''')
    for output in ('layer', 'layers', 'merged'):
        stage.scheme('''
          (define made (stamp image photo '(mask "channel:hairline")
                              '(output "%s") '(shade "#1020ff") '(seed 7)))
          (save image {found})
          (if (not (= made photo)) (gimp-image-remove-layer image made))
        ''' % output, found=stage.path(output + '.png'))
    yield
    assert int(stage['profile-size']) == os.path.getsize(
        stage.path('wide.icc'))
    layer, layers, merged = (png.read(stage.path(name + '.png'))
                             for name in ('layer', 'layers', 'merged'))
    assert scenes.darkening(merged, png.read(stage.path('photo.png'))) > 10
    scenes.assert_same(layer, merged, DEEP)
    scenes.assert_same(layers, merged, ONE_STEP)


@case('/outputs/merged/of-a-look-is-what-follicle-stamp-makes')
def chain(stage):
    write_scene(stage, 3, 16, scenes.hard_mask())
    open_scene(stage)
    stage.scheme('''
      (define made (stamp image photo '(mask "channel:hairline")
                          '(look "natural") '(output "merged") '(seed 7)))
      (report "parasite" (parasite-of made))
      (save image {found})
    ''', found=stage.path('found.png'))
    yield
    text = read_parasite(stage)
    # What the plug-in alone does.
    own = ('origin-x', 'origin-y', 'match-tone', 'photo-match')
    settings = {name: value for name, value in text['recipe'].items()
                if name not in own}
    gimp2.draw_stamped(stage.path('photo.png'), stage.path('mask.png'),
                       stage.path('expected.png'), dict(settings, seed=7),
                       stage.folder)
    photo = png.read(stage.path('photo.png'))
    found = png.read(stage.path('found.png'))
    assert scenes.darkening(found, photo) > 200
    expected = scenes.without_alpha(png.read(stage.path('expected.png')))
    # Dots grow with the density, whose last bit is not the same both ways.
    scenes.assert_same(found, expected, ONE_STEP)


@case('/outputs/layers/are-a-passing-group-of-multiplying-sessions')
def sessions(stage):
    write_scene(stage, 3, mask=scenes.hard_mask())
    open_scene(stage)
    stage.scheme('''
      (define group (stamp image photo '(mask "channel:hairline")))
      (define children (vector->list (cadr (gimp-item-get-children group))))
      (define (each f) (map (lambda (c) (car (f c))) children))
      (report "name" (gimp-item-get-name group))
      (report "is-group" (gimp-item-is-group group))
      (report "mode" (= (car (gimp-layer-get-mode group))
                        LAYER-MODE-PASS-THROUGH))
      (report "names" (each gimp-item-get-name))
      (report "modes" (map (lambda (m) (= m LAYER-MODE-MULTIPLY))
                           (each gimp-layer-get-mode)))
      (report "offsets" (map gimp-drawable-offsets children))
      (report "widths" (each gimp-drawable-width))
      (report "heights" (each gimp-drawable-height))
      (report "layers" (map (lambda (l) (car (gimp-item-get-name l)))
                            (vector->list (cadr (gimp-image-get-layers
                                                  image)))))
      (report "active" (gimp-item-get-name
                         (car (gimp-image-get-active-layer image))))
      (save-layer image photo {photo-after})
    ''', **{'photo-after': stage.path('photo-after.png')})
    yield
    assert stage['name'] == 'Follicle dots'
    assert stage['is-group'] == '1' and stage['mode'] == '#t'
    assert stage['names'] == 'Session 3 Session 2 Session 1'
    assert stage['modes'] == '#t #t #t'
    # The ellipse reaches from 34 to 174 and from 21 to 125; black is wanted
    # around it, and 5 mm in which dots go on to the head's outline.
    assert stage['offsets'] == '13 0 13 0 13 0', stage['offsets']
    assert stage['widths'] == '182 182 182', stage['widths']
    assert stage['heights'] == '146 146 146', stage['heights']
    assert stage['layers'] == 'Follicle dots photo'
    assert stage['active'] == 'photo'
    assert (png.read(stage.path('photo-after.png')).values
            == png.read(stage.path('photo.png')).values)


@case('/outputs/layers/are-as-many-as-sessions-were-done')
def one_session(stage):
    write_scene(stage, 3)
    open_scene(stage)
    stage.scheme('''
      (define group (stamp image photo '(mask "channel:hairline")
                           '(sessions 2)))
      (report "n" (car (gimp-item-get-children group)))
    ''')
    yield
    assert stage['n'] == '2'


@case('/outputs/layer/is-one-multiplying-layer')
def one_layer(stage):
    write_scene(stage, 3)
    open_scene(stage)
    stage.scheme('''
      (define layer (stamp image photo '(mask "channel:hairline")
                           '(output "layer")))
      (report "is-group" (gimp-item-is-group layer))
      (report "mode" (= (car (gimp-layer-get-mode layer))
                        LAYER-MODE-MULTIPLY))
      (report "name" (gimp-item-get-name layer))
      (report "position" (gimp-image-get-item-position image layer))
    ''')
    yield
    assert stage['is-group'] == '0' and stage['mode'] == '#t'
    assert stage['name'] == 'Follicle dots' and stage['position'] == '0'


@case('/outputs/merged/changes-the-photo-and-nothing-else')
def merged(stage):
    write_scene(stage, 4, mask=scenes.hard_mask())
    open_scene(stage)
    stage.scheme('''
      (gimp-image-select-ellipse image CHANNEL-OP-REPLACE 3 5 50 60)
      (define before (gimp-selection-bounds image))
      (define made (stamp image photo '(mask "channel:hairline")
                          '(output "merged")))
      (report "same" (= made photo))
      (report "layers" (car (gimp-image-get-layers image)))
      (report "channels" (car (gimp-image-get-channels image)))
      (report "selection" (equal? before (gimp-selection-bounds image)))
      (report "edge" (gimp-selection-value image 4 35))
      (report "outside" (gimp-selection-value image 60 35))
      (report "active" (= photo (car (gimp-image-get-active-layer image))))
      (report "parasite" (parasite-of made))
      (save-layer image photo {found})
    ''', found=stage.path('found.png'))
    yield
    assert stage['same'] == '#t' and stage['layers'] == '1'
    assert stage['channels'] == '1' and stage['active'] == '#t'
    assert stage['selection'] == '#t' and stage['outside'] == '0'
    assert stage['edge'] != '0'
    found = png.read(stage.path('found.png'))
    before = png.read(stage.path('photo.png'))
    assert found.values[3::4] == before.values[3::4], 'alpha'
    scenes.assert_untouched(found, before,
                            lambda x, y: scenes.ellipse(x, y) < 1)
    assert scenes.count_changed(found, before) > 2000


@case('/outputs/merged/respects-the-offsets-of-the-photo')
def offset_photo(stage):
    write_scene(stage, 3, mask=scenes.hard_mask())
    png.write(stage.path('small.png'), scenes.photo(3, 90, 70))
    open_scene(stage)
    stage.scheme('''
      (define small (add-layer image {small} "small"))
      (gimp-layer-set-offsets small 30 40)
      (gimp-image-set-active-layer image small)
      (define whole (stamp image photo '(mask "channel:hairline")
                           '(output "merged") '(seed 3)))
      (save-layer image photo {whole})
      (stamp image small '(mask "channel:hairline") '(output "merged")
             '(seed 3))
      (save-layer image small {part})
    ''', small=stage.path('small.png'), whole=stage.path('whole.png'),
                 part=stage.path('part.png'))
    yield
    whole = png.read(stage.path('whole.png'))
    photo = png.read(stage.path('photo.png'))
    part = png.read(stage.path('part.png'))
    small = png.read(stage.path('small.png'))
    n_compared = 0
    for y in range(70):
        for x in range(90):
            took = [scenes.linear(a) / scenes.linear(b) for a, b in
                    zip(whole.pixel(x + 30, y + 40),
                        photo.pixel(x + 30, y + 40))]
            expected = [scenes.gamma(t * scenes.linear(v))
                        for t, v in zip(took, small.pixel(x, y))]
            for found, wanted in zip(part.pixel(x, y), expected):
                assert abs(found - wanted) < 2.5 / 255, (x, y)
            n_compared += took[0] < 0.9
    assert n_compared > 100


@case('/outputs/auto/is-layers-here')
def auto(stage):
    write_scene(stage, 3)
    open_scene(stage)
    stage.scheme('''
      (define made (stamp image photo '(mask "channel:hairline")))
      (report "is-group" (gimp-item-is-group made))
      (report "parasite" (parasite-of made))
    ''')
    yield
    assert stage['is-group'] == '1'
    assert '|output=layers|' in stage['parasite']


@case('/outputs/a-parasite-tells-what-was-asked-and-what-came-of-it')
def parasite(stage):
    write_scene(stage, 3)
    open_scene(stage)
    stage.scheme('''
      (define made (stamp image photo '(mask "channel:hairline")
                          '(look "buzz-cut") '(density "61.5")
                          '(size "fine") '(shade "#123456") '(sessions 2)
                          '(age 7.5) '(pixels-per-cm 33) '(seed 12)))
      (report "parasite" (parasite-of made))
      (report "flags" (cadr (car (gimp-item-get-parasite
                                   made "follicle-settings"))))
    ''')
    yield
    text = read_parasite(stage)
    asked, made = text['follicle'], text['recipe']
    assert asked['look'] == 'buzz-cut' and asked['density'] == '61.5'
    assert asked['size'] == 'fine' and asked['shade'] == '#123456'
    assert asked['seed'] == '12' and asked['mask'] == 'channel:hairline'
    assert asked['version'] and asked['format'] == '1'
    assert float(made['density']) == 61.5 and made['shade'] == '#123456'
    assert float(made['diameter']) == 0.3 and float(made['age']) == 7.5
    assert float(made['sessions']) == 2
    assert float(made['pixels-per-cm']) == 33
    assert int(stage['flags']) & 1, 'not persistent'


if __name__ == '__main__':
    gimp2.main()
