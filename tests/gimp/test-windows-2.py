# SPDX-License-Identifier: GPL-3.0-or-later
"""What needs GIMP 2.10's windows: undo, and the dialogs."""

import os
import tempfile

import gimp2
import png
import scenes
import screen
import widgets
from gimp2 import case


def write_scene(stage):
    png.write(stage.path('photo.png'), scenes.photo(3))
    png.write(stage.path('mask.png'), scenes.hard_mask())
    stage.scheme('''
      (define image (open-with-photo {photo}))
      (define photo (photo-of image))
      (add-channel image {mask} "line")
      (define (wish line)
        (set! wished (string-append wished line "\n"))
        (let ((port (open-output-file {wishes})))
          (display wished port)
          (close-output-port port)))
      (define (dirty) (= TRUE (car (gimp-image-is-dirty image))))
      (define (wait-for done)
        (let loop ((n 300))
          (if (and (> n 0) (not (done)))
              (begin (usleep 100000) (loop (- n 1))))))
      ; A window may not be ready for the first key, but a second that
      ; follows too soon would go a step too far.
      (define (press key done)
        (wish key)
        (wait-for done)
        (if (not (done)) (begin (wish key) (wait-for done))))
      (define (state)
        (list (cadr (gimp-image-get-layers image))
              (car (gimp-image-get-channels image))
              (gimp-selection-bounds image)
              (car (gimp-image-get-parasite-list image))
              (car (gimp-item-get-parasite-list photo))
              (car (gimp-layer-get-apply-mask photo))))
    ''', photo=stage.path('photo.png'), mask=stage.path('mask.png'),
                 wishes=os.environ['WISHES'])


def is_one_step(output, mask='channel:line'):
    """A case: undo takes it away at once, and redo brings it all back."""
    def run(stage):
        write_scene(stage)
        stage.scheme('''
          (gimp-image-select-ellipse image CHANNEL-OP-REPLACE 3 5 50 60)
          (gimp-layer-add-mask photo
            (car (gimp-layer-create-mask photo ADD-MASK-SELECTION)))
          (gimp-layer-set-apply-mask photo %s)
          (define view (car (gimp-display-new image)))
          (save image {before})
          (define before (state))
          (gimp-image-clean-all image)
          (stamp image photo '(mask "%s") '(output "%s"))
          (gimp-displays-flush)
          (save image {stamped})
          (define stamped (state))
          (report "is-a-step" (dirty))
          (press "ctrl+z" (lambda () (not (dirty))))
          (report "undone" (and (not (dirty)) (equal? before (state))))
          (save image {undone})
          (press "ctrl+y" dirty)
          (report "redone" (and (dirty) (equal? stamped (state))))
          (save image {redone})
          (gimp-image-clean-all image)
          (gimp-display-delete view)
        ''' % ('TRUE' if mask == 'layer-mask' else 'FALSE', mask, output),
                     before=stage.path('before.png'),
                     stamped=stage.path('stamped.png'),
                     undone=stage.path('undone.png'),
                     redone=stage.path('redone.png'))
        yield
        before, stamped, undone, redone = (
            png.read(stage.path(name + '.png'))
            for name in ('before', 'stamped', 'undone', 'redone'))
        assert scenes.count_changed(stamped, before) > 500
        assert stage['is-a-step'] == '#t'
        scenes.assert_same(undone, before, 0)
        assert stage['undone'] == '#t'
        scenes.assert_same(redone, stamped, 0)
        assert stage['redone'] == '#t'
    return run


for output in ('layers', 'layer', 'merged'):
    case('/windows/undo/of-%s-takes-one-step' % output)(is_one_step(output))
    case('/windows/undo/of-%s-brings-back-that-a-mask-hides-the-photo'
         % output)(is_one_step(output, 'layer-mask'))


def is_seen(output):
    """A case: the image's window shows what has come, though nobody has
    touched it.
    """
    def run(stage):
        write_scene(stage)
        stage.scheme('''
          (gimp-item-set-visible
            (car (gimp-image-get-channel-by-name image "line")) FALSE)
          (define view (car (gimp-display-new image)))
          (gimp-displays-flush)
          (wish (string-append "find " {photo}))
          (wish (string-append "look " {before}))
          (wait-for (lambda () (file-exists? {before})))
          (stamp image photo '(mask "channel:line") '(output "%s"))
          (gimp-displays-flush)
          (wish (string-append "look " {seen}))
          (wait-for (lambda () (file-exists? {seen})))
          (save image {stamped})
          (gimp-image-clean-all image)
          (gimp-display-delete view)
        ''' % output, before=stage.path('before.png'),
                     photo=stage.path('photo.png'),
                     seen=stage.path('seen.png'),
                     stamped=stage.path('stamped.png'))
        yield
        before, seen, stamped = (
            png.read(stage.path(name + '.png'))
            for name in ('before', 'seen', 'stamped'))
        scenes.assert_same(
            before, screen.crop(png.read(stage.path('photo.png'))), 0)
        assert scenes.count_changed(seen, before) > 500
        scenes.assert_same(seen, screen.crop(stamped), 1.01 / 255)
    return run


for output in ('layers', 'layer', 'merged'):
    case('/windows/image/shows-%s-as-soon-as-they-are-there' % output)(
        is_seen(output))


SCALE = 'pixels-per-cm=44'
# In presets/looks.ini.
LOOK_SAYS = 'Full and well defined, as if shaved a day ago'
KEPT = ('[follicle]\\nformat=1\\nlook=buzz-cut\\ndensity=61.5\\nsize=fine\\n'
        'shade=#123456\\nsessions=2\\nage=7\\npixels-per-cm=44\\n'
        'mask=channel:line\\noutput=layer\\nseed=4\\n')


@case('/windows/dialog/starts-with-the-last-values-and-keeps-them')
def dialog(stage):
    write_scene(stage)
    stage.scheme('''
      (define kept "%s")
      (gimp-procedural-db-set-data "plug-in-follicle-dots"
        (string-length kept)
        (list->vector (map char->integer (string->list kept))))
      (wish "Return Follicle Dots")
      (wish (string-append "keep " {shown}))
      (if (file-exists? {message}) (file-delete {message}))
      (define made (car (plug-in-follicle-dots RUN-INTERACTIVE image photo
                          "" "" "" "" 0 0 0 "" "" 0)))
      (report "made" (parasite-of made))
      (usleep 1000000)
      (report "is-told-again" (file-exists? {message}))
      ; Here nobody has read it in a dialog.
      (define again (car (plug-in-follicle-dots RUN-WITH-LAST-VALS image photo
                           "" "" "" "" 0 0 0 "" "" 0)))
      (report "again" (parasite-of again))
    ''' % KEPT, shown=stage.path('shown'),
                 message=widgets.path_of(widgets.MESSAGE))
    yield
    shown = widgets.read(stage.path('shown'))
    widgets.check_dialog(shown)
    assert LOOK_SAYS in widgets.texts_of(shown, 'label')
    says = [text for text in widgets.texts_of(shown, 'label')
            if 'broad as a head' in text]
    assert len(says) == 1 and stage['is-told-again'] == '#f', says
    asked = stage['made'].split('||')[0]
    for line in KEPT.split('\\n')[2:-1]:
        if line != SCALE:
            assert '|%s|' % line in asked + '|', (line, asked)
    # It was another photo's.
    assert SCALE not in asked, asked
    assert stage['again'] == stage['made']


@case('/windows/dialog/takes-the-settings-of-another-image')
def other_image(stage):
    write_scene(stage)
    stage.scheme('''
      (define other (open-with-photo {photo}))
      (add-channel other {mask} "front")
      (define front
        (stamp other (photo-of other) '(look "buzz-cut softness=3")
               '(density "61.5") '(shade "#123456") '(sessions 2) '(age 7)
               '(mask "channel:front") '(output "layer") '(seed 4)
               '(pixels-per-cm 44)))
      (gimp-image-select-ellipse image CHANNEL-OP-REPLACE 3 5 150 120)
      (wish "alt+a,ctrl+Page_Up,alt+g,End,alt+a,alt+o Follicle Dots")
      (report "made" (parasite-of (car (plug-in-follicle-dots RUN-INTERACTIVE
        image photo "" "" "" "" 0 0 0 "" "" 0))))
    ''', photo=stage.path('photo.png'), mask=stage.path('mask.png'))
    yield
    made = stage['made'].split('||')[0]
    for line in ('look=buzz-cut softness=3', 'density=61.5', 'shade=#123456',
                 'sessions=2', 'age=7', 'seed=4', 'pixels-per-cm=44'):
        assert '|%s|' % line in made + '|', (line, made)
    assert '|mask=channel:front|' not in made, made


@case('/windows/dialog/cancel-changes-nothing')
def cancel(stage):
    write_scene(stage)
    stage.scheme('''
      (gimp-image-clean-all image)
      (define before (state))
      (wish "Escape Follicle Dots")
      (catch #f (plug-in-follicle-dots RUN-INTERACTIVE image photo
                  "" "" "" "" 0 0 0 "" "" 0))
      (report "same" (and (not (dirty)) (equal? before (state))))
    ''')
    yield
    assert stage['same'] == '#t'


FACE = '''
      (gimp-image-add-sample-point image 100 75)
      (gimp-image-add-sample-point image 64 87)
      (gimp-image-add-sample-point image 136 87)
      (define (ask)
        (car (plug-in-follicle-hairline RUN-INTERACTIVE image photo
               "round" 0 0 0 "sample-points" "hairline")))
      (define (numbers-of path)
        (caddr (gimp-vectors-stroke-get-points
                 path (vector-ref (cadr (gimp-vectors-get-strokes path)) 0))))
'''


@case('/windows/hairline/goes-on-where-its-designing-ended')
def go_on(stage):
    write_scene(stage)
    stage.scheme(FACE + '''
      (define path (car (plug-in-follicle-hairline RUN-NONINTERACTIVE image
        photo "receded asymmetry-mm=2 seed=7" 75 0 0 "sample-points"
        "hairline")))
      (define before (numbers-of path))
      (wish "Return Design Hairline")
      (report "same" (= path (ask)))
      (report "unmoved" (equal? before (numbers-of path)))
      (report "settings" (parasite-of path))
      (report "paths" (car (gimp-image-get-vectors image)))
    ''')
    yield
    assert stage['same'] == '#t'
    assert stage['unmoved'] == '#t'
    assert stage['paths'] == '1'
    for line in ('template=receded', 'height-mm=75', 'asymmetry-mm=2',
                 'seed=7', 'landmarks=sample-points'):
        assert '|%s|' % line in stage['settings'], (line, stage['settings'])


@case('/windows/hairline/that-was-edited-is-kept-when-asked-again')
def edited(stage):
    write_scene(stage)
    stage.scheme(FACE + '''
      (define path (car (plug-in-follicle-hairline RUN-NONINTERACTIVE image
        photo "linear" 0 0 0 "sample-points" "hairline")))
      (gimp-vectors-stroke-translate
        path (vector-ref (cadr (gimp-vectors-get-strokes path)) 0) 2 3)
      (define by-hand (numbers-of path))
      (wish "Escape Design Hairline")
      (catch #f (ask))
      (report "untouched" (list (car (gimp-image-get-vectors image))
                                (car (gimp-item-get-name path))))
      (wish "Return Design Hairline")
      (define made (ask))
      (report "other" (not (= path made)))
      (report "kept" (equal? by-hand (numbers-of path)))
      (report "name" (car (gimp-item-get-name path)))
      (report "settings" (parasite-of made))
    ''')
    yield
    assert stage['untouched'] == '1 hairline'
    assert stage['other'] == '#t'
    assert stage['kept'] == '#t'
    assert stage['name'] == 'hairline (edited)'
    assert '|template=linear|' in stage['settings']


if __name__ == '__main__':
    with screen.screen() as display, \
            tempfile.TemporaryDirectory(prefix='follicle-test-') as folder:
        os.environ['WISHES'] = os.path.join(folder, 'wishes')
        screen.Fingers(display, os.environ['WISHES']).start()
        gimp2.main(display)
