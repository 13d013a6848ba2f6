# SPDX-License-Identifier: GPL-3.0-or-later
"""Where the dots go in GIMP 2.10: masks of every kind."""

import gimp2
import png
import scenes
from gimp2 import case


def write_scene(stage, mask, channels=3):
    png.write(stage.path('photo.png'), scenes.photo(channels))
    png.write(stage.path('mask.png'), mask)
    stage.scheme('(define image (open-with-photo {photo}))'
                 '(define photo (photo-of image))',
                 photo=stage.path('photo.png'))


def stamp_into(stage, name, drawable='photo', mask='auto', changes=''):
    """Stamps, saves the picture as `name` and takes the layer away again."""
    stage.scheme('''
      (let ((made (stamp image %s '(mask "%s") '(output "layer") %s)))
        (save image {path})
        (gimp-image-remove-layer image made))
    ''' % (drawable, mask, changes), path=stage.path(name))


def only_inside(stage, name, is_inside):
    """The dots are inside, and there are some."""
    photo = png.read(stage.path('photo.png'))
    found = png.read(stage.path(name))
    scenes.assert_untouched(found, photo, is_inside)
    assert scenes.count_changed(found, photo) > 500
    return found


def in_ellipse(x, y):
    return scenes.ellipse(x, y) < 1


@case('/masks/every-kind-gives-the-same-dots')
def every_kind(stage):
    write_scene(stage, scenes.hard_mask())
    stage.scheme('''
      (add-channel image {mask} "line")
      (define source (add-layer image {mask} "drawn"))
      (define selected (car (gimp-image-get-channel-by-name image "line")))
    ''', mask=stage.path('mask.png'))
    stamp_into(stage, 'channel.png', mask='channel:line')
    stamp_into(stage, 'drawn.png', mask='layer:drawn')
    stage.scheme('(gimp-image-select-item image CHANNEL-OP-REPLACE selected)')
    stamp_into(stage, 'selection.png', mask='selection')
    stamp_into(stage, 'auto.png')
    stage.scheme('''
      (define mask (car (gimp-layer-create-mask photo ADD-MASK-SELECTION)))
      (gimp-layer-add-mask photo mask)
      (gimp-layer-set-apply-mask photo FALSE)
      (gimp-layer-set-edit-mask photo FALSE)
      (gimp-selection-none image)
    ''')
    stamp_into(stage, 'layer-mask.png', mask='layer-mask')
    stamp_into(stage, 'auto-mask.png')
    stamp_into(stage, 'mask-itself.png', drawable='mask')
    yield
    first = only_inside(stage, 'channel.png', in_ellipse)
    for name in ('drawn', 'selection', 'auto', 'layer-mask', 'auto-mask',
                 'mask-itself'):
        scenes.assert_same(png.read(stage.path(name + '.png')), first, 0)


def see_around(output):
    """A case: a layer mask that hides the photo around itself."""
    def run(stage):
        write_scene(stage, scenes.hard_mask())
        stage.scheme('''
          (gimp-image-select-item image CHANNEL-OP-REPLACE
                                  (add-channel image {mask} "line"))
          (define mask (car (gimp-layer-create-mask photo ADD-MASK-SELECTION)))
          (gimp-layer-add-mask photo mask)
          (gimp-selection-none image)
          (stamp image photo '(output "%s"))
          (report "applied" (car (gimp-layer-get-apply-mask photo)))
          (report "kept" (= mask (car (gimp-layer-get-mask photo))))
          (gimp-layer-remove-mask photo MASK-DISCARD)
          (save image {found})
        ''' % output, mask=stage.path('mask.png'),
                     found=stage.path('found.png'))
        yield
        assert stage['applied'] == '0' and stage['kept'] == '#t'
        only_inside(stage, 'found.png',
                    lambda x, y: scenes.ellipse(x, y) < 1.1)
    return run


for output in ('layers', 'layer', 'merged'):
    case('/masks/a-layer-mask-hides-nothing-after-%s' % output)(
        see_around(output))


@case('/masks/auto/takes-the-selection-before-the-layer-mask')
def selection_first(stage):
    write_scene(stage, scenes.hard_mask())
    stage.scheme('''
      (define mask (car (gimp-layer-create-mask photo ADD-MASK-WHITE)))
      (gimp-layer-add-mask photo mask)
      (gimp-image-select-rectangle image CHANNEL-OP-REPLACE 40 30 100 80)
      (report "parasite" (parasite-of (stamp image photo)))
    ''')
    stamp_into(stage, 'found.png')
    yield
    assert '|mask=selection|' in stage['parasite']


@case('/masks/a-channel-to-work-on-means-the-topmost-layer')
def on_channel(stage):
    write_scene(stage, scenes.hard_mask())
    stage.scheme('(define channel (add-channel image {mask} "line"))',
                 mask=stage.path('mask.png'))
    stamp_into(stage, 'photo-found.png', mask='channel:line')
    stage.scheme('(gimp-image-set-active-channel image channel)')
    stamp_into(stage, 'channel.png', drawable='channel', mask='channel:line')
    stage.scheme('''
      (report "active" (= channel (car (gimp-image-get-active-channel image))))
    ''')
    yield
    found = only_inside(stage, 'channel.png', in_ellipse)
    scenes.assert_same(found, png.read(stage.path('photo-found.png')), 0)
    assert stage['active'] == '#t'


@case('/masks/path/fills-its-inside-and-leaves-no-trace')
def path(stage):
    write_scene(stage, scenes.hard_mask())
    stage.scheme('''
      (define path (car (gimp-vectors-new image "contour")))
      (gimp-image-insert-vectors image path 0 0)
      (define stroke (car (gimp-vectors-bezier-stroke-new-moveto
                            path 40 30)))
      (for-each (lambda (p)
                  (gimp-vectors-bezier-stroke-lineto path stroke
                                                     (car p) (cadr p)))
                '((160 30) (160 120) (40 120)))
      (gimp-vectors-stroke-close path stroke)
      (gimp-image-select-ellipse image CHANNEL-OP-REPLACE 3 5 20 20)
      (define before (gimp-selection-bounds image))
      (define images (car (gimp-image-list)))
    ''')
    stamp_into(stage, 'path.png', mask='path:contour')
    stage.scheme('''
      (report "same-selection" (equal? before (gimp-selection-bounds image)))
      (report "channels" (car (gimp-image-get-channels image)))
      (report "same-images" (= images (car (gimp-image-list))))
      (gimp-image-select-rectangle image CHANNEL-OP-REPLACE 40 30 120 90)
    ''')
    stamp_into(stage, 'rectangle.png', mask='selection')
    yield
    found = only_inside(stage, 'path.png', lambda x, y: (
        40 <= x < 160 and 30 <= y < 120))
    scenes.assert_same(found, png.read(stage.path('rectangle.png')), 0)
    assert stage['same-selection'] == '#t' and stage['same-images'] == '#t'
    assert stage['channels'] == '0'


@case('/masks/layer/counts-where-it-lies-in-the-image')
def layer_offsets(stage):
    write_scene(stage, scenes.hard_mask())
    png.write(stage.path('small.png'), png.draw(70, 60, lambda x, y: [1.0]))
    png.write(stage.path('shifted.png'), png.draw(
        scenes.WIDTH, scenes.HEIGHT,
        lambda x, y: [float(x >= 150 and y < 45)]))
    stage.scheme('''
      (define small (add-layer image {small} "small"))
      (gimp-layer-set-offsets small 150 -15)
      (add-channel image {shifted} "shifted")
    ''', small=stage.path('small.png'), shifted=stage.path('shifted.png'))
    stamp_into(stage, 'layer.png', mask='layer:small')
    stamp_into(stage, 'channel.png', mask='channel:shifted')
    yield
    found = only_inside(stage, 'layer.png', lambda x, y: x >= 150 and y < 45)
    scenes.assert_same(found, png.read(stage.path('channel.png')), 0)


@case('/masks/layer/counts-as-luma-times-alpha')
def layer_alpha(stage):
    write_scene(stage, scenes.hard_mask())
    # White everywhere, the ellipse in alpha alone.
    png.write(stage.path('alpha.png'), png.draw(
        scenes.WIDTH, scenes.HEIGHT,
        lambda x, y: [1.0, 1.0, 1.0, float(in_ellipse(x, y))]))
    stage.scheme('(add-layer image {alpha} "alpha")'
                 '(add-channel image {mask} "line")',
                 alpha=stage.path('alpha.png'), mask=stage.path('mask.png'))
    stamp_into(stage, 'layer.png', mask='layer:alpha')
    stamp_into(stage, 'channel.png', mask='channel:line')
    yield
    found = only_inside(stage, 'layer.png', in_ellipse)
    scenes.assert_same(found, png.read(stage.path('channel.png')), 0)


def half_is_half(convert, mask_of):
    """A case: a mask painted half grey holds about half the ink."""
    def run(stage):
        png.write(stage.path('half.png'), scenes.half_mask())
        write_scene(stage, scenes.hard_mask())
        stage.scheme(convert)
        for name in ('mask', 'half'):
            stage.scheme(mask_of, mask=stage.path(name + '.png'))
            stamp_into(stage, name + '-found.png', changes="'(age 0)",
                       mask='layer-mask' if 'add-mask' in mask_of
                       else 'channel:line')
        yield
        photo = png.read(stage.path('photo.png'))
        whole, half = (scenes.darkening(png.read(stage.path(name)), photo)
                       for name in ('mask-found.png', 'half-found.png'))
        assert 0.40 < half / whole < 0.62, half / whole
    return run


OF_CHANNEL = '''
  (if (> (car (gimp-image-get-channels image)) 0)
      (gimp-image-remove-channel
        image (car (gimp-image-get-channel-by-name image "line"))))
  (add-channel image {mask} "line")
'''
OF_LAYER_MASK = '''
  (if (not (= -1 (car (gimp-layer-get-mask photo))))
      (gimp-layer-remove-mask photo MASK-DISCARD))
  (let ((source (add-layer image {mask} "source"))
        (mask (car (gimp-layer-create-mask photo ADD-MASK-BLACK))))
    (gimp-layer-add-mask photo mask)
    (gimp-layer-set-apply-mask photo FALSE)
    (gimp-edit-copy source)
    (gimp-floating-sel-anchor (car (gimp-edit-paste mask FALSE)))
    (gimp-image-remove-layer image source)
    (gimp-image-set-active-layer image photo))
'''
FLOAT = '(gimp-image-convert-precision image PRECISION-FLOAT-LINEAR)'

case('/masks/channel/half-grey-is-half-the-density')(
    half_is_half('', OF_CHANNEL))
case('/masks/channel/half-grey-is-half-the-density-in-linear-float')(
    half_is_half(FLOAT, OF_CHANNEL))
case('/masks/layer-mask/half-grey-is-half-the-density')(
    half_is_half('', OF_LAYER_MASK))
case('/masks/layer-mask/half-grey-is-half-the-density-in-linear-float')(
    half_is_half(FLOAT, OF_LAYER_MASK))


@case('/masks/another-box-moves-no-dot')
def phase(stage):
    def far_corner(x, y):
        return x >= scenes.WIDTH - 6 and y >= scenes.HEIGHT - 6

    png.write(stage.path('more.png'), png.draw(
        scenes.WIDTH, scenes.HEIGHT, lambda x, y: [
            float(in_ellipse(x, y) or (x < 6 and y < 6) or far_corner(x, y))]))
    write_scene(stage, scenes.hard_mask())
    stage.scheme('(add-channel image {mask} "line")'
                 '(add-channel image {more} "more")',
                 mask=stage.path('mask.png'), more=stage.path('more.png'))
    stamp_into(stage, 'line.png', mask='channel:line')
    stamp_into(stage, 'more-found.png', mask='channel:more')
    yield
    line = png.read(stage.path('line.png'))
    more = png.read(stage.path('more-found.png'))
    scenes.assert_untouched(more, line, lambda x, y: (
        (x < 6 and y < 6) or far_corner(x, y)))


@case('/masks/scale/is-estimated-from-the-mask-or-remembered')
def scale(stage):
    write_scene(stage, scenes.hard_mask())
    stage.scheme('''
      (add-channel image {mask} "line")
      (define (scale-of made)
        (let ((lines (strbreakup (parasite-of made) "\n")))
          (cadr (strbreakup (car (filter-prefix "pixels-per-cm=" lines))
                            "="))))
      (define (filter-prefix prefix lines)
        (cond ((null? lines) '())
              ((and (>= (string-length (car lines)) (string-length prefix))
                    (string=? prefix (substring (car lines) 0
                                                (string-length prefix))))
               lines)
              (else (filter-prefix prefix (cdr lines)))))
      (define (try scale)
        (scale-of (stamp image photo '(mask "channel:line")
                         (list 'pixels-per-cm scale))))
      (report "estimated" (try 0))
      (report "kept" (car (gimp-image-get-parasite-list image)))
      (report "stated" (try 55))
      (report "parasite" (caddr (car (gimp-image-get-parasite
                                       image "follicle-scale"))))
      (report "remembered" (try 0))
      (gimp-image-scale image (/ (car (gimp-image-width image)) 2)
                        (/ (car (gimp-image-height image)) 2))
      (report "scaled" (try 0))
      (gimp-image-crop image 90 70 2 2)
      (report "cropped" (try 0))
      (gimp-image-attach-parasite image
                                  (list "follicle-scale" 1 "50.5"))
      (report "without-size" (try 0))
    ''', mask=stage.path('mask.png'))
    yield
    # The ellipse is 140 px across, a head 15.4 cm.
    assert abs(float(stage['estimated']) - 140 / 15.4) < 0.01
    assert float(stage['stated']) == 55 == float(stage['remembered'])
    assert stage['parasite'].strip('|') == '55 %d %d' % (
        scenes.WIDTH, scenes.HEIGHT)
    assert abs(float(stage['scaled']) - 27.5) < 1e-6
    assert stage['cropped'] == stage['scaled']
    assert float(stage['without-size']) == 50.5


@case('/masks/scale/is-never-that-of-the-image-before')
def last_scale(stage):
    write_scene(stage, scenes.hard_mask())
    stage.scheme('''
      (add-channel image {mask} "line")
      ; What a dialog on another image left behind.
      (define text
        (string-append "[follicle]\nformat=1\ndensity=107\n"
                       "pixels-per-cm=68.8\nmask=channel:line\n"
                       "output=merged\n"))
      (define bytes (map char->integer (string->list text)))
      (gimp-procedural-db-set-data
        "plug-in-follicle-dots" (+ 1 (length bytes))
        (list->vector (append bytes '(0))))
      (define made (car (plug-in-follicle-dots RUN-WITH-LAST-VALS image photo
                          "" "" "" "" 0 0 0 "" "" 0)))
      (report "is-photo" (= made photo))
      (report "parasite" (parasite-of made))
    ''', mask=stage.path('mask.png'))
    yield
    assert '|density=107|' in stage['parasite'], stage['parasite']
    assert '|pixels-per-cm=68.8' not in stage['parasite'], stage['parasite']
    assert stage['is-photo'] == '#f'


if __name__ == '__main__':
    gimp2.main()
