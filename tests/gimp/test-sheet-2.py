# SPDX-License-Identifier: GPL-3.0-or-later
"""What plug-in-follicle-sheet makes in 2.10."""

import os

import gimp2
import png
import scenes
import sheets
from gimp2 import case


def prepare(stage):
    png.write(stage.path('photo.png'), scenes.photo(3, 400, 300))
    sheets.stamp_secrets(stage.path('photo.png'))
    stage.scheme('''
      (define image (open-with-photo {photo}))
      (define photo (photo-of image))
      (gimp-image-select-ellipse image CHANNEL-OP-REPLACE 90 60 220 180)
      (define (dots . changes)
        (apply stamp (append (list image photo) changes
                             '((pixels-per-cm 100) (output "layers")))))
      (define (sheet layout looks title note paper file)
        (plug-in-follicle-sheet RUN-NONINTERACTIVE image photo layout looks
                                title note paper file))
      (define (why thunk)
        (set! last-error "")
        (catch #f (thunk))
        last-error)
    ''', photo=stage.path('photo.png'))


@case('/sheet/every-layout-is-a-marked-pdf-without-the-photos-metadata')
def layouts(stage):
    prepare(stage)
    stage.scheme('''
      (dots)
      (sheet "before-after" "" "Studio" "A note" "a4" {both})
      (sheet "sessions" "" "Studio" "" "letter" {sessions})
      (sheet "years" "" "Studio" "" "a4" {years})
      (report "looks" (cadr (sheet "before-after" "natural, buzz-cut" "" ""
                                   "screen" {looks})))
    ''', **{name: stage.path(name + '.pdf')
             for name in ('both', 'sessions', 'years', 'looks')})
    yield
    sheets.check_pdf(stage.path('both.pdf'), 2, 'Studio', 'A note', 'Before',
                     'After', 'mm', '100.0 pixels per cm')
    sheets.check_pdf(stage.path('sessions.pdf'), 4, 'First session',
                     'Third session', paper='letter')
    sheets.check_pdf(stage.path('years.pdf'), 4, 'Healed', 'five years')
    sheets.check_pdf(stage.path('looks.pdf'), 3, 'Natural', 'Buzz cut',
                     paper='960 x 540')
    assert stage['looks'] == '3'
    for name in ('both', 'years'):
        sheets.check_bar(stage.path(name + '.pdf'), 100)


@case('/sheet/of-the-same-day-is-the-same-file')
def same_file(stage):
    prepare(stage)
    stage.scheme('''
      (dots)
      (sheet "years" "" "Studio" "" "a4" {one})
      (sheet "years" "" "Studio" "" "a4" {two})
    ''', one=stage.path('one.pdf'), two=stage.path('two.pdf'))
    yield
    files = []
    for name in ('one.pdf', 'two.pdf'):
        with open(stage.path(name), 'rb') as file:
            files.append(file.read())
    assert files[0] == files[1]


@case('/sheet/any-name-is-text-and-leaves-the-panels-whole')
def hostile(stage):
    prepare(stage)
    sheets.add_looks(os.path.join(stage.folder, 'config'))
    names = {name: text.replace('\\', '\\\\').replace('"', '\\"')
             for name, text in (('looks', sheets.LOOKS),
                                ('hostile', sheets.HOSTILE),
                                ('lines', 'two\nlines, \x07bell'))}
    stage.scheme('''
      (dots)
      (define long (make-string 10000 #\\w))
      (gimp-item-set-name (car (gimp-image-get-active-layer image)) {hostile})
      (report "panels"
              (cadr (sheet "years" {looks} {hostile} {lines} "a4" {years})))
      (sheet "before-after" {looks} long {hostile} "a4" {both})
      (sheet "before-after" {looks} {hostile} long "screen" {screen})
      (define made (car (sheet "before-after" {looks} long {hostile} "screen"
                               "")))
      (report "layers" (car (gimp-image-get-layers made)))
    ''', **names, years=stage.path('years.pdf'),
        both=stage.path('both.pdf'), screen=stage.path('screen.png'))
    yield
    assert stage['panels'] == '12', stage['panels']
    sheets.check_named(stage.path('years.pdf'), 12)
    sheets.check_named(stage.path('both.pdf'), 4)
    sheets.check_clean(stage.path('screen.png'))
    assert '1920x1080' in sheets.say('exiftool', '-ImageSize',
                                     stage.path('screen.png'))
    assert int(stage['layers']) > 4 * 4, stage['layers']


@case('/sheet/a-png-says-so-in-its-metadata')
def screen(stage):
    prepare(stage)
    stage.scheme('(dots) (sheet "before-after" "" "" "" "screen" {file})',
                 file=stage.path('sheet.png'))
    yield
    sheets.check_clean(stage.path('sheet.png'))
    facts = sheets.say('exiftool', '-ImageSize', stage.path('sheet.png'))
    assert '1920x1080' in facts, facts


@case('/sheet/a-new-image-has-the-mark-on-every-panel')
def image(stage):
    prepare(stage)
    stage.scheme('''
      (dots)
      (define made (car (sheet "years" "" "" "" "screen" "")))
      (report "size" (list (car (gimp-image-width made))
                           (car (gimp-image-height made))))
      (report "names" (map (lambda (layer) (car (gimp-item-get-name layer)))
                           (vector->list (cadr (gimp-image-get-layers made)))))
    ''')
    yield
    assert stage['size'] == '1920 1080'
    assert stage['names'].count(sheets.MARK) == 4, stage['names']


def refuses(name, script, words):
    def run(stage):
        prepare(stage)
        os.mkdir(stage.path('folder'))
        stage.scheme('(define path {path}) (define no-image {photo}) '
                     + script, path=stage.path('folder/a.pdf'),
                     photo=__file__)
        yield
        for word in words:
            assert word in stage['message'], stage['message']
        assert os.listdir(stage.path('folder')) == []
    case('/sheet/%s-is-refused' % name)(run)


refuses('an-image-without-dots', '''
  (report "message" (why (lambda ()
    (sheet "years" "" "" "" "a4" path))))''', ('nothing', 'stamp'))
refuses('a-logo-that-is-no-picture', '''
  (dots)
  (report "message" (why (lambda ()
    (sheet "years" "" (string-append "Studio logo=" no-image) "" "a4"
           path))))''', ('Logo', 'picture'))
refuses('a-folder-that-is-not-there', '''
  (dots)
  (report "message" (why (lambda ()
    (sheet "years" "" "" "" "a4" "/none/a.pdf"))))''',
        ('/none/a.pdf', 'cannot be written'))
refuses('another-kind-of-file', '''
  (dots)
  (report "message" (why (lambda ()
    (sheet "years" "" "" "" "a4" "/tmp/a.jpg"))))''', ('.pdf or .png',))
refuses('an-unknown-layout', '''
  (dots)
  (report "message" (why (lambda ()
    (sheet "months" "" "" "" "a4" path))))''', ('months', 'before-after'))
refuses('what-is-merged-into-the-photo', '''
  (dots '(output "merged"))
  (report "message" (why (lambda ()
    (sheet "years" "" "" "" "a4" path))))''', ('own pixels', 'merged'))


if __name__ == '__main__':
    os.environ['SOURCE_DATE_EPOCH'] = sheets.SOURCE_DATE_EPOCH
    gimp2.main()
