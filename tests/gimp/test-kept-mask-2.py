# SPDX-License-Identifier: GPL-3.0-or-later
"""GIMP 2.10: what was made of a selection that is gone."""

import dot_map
import gimp2
import png
import scenes
from gimp2 import case

ONE_STEP = 1.01 / 255


def open_scene(stage):
    """A photo with hair, part of it selected with a soft edge."""
    png.write(stage.path('photo.png'), scenes.hairy_photo(400, 300))
    stage.scheme('''
      (define image (open-with-photo {photo}))
      (define photo (photo-of image))
      (define (select)
        (gimp-context-set-feather TRUE)
        (gimp-context-set-feather-radius 6 6)
        (gimp-image-select-ellipse image CHANNEL-OP-REPLACE 90 60 220 180)
        (gimp-context-set-feather FALSE))
      (select)
      (define (dots drawable . changes)
        (apply stamp (append (list image drawable) changes
                             '((pixels-per-cm 100) (look "natural")))))
      (define (only) (vector-ref (cadr (gimp-image-get-layers image)) 0))
      (define (names)
        (map (lambda (layer) (car (gimp-item-get-name layer)))
             (vector->list (cadr (gimp-image-get-layers image)))))
      (define (count drawable)
        (plug-in-follicle-count RUN-NONINTERACTIVE image drawable))
      (define (write drawable path)
        (plug-in-follicle-dot-map RUN-NONINTERACTIVE image drawable "csv"
                                  path))
      (define (sheet layout looks path)
        (plug-in-follicle-sheet RUN-NONINTERACTIVE image photo layout looks
                                "" "" "a4" path))
      (define (why thunk)
        (set! last-error "")
        (catch #f (thunk))
        last-error)
    ''', photo=stage.path('photo.png'))


def is_known(output):
    """A case: it is counted, listed and drawn as with the selection."""
    def run(stage):
        open_scene(stage)
        stage.scheme('''
          (define made (dots photo '(output "%s")))
          (define before (count made))
          (report "before" before)
          (write made {before})
          (define (tell name path)
            (report name (equal? before (count made)))
            (write made path))
          (gimp-selection-none image)
          (tell "none" {none})
          (gimp-image-select-rectangle image CHANNEL-OP-REPLACE 5 5 30 200)
          (tell "another" {another})
        ''' % output, **{name: stage.path(name + '.csv') for name
                          in ('before', 'none', 'another')})
        if output != 'merged':
            stage.scheme('''
              (gimp-selection-none image)
              (report "years" (cadr (sheet "years" "" {years})))
              (report "looks" (cadr (sheet "before-after" "natural, buzz-cut"
                                           {looks})))
            ''', years=stage.path('years.pdf'), looks=stage.path('looks.pdf'))
        yield
        assert sum(map(int, stage['before'].split()[:3])) > 80
        assert stage['none'] == stage['another'] == '#t'
        before = dot_map.read_csv(stage.path('before.csv'))
        for name in ('none', 'another'):
            assert dot_map.read_csv(stage.path(name + '.csv')) == before
        if output != 'merged':
            assert (stage['years'], stage['looks']) == ('4', '3')
    return run


for output in ('layers', 'layer', 'merged'):
    case('/kept-mask/of-%s-tells-the-same-without-the-selection' % output)(
        is_known(output))


@case('/kept-mask/comes-back-with-the-file')
def saved(stage):
    open_scene(stage)
    stage.scheme('''
      (define before (count (dots photo '(output "layers"))))
      (gimp-selection-none image)
      (gimp-xcf-save RUN-NONINTERACTIVE image photo {file} {file})
      (set! image (car (gimp-file-load RUN-NONINTERACTIVE {file} {file})))
      (set! photo (photo-of image))
      (report "same" (equal? before (count photo)))
      (report "panels" (cadr (sheet "sessions" "" {sheet})))
    ''', file=stage.path('saved.xcf'), sheet=stage.path('sheet.pdf'))
    yield
    assert stage['same'] == '#t' and stage['panels'] == '4'


@case('/kept-mask/moves-with-a-crop-and-a-new-canvas')
def moved(stage):
    open_scene(stage)
    stage.scheme('''
      (define made (dots photo '(output "layers")))
      (define before (count made))
      (write made {before})
      (gimp-selection-none image)
      (gimp-image-resize image 500 400 60 30)
      (report "enlarged" (equal? before (count made)))
      (gimp-image-crop image 430 360 60 36)
      (report "cropped" (equal? before (count made)))
      (write made {cropped})
      (report "panels" (cadr (sheet "years" "" {sheet})))
      (gimp-image-crop image 200 360 0 0)
      (write made {part})
    ''', before=stage.path('before.csv'), cropped=stage.path('cropped.csv'),
                 part=stage.path('part.csv'), sheet=stage.path('sheet.pdf'))
    yield
    assert stage['cropped'] == stage['enlarged'] == '#t'
    assert stage['panels'] == '4'
    before, cropped = (dot_map.read_csv(stage.path(name + '.csv'))
                       for name in ('before', 'cropped'))
    assert len(before) == len(cropped)
    # In mm, rounded to a thousandth.
    for one, other in zip(sorted(before), sorted(cropped)):
        assert abs(one[0] - other[0]) < 0.0021, (one, other)
        assert abs(one[1] - other[1] - 0.6) < 0.0021, (one, other)
    # Cut through: what is left of it. At the cut, the photo tells less of where
    # hair and head are than it did.
    part = {dot[:2] for dot in dot_map.read_csv(stage.path('part.csv'))}
    left = {dot[:2] for dot in cropped if dot[0] < 20}
    assert len(part ^ left) <= 0.02 * len(left), part ^ left
    assert 20 < len(part) < len(cropped)


def is_made_anew(output):
    """A case: run on what was made, it goes on with the mask of then."""
    def run(stage):
        open_scene(stage)
        stage.scheme('''
          (define made (dots photo '(output "%s")))
          (gimp-selection-none image)
          (define again (dots made '(output "%s") '(density "120")
                              '(mask "auto")))
          (report "names" (names))
          (report "parasite" (parasite-of again))
          (define counted (count again))
          (save image {found})
          (select)
          (dots photo '(output "%s") '(density "120") '(mask "selection"))
          (report "still" (names))
          (report "same" (equal? counted (count (only))))
          (save image {expected})
        ''' % ((output,) * 3), found=stage.path('found.png'),
                     expected=stage.path('expected.png'))
        yield
        assert stage['names'] == stage['still'] == 'Follicle dots photo'
        assert '|mask=selection|' in stage['parasite'], stage['parasite']
        assert stage['same'] == '#t'
        scenes.assert_same(png.read(stage.path('found.png')),
                           png.read(stage.path('expected.png')), 0)
    return run


for output in ('layers', 'layer'):
    case('/kept-mask/of-%s-is-what-they-are-made-anew-of' % output)(
        is_made_anew(output))


@case('/kept-mask/of-another-selection-is-not-asked')
def selected_anew(stage):
    open_scene(stage)
    stage.scheme('''
      (define made (dots photo '(output "layer")))
      (define before (count made))
      (gimp-image-select-ellipse image CHANNEL-OP-REPLACE 90 60 120 180)
      (define again (dots made '(output "layer") '(mask "auto")))
      (report "fewer" (< (car (count again)) (* 0.8 (car before))))
    ''')
    yield
    assert stage['fewer'] == '#t'


@case('/kept-mask/that-somebody-has-spoilt-is-none')
def spoilt(stage):
    open_scene(stage)
    stage.scheme('''
      (define made (dots photo '(output "layer")))
      (define before (count made))
      (define (spoil text)
        (gimp-item-attach-parasite made (list "follicle-kept-mask" 1 text)))
      (define (goes-on text)
        (spoil text)
        (equal? before (count made)))
      (define box "90 60 220 180 400 300 ")
      (report "same" (map goes-on (list "" "no numbers" "1 2 3"
        (string-append box "80 50 240 200 eJwDAAAAAAE=")
        (string-append box "0 0 400 300 %%%%")
        (string-append box "-5 0 2147483647 2147483647 eJwDAAAAAAE=")
        (string-append box "0 0 524288 524288 eJwDAAAAAAE=")
        "0 0 9 9 524288 524288 0 0 524288 524288 eJwDAAAAAAE=")))
      (gimp-selection-none image)
      (report "message" (why (lambda () (count made))))
    ''')
    yield
    assert stage['same'] == ' '.join(['#t'] * 8), stage['same']
    assert 'gone' in stage['message'], stage['message']


if __name__ == '__main__':
    gimp2.main()
