# SPDX-License-Identifier: GPL-3.0-or-later
"""The plug-in is killed at random moments: GIMP 2.10 lives, the image is as
before or complete, undo works, and so does the next run.

What has been drawn goes into the image by several steps of one undo group, of
a few milliseconds together. Killed within them it may be there in part; one
undo takes that back.

FOLLICLE_KILLS says how often in all.
"""

import os
import tempfile

import gimp2
import killer
import png
import scenes
import screen
from gimp2 import case

OUTPUTS = ('layers', 'layer', 'merged')


def write_scene(stage):
    png.write(stage.path('photo.png'), scenes.photo(3))
    png.write(stage.path('mask.png'), scenes.hard_mask())
    stage.scheme('''
      (gimp-message-set-handler CONSOLE)
      (define image (open-with-photo {photo}))
      (define photo (photo-of image))
      (add-channel image {mask} "line")
      (define view (car (gimp-display-new image)))

      (define (write-file path text)
        (let ((port (open-output-file path)))
          (display text port)
          (close-output-port port)))
      (define (wish line)
        (set! wished (string-append wished line "\n"))
        (write-file {wishes} wished))
      (define (wait-for done)
        (let loop ((n 400))
          (if (and (> n 0) (not (done)))
              (begin (usleep 50000) (loop (- n 1))))))
      (define (dirty) (= TRUE (car (gimp-image-is-dirty image))))
      (define (undo)
        (gimp-displays-flush)
        (wish "ctrl+z")
        (wait-for (lambda () (not (dirty))))
        ; GIMP 2.10 forgets it where it takes back a saved selection.
        (gimp-image-set-active-layer image photo))

      ; What the user sees, and what there is besides
      (define (look)
        (let* ((copy (car (gimp-image-duplicate image)))
               (all (car (gimp-image-flatten copy)))
               (sums (map (lambda (channel)
                            (let ((found (gimp-drawable-histogram
                                           all channel 0 1)))
                              (list (car found) (cadr found))))
                          (list HISTOGRAM-RED HISTOGRAM-GREEN
                                HISTOGRAM-BLUE))))
          (gimp-image-delete copy)
          (list sums
                (car (gimp-image-get-layers image))
                (car (gimp-image-get-channels image))
                (gimp-selection-bounds image)
                (car (gimp-image-get-active-layer image))
                (car (gimp-image-get-parasite-list image))
                (car (gimp-item-get-parasite-list photo)))))

      ; Stamps while the plug-in is watched or killed.
      (define (stamp-while errand output)
        (write-file {errand} errand)
        (let ((message (failure image photo '(mask "channel:line")
                                (list 'output output))))
          (wait-for (lambda () (not (file-exists? {errand}))))
          message))
      (gimp-image-select-rectangle image CHANNEL-OP-REPLACE 9 9 99 99)
      (define before (look))
      (gimp-image-clean-all image)
    ''', photo=stage.path('photo.png'), mask=stage.path('mask.png'),
                 wishes=os.environ['WISHES'], errand=os.environ['ERRAND'])


def survives(output, n_kills):
    def run(stage):
        write_scene(stage)
        stage.scheme('''
          (define n-as-before 0)
          (define n-whole 0)
          (define n-partial 0)
          (define wrong "")
          (define (expect what is-so)
            (if (not is-so)
                (set! wrong (string-append wrong " " what))))
          (define whole #f)
          ; Undo leaves the image as it was before, and clean.
          (define (take-back what)
            (undo)
            (expect what (and (not (dirty)) (equal? (look) before))))
          (define (run-well what)
            (let ((message (stamp-while "watch" "%(output)s")))
              (expect message (string=? message "")))
            (if (not whole) (set! whole (look)))
            (expect what (equal? (look) whole))
            (take-back "undo-of-a-whole-run"))
          (run-well "first-run")
          (let loop ((n %(kills)d))
            (if (> n 0)
                (begin
                  (stamp-while "kill" "%(output)s")
                  (let ((after (look)))
                    (cond ((equal? after before)
                           (set! n-as-before (+ n-as-before 1)))
                          ((equal? after whole)
                           (set! n-whole (+ n-whole 1)))
                          (else
                           (expect (text-of after) (dirty))
                           (set! n-partial (+ n-partial 1)))))
                  (if (dirty) (take-back "undo-of-a-killed-run"))
                  (run-well "run-after-a-kill")
                  (loop (- n 1)))))
          (report "wrong" wrong)
          (report "as-before" n-as-before)
          (report "whole" n-whole)
          (report "partial" n-partial)
          (gimp-display-delete view)
        ''' % {'output': output, 'kills': n_kills})
        yield
        print('# %s: as before %s, whole %s, partial %s' % (
            output, stage['as-before'], stage['whole'], stage['partial']))
        assert stage['wrong'] == '', stage['wrong']
        assert n_kills == sum(int(stage[name]) for name in (
            'as-before', 'whole', 'partial'))
    return run


for index, output in enumerate(OUTPUTS):
    case('/faults/killed-while-it-makes-%s/can-be-undone' % output)(
        survives(output, killer.share(index, len(OUTPUTS))))


if __name__ == '__main__':
    with screen.screen() as display, \
            tempfile.TemporaryDirectory(prefix='follicle-test-') as folder:
        os.environ['WISHES'] = os.path.join(folder, 'wishes')
        os.environ['ERRAND'] = os.path.join(folder, 'errand')
        screen.Fingers(display, os.environ['WISHES']).start()
        gimp2.main(display, before=lambda home: killer.Errands(
            killer.Killer(home), os.environ['ERRAND']).start())
