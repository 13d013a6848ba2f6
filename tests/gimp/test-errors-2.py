# SPDX-License-Identifier: GPL-3.0-or-later
"""What cannot be done in GIMP 2.10, and that it leaves no trace."""

import os

import gimp2
import png
import scenes
from gimp2 import case

# A name, changed arguments, and what the message has to hold.
WRONG = (
    ('unknown-look', "'(look \"mohawk\")", ('mohawk', 'natural')),
    ('unknown-density', "'(density \"thick\")", ('thick', 'sparse')),
    ('unknown-size', "'(size \"huge\")", ('huge', 'medium')),
    ('malformed-colour', "'(shade \"#12345g\")", ('#12345g', '#rrggbb')),
    ('negative-density', "'(density \"-1\")", ('Density', '-1', '0')),
    ('enormous-density', "'(density \"1e9\")", ('Density', '400')),
    ('density-that-is-no-number', "'(density \"nan\")", ('nan', '400')),
    ('enormous-size', "'(size \"3.1\")", ('Diameter', '3.1', '2 mm')),
    ('seven-sessions', "'(sessions 7)", ('Sessions', '7', '3')),
    ('negative-sessions', "'(sessions -1)", ('Sessions', '-1', '1')),
    ('negative-age', "'(age -2)", ('Age', '-2', '0')),
    ('enormous-age', "'(age 1e6)", ('Age', '240')),
    ('tiny-scale', "'(pixels-per-cm 0.5)", ('Scale', '0.5', '1 px/cm')),
    ('narrow-mask-without-a-scale',
     "'(pixels-per-cm 0) '(mask \"channel:dot\")", ('20 pixels', 'scale')),
    ('negative-scale', "'(pixels-per-cm -40)", ('Scale', '-40')),
    ('negative-seed', "'(seed -1)", ('Seed', '-1')),
    ('unknown-mask', "'(mask \"lasso\")", ('lasso', 'channel:NAME')),
    ('missing-channel', "'(mask \"channel:nape\")",
     ('channel:nape', 'line', 'black')),
    ('missing-path', "'(mask \"path:nape\")", ('path:nape', 'far')),
    ('missing-layer', "'(mask \"layer:nape\")", ('layer:nape', 'photo')),
    ('missing-layer-mask', "'(mask \"layer-mask\")", ('layer-mask', 'none')),
    ('missing-selection', "'(mask \"selection\")", ('selection', 'nothing')),
    ('no-mask-at-all', "'(mask \"auto\")", ('select', 'mask')),
    ('empty-mask', "'(mask \"channel:black\")", ('channel:black', 'empty')),
    ('layer-outside-the-image', "'(mask \"layer:outside\")",
     ('layer:outside', 'empty')),
    ('path-outside-the-image', "'(mask \"path:far\")", ('path:far', 'empty')),
    ('unknown-output', "'(output \"print\")", ('print', 'merged')),
    ('effect-before-gimp-3', "'(output \"effect\")", ('effect', 'GIMP 3')),
)

# All that a failure could have changed, as one list.
STATE = '''
  (define (state)
    (list (car (gimp-image-get-layers image))
          (car (gimp-image-get-channels image))
          (car (gimp-image-get-vectors image))
          (car (gimp-image-get-active-layer image))
          (car (gimp-image-get-active-channel image))
          (car (gimp-image-is-dirty image))
          (car (gimp-image-list))
          (gimp-selection-bounds image)
          (car (gimp-image-get-parasite-list image))
          (car (gimp-item-get-parasite-list photo))))
'''


def write_pictures(folder):
    paths = {name: os.path.join(folder, 'scene-%s.png' % name)
             for name in ('photo', 'mask', 'black', 'dot')}
    if not os.path.exists(paths['dot']):
        png.write(paths['photo'], scenes.photo(3))
        png.write(paths['mask'], scenes.hard_mask())
        png.write(paths['black'], scenes.black_mask())
        png.write(paths['dot'], scenes.narrow_mask())
    return paths


def write_scene(stage):
    """The first case loads the scene, which takes GIMP a while; all work on a
    copy of it.
    """
    stage.scheme('''
      (if (not scene)
          (let* ((image (open-with-photo {photo}))
                 (far (car (gimp-vectors-new image "far"))))
            (add-channel image {mask} "line")
            (add-channel image {black} "black")
            (add-channel image {dot} "dot")
            (gimp-layer-set-offsets (add-layer image {mask} "outside") 500 500)
            (gimp-image-insert-vectors image far 0 0)
            (gimp-vectors-bezier-stroke-new-ellipse far 900 900 50 40 0)
            (set! scene image)))
      (define image (car (gimp-image-duplicate scene)))
      (define photo (photo-of image))
    ''' + STATE, **write_pictures(stage.folder))


def fails(change, words):
    """A case: the message holds the words, and the image is as before."""
    def run(stage):
        write_scene(stage)
        stage.scheme('''
          (gimp-image-clean-all image)
          (define before (state))
          (report "message" (failure image photo %s
                                     '(mask "channel:line")
                                     '(output "layers")))
          (report "same" (equal? before (state)))
          (report "dirty" (gimp-image-is-dirty image))
        ''' % change)
        yield
        for word in words:
            assert word in stage['message'], stage['message']
        assert stage['same'] == '#t' and stage['dirty'] == '0'
    return run


for wrong, change, words in WRONG:
    case('/errors/%s/is-named-and-changes-nothing' % wrong)(
        fails(change, words))


@case('/errors/leave-every-pixel-and-the-way-open')
def pixels(stage):
    write_scene(stage)
    stage.scheme('''
      (failure image photo '(mask "channel:black") '(output "merged"))
      (save-layer image photo {after})
      (report "works-well" (stamp image photo '(mask "channel:line")))
    ''', after=stage.path('after.png'))
    yield
    assert (png.read(stage.path('after.png')).values
            == png.read(write_pictures(stage.folder)['photo']).values)
    assert int(stage['works-well']) > 0


@case('/errors/indexed-image/is-refused')
def indexed(stage):
    write_scene(stage)
    stage.scheme('''
      (gimp-image-convert-indexed image CONVERT-DITHER-NONE
                                  CONVERT-PALETTE-GENERATE 16 FALSE FALSE "")
      (gimp-image-clean-all image)
      (define before (state))
      (report "message" (failure image photo '(mask "channel:line")))
      (report "same" (equal? before (state)))
    ''')
    yield
    assert 'indexed' in stage['message'] and 'RGB' in stage['message']
    assert stage['same'] == '#t'


@case('/errors/image-without-layers/is-refused')
def without_layers(stage):
    write_scene(stage)
    stage.scheme('''
      (gimp-image-remove-layer image photo)
      (gimp-image-remove-layer
        image (car (gimp-image-get-layer-by-name image "outside")))
      (report "message"
        (failure image (car (gimp-image-get-channel-by-name image "line"))
                 '(mask "channel:line")))
      (report "layers" (car (gimp-image-get-layers image)))
    ''')
    yield
    assert 'image has no layer' in stage['message'], stage['message']
    assert stage['layers'] == '0', stage['layers']


@case('/errors/twelve-million-dots/are-refused')
def too_many(stage):
    write_scene(stage)
    stage.scheme('''
      (gimp-selection-all image)
      (gimp-image-clean-all image)
      (define before (state))
      (report "message" (failure image photo '(mask "selection")
                                 '(pixels-per-cm 1) '(density "400")))
      (report "same" (equal? before (state)))
    ''')
    yield
    for word in ('12 million', '10 million', '1.0 pixels per cm'):
        assert word in stage['message'], stage['message']
    assert stage['same'] == '#t'


@case('/errors/floating-selection/is-refused')
def floating(stage):
    write_scene(stage)
    stage.scheme('''
      (gimp-edit-copy photo)
      (gimp-edit-paste photo FALSE)
      (gimp-image-clean-all image)
      (define before (state))
      (report "message" (failure image photo '(mask "channel:line")))
      (report "same" (equal? before (state)))
    ''')
    yield
    assert 'floating' in stage['message'] and stage['same'] == '#t'


def merge_fails(prepare, word):
    def run(stage):
        write_scene(stage)
        stage.scheme('''
          %s
          (gimp-image-clean-all image)
          (define before (state))
          (report "message" (failure image target '(mask "channel:line")
                                     '(output "merged")))
          (report "same" (equal? before (state)))
        ''' % prepare)
        yield
        assert word in stage['message'] and 'merged' in stage['message']
        assert stage['same'] == '#t'
    return run


case('/errors/merged/into-a-group-is-refused')(merge_fails('''
  (define target (car (gimp-layer-group-new image)))
  (gimp-image-insert-layer image target 0 0)
''', 'group'))
case('/errors/merged/into-locked-pixels-is-refused')(merge_fails('''
  (define target photo)
  (gimp-item-set-lock-content photo TRUE)
''', 'locked'))
case('/errors/merged/into-a-channel-is-refused')(merge_fails('''
  (define target (car (gimp-image-get-channel-by-name image "line")))
''', 'layer'))


@case('/errors/merged/beside-the-mask-is-refused')
def beside(stage):
    write_scene(stage)
    stage.scheme('''
      (define layer (car (gimp-image-get-layer-by-name image "outside")))
      (gimp-image-clean-all image)
      (define before (state))
      (report "message" (failure image layer '(mask "channel:line")
                                 '(output "merged")))
      (report "same" (equal? before (state)))
    ''')
    yield
    assert 'mask' in stage['message'] and stage['same'] == '#t'


@case('/last-values/are-used-and-defaults-where-there-are-none')
def last_values(stage):
    write_scene(stage)
    stage.scheme('''
      (define (again)
        (parasite-of
          (car (plug-in-follicle-dots RUN-WITH-LAST-VALS image photo
                 "x" "x" "x" "x" 9 9 9 "x" "x" 9))))
      (define (bytes-of text)
        (list->vector (map char->integer (string->list text))))
      (define kept (string-append
        "[follicle]\nformat=1\nlook=buzz-cut\ndensity=61\n"
        "mask=channel:line\noutput=layer\nseed=4\n"))
      (gimp-image-select-rectangle image CHANNEL-OP-REPLACE 20 20 90 90)
      (report "defaults" (again))
      (gimp-procedural-db-set-data "plug-in-follicle-dots"
                                   (string-length kept) (bytes-of kept))
      (report "kept" (again))
    ''')
    yield
    assert '|look=natural|' in stage['defaults']
    assert '|mask=selection|output=layers|' in stage['defaults']
    assert '|look=buzz-cut|density=61|' in stage['kept']
    assert '|mask=channel:line|output=layer|seed=4|' in stage['kept']


if __name__ == '__main__':
    gimp2.main()
