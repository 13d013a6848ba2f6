# SPDX-License-Identifier: GPL-3.0-or-later
"""GIMP 2.10: run on a photo that has dots already, never dots on dots."""

import gimp2
import png
import scenes
from gimp2 import case

ONE_STEP = 1.01 / 255


def open_scene(stage, name='image'):
    """`name`, its photo `name`-photo, and two channels as masks."""
    png.write(stage.path('photo.png'), scenes.photo(3))
    png.write(stage.path('mask.png'), scenes.hard_mask())
    png.write(stage.path('narrow.png'), scenes.narrow_mask())
    stage.scheme('''
      (define %s (open-with-photo {photo}))
      (define %s-photo (photo-of %s))
      (add-channel %s {mask} "line")
      (add-channel %s {narrow} "touch-up")
      (define (names-of image)
        (map (lambda (layer) (car (gimp-item-get-name layer)))
             (vector->list (cadr (gimp-image-get-layers image)))))
    ''' % ((name,) * 5), photo=stage.path('photo.png'),
                 mask=stage.path('mask.png'), narrow=stage.path('narrow.png'))


def takes_its_place(first, second, on_made):
    """A case: what comes second is all there is, in the place of the first."""
    def run(stage):
        open_scene(stage)
        open_scene(stage, 'other')
        stage.scheme('''
          (define before (stamp image image-photo '(mask "channel:line")
                                '(output "%s") '(density "45")))
          (define after (stamp image (if %s before image-photo)
                               (if %s '(mask "auto") '(mask "channel:line"))
                               (if %s '(look "natural") '(look "plain"))
                               (if %s '(pixels-per-cm 0) '(pixels-per-cm 40))
                               '(output "%s") '(density "120")))
          (report "names" (names-of image))
          (report "text" (parasite-of after))
          (save image {found})
          (stamp other other-photo '(mask "channel:line") '(output "%s")
                 '(density "120"))
          (report "expected-names" (names-of other))
          (save other {expected})
        ''' % (first, *['#t' if on_made else '#f'] * 4, second, second),
                     found=stage.path('found.png'),
                     expected=stage.path('expected.png'))
        yield
        assert stage['names'] == stage['expected-names']
        assert 'density=120' in stage['text']
        scenes.assert_same(png.read(stage.path('found.png')),
                           png.read(stage.path('expected.png')), 0)
    return run


for first in ('layers', 'layer'):
    for second in ('layers', 'layer', 'merged'):
        for place in ('the-photo', first):
            case('/again/%s-on-%s-after-%s-takes-its-place' % (
                second, place, first))(
                    takes_its_place(first, second, place == first))


@case('/again/with-another-mask-adds-another-layer')
def another_mask(stage):
    open_scene(stage)
    stage.scheme('''
      (define (run mask)
        (stamp image image-photo (list 'mask mask) '(output "layer")))
      (run "channel:line")
      (run "channel:touch-up")
      (report "two" (names-of image))
      (run "channel:line")
      (report "still-two" (names-of image))
    ''')
    yield
    assert stage['two'] == 'Follicle dots Follicle dots #1 photo'
    assert stage['still-two'] == stage['two']


@case('/again/a-touch-up-stays-over-the-older-dots')
def touch_up(stage):
    open_scene(stage)
    stage.scheme('''
      (define (run look density)
        (stamp image image-photo '(mask "channel:line") (list 'look look)
               (list 'density density) '(output "layer")))
      (define older (run "five-years" "95"))
      (define first (run "natural earlier-density=95" "45"))
      (define newer (run "natural earlier-density=95" "60"))
      (report "names" (names-of image))
      (report "older" (parasite-of older))
      (report "newer" (parasite-of newer))
    ''')
    yield
    assert stage['names'] == 'Follicle dots Follicle dots #1 photo'
    assert 'density=95' in stage['older']
    assert 'density=60' in stage['newer']


@case('/again/a-mended-selection-is-the-same-mask-and-one-elsewhere-is-not')
def selection(stage):
    open_scene(stage)
    stage.scheme('''
      (define (run x y width height)
        (gimp-image-select-rectangle image CHANNEL-OP-REPLACE x y width height)
        (stamp image image-photo '(mask "selection") '(output "layers")))
      (define first (run 20 20 60 100))
      (report "mended" (= first (run 25 20 62 110)))
      (report "one" (names-of image))
      (report "elsewhere" (= first (run 75 20 60 100)))
      (report "two" (names-of image))
    ''')
    yield
    assert stage['mended'] == '#t'
    assert stage['one'] == 'Follicle dots photo'
    assert stage['elsewhere'] == '#f'
    assert stage['two'] == 'Follicle dots Follicle dots #1 photo'


@case('/again/on-a-layer-of-the-group-renews-the-group')
def inside_group(stage):
    open_scene(stage)
    stage.scheme('''
      (define group (stamp image image-photo '(mask "channel:line")))
      (define own (car (gimp-layer-new image 10 10 RGBA-IMAGE "own" 100
                                       LAYER-MODE-NORMAL)))
      (gimp-image-insert-layer image own group 0)
      (define session (vector-ref (cadr (gimp-item-get-children group)) 1))
      (gimp-image-set-active-layer image session)
      (define again (car (plug-in-follicle-dots RUN-WITH-LAST-VALS image session
                           "" "" "" "" 0 0 0 "" "" 0)))
      (report "same" (= group again))
      (report "names" (names-of image))
      (report "children"
              (map (lambda (layer) (car (gimp-item-get-name layer)))
                   (vector->list (cadr (gimp-item-get-children group)))))
    ''')
    yield
    assert stage['same'] == '#t'
    assert stage['names'] == 'Follicle dots photo'
    assert stage['children'] == 'own Session 3 Session 2 Session 1'


@case('/again/keeps-what-the-user-gave-a-layer')
def own_layer(stage):
    open_scene(stage)
    stage.scheme('''
      (define layer (stamp image image-photo '(mask "channel:line")
                           '(output "layer")))
      (gimp-layer-set-opacity layer 60)
      (gimp-item-set-name layer "beard")
      (gimp-layer-add-mask layer
                           (car (gimp-layer-create-mask layer ADD-MASK-BLACK)))
      (stamp image image-photo '(mask "channel:line") '(output "layer"))
      (define again (vector-ref (cadr (gimp-image-get-layers image)) 0))
      (report "names" (names-of image))
      (report "opacity" (car (gimp-layer-get-opacity again)))
      (save image {found})
    ''', found=stage.path('found.png'))
    yield
    assert stage['names'] == 'beard photo'
    assert abs(float(stage['opacity']) - 60) < 0.01
    scenes.assert_same(png.read(stage.path('found.png')), scenes.photo(3),
                       ONE_STEP)


@case('/again/merged-warns-of-dots-in-the-photo-and-works')
def merged_twice(stage):
    open_scene(stage)
    stage.scheme('''
      (stamp image image-photo '(mask "channel:line") '(output "merged"))
      (report "second" (= image-photo (stamp image image-photo
        '(mask "channel:line") '(output "merged"))))
    ''')
    yield
    assert stage['second'] == '#t'


if __name__ == '__main__':
    gimp2.main()
