# SPDX-License-Identifier: GPL-3.0-or-later
"""GIMP 2.10 refuses a step half-way: the image is as before.

failing.c has each of the plug-in's calls that change an image refused, one
after the other, until none is left.
"""

import os

import gimp2
import png
import scenes
from gimp2 import case

# More calls than any output takes.
MOST = 12


def write_scene(stage):
    png.write(stage.path('photo.png'), scenes.photo(3))
    png.write(stage.path('mask.png'), scenes.soft_mask())
    stage.scheme('''
      (define (fail-at number)
        (let ((port (open-output-file {fail-at})))
          (display number port)
          (close-output-port port)))
      (define (texts-of item)
        (map (lambda (name) (list name (caddr (car (gimp-item-get-parasite
                                                     item name)))))
             (cadr (gimp-item-get-parasite-list item))))
      (define (describe layer)
        (list layer (car (gimp-item-get-name layer))
              (car (gimp-item-get-visible layer))
              (gimp-drawable-offsets layer)
              (car (gimp-layer-get-opacity layer))
              (car (gimp-layer-get-apply-mask layer))
              (texts-of layer)
              (if (= TRUE (car (gimp-item-is-group layer)))
                  (map describe
                       (vector->list (cadr (gimp-item-get-children layer))))
                  '())))
      (define (state image)
        (list (map describe
                   (vector->list (cadr (gimp-image-get-layers image))))
              (cadr (gimp-image-get-channels image))
              (gimp-selection-bounds image)
              (car (gimp-image-get-active-layer image))
              (car (gimp-image-get-parasite-list image))))
      (define (open)
        (let ((image (open-with-photo {photo})))
          (add-channel image {mask} "line")
          (gimp-image-select-ellipse image CHANNEL-OP-REPLACE 3 5 50 60)
          image))
      ; The first call that is not refused, or 0 where the image is not as it
      ; was after one that is.
      (define (count-refused prepare . changes)
        (let loop ((n 1))
          (let* ((image (open))
                 (layer (prepare image))
                 (before (state image)))
            (fail-at n)
            (let ((said (apply failure image layer changes)))
              (fail-at "")
              (cond ((string=? said "") n)
                    ((not (equal? before (state image)))
                     (report "before" before)
                     (report "after" (state image))
                     0)
                    ((> n %d) -1)
                    (else (save image {after})
                          (report "said" said)
                          (loop (+ n 1))))))))
    ''' % MOST, **{name: stage.path(name + '.png')
                   for name in ('photo', 'mask', 'after')},
                 **{'fail-at': os.path.join(stage.folder, 'fail-at')})


def check(n_calls, prepare, changes):
    def run(stage):
        write_scene(stage)
        stage.scheme('(report "n" (count-refused %s %s))' % (prepare, changes))
        yield
        assert int(stage['n']) > n_calls, (
            stage.values.get('n'), stage.values.get('before'),
            stage.values.get('after'))
        assert 'GIMP could not' in stage['said'], stage['said']
        assert '(null)' not in stage['said'], stage['said']
        if prepare == 'photo-of':
            # GIMP's own PNG has the photo's values.
            scenes.assert_same(png.read(stage.path('after.png')),
                               png.read(stage.path('photo.png')), 0)
    return run


for output, n_calls in (('layers', 8), ('layer', 2), ('merged', 1)):
    case('/gimp-2.10/failures/of-%s-leave-the-image-as-it-was' % output)(
        check(n_calls, 'photo-of',
              '\'(mask "channel:line") \'(output "%s")' % output))
for output, n_calls in (('layers', 6), ('layer', 2)):
    case('/gimp-2.10/failures/of-renewing-%s-leave-the-image-as-it-was'
         % output)(check(n_calls, '''
           (lambda (image) (stamp image (photo-of image)
             '(mask "channel:line") '(output "%s")))''' % output,
                         '\'(density "40") \'(pixels-per-cm 0)'))


if __name__ == '__main__':
    gimp2.main()
