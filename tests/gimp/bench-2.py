# SPDX-License-Identifier: GPL-3.0-or-later
"""How long things take in GIMP 2.10 on a photo of 24 megapixels, beside what
GIMP itself does by the same route, in one run.

GIMP's blur is plug-in-gauss, which GIMP 2.10 carries out with GEGL's
gaussian-blur, its standard deviation 0.32 of the radius. Like the procedure
it is called through the PDB and changes the layer's own pixels.
"""

import gimp2
from gimp2 import case

SCENE = """
(define WIDTH 6000)
(define HEIGHT 4000)

(define (open-photo-of-24-megapixels)
  (let* ((image (car (gimp-image-new WIDTH HEIGHT RGB)))
         (photo (car (gimp-layer-new image WIDTH HEIGHT RGB-IMAGE "photo" 100
                                     LAYER-MODE-NORMAL))))
    (gimp-image-insert-layer image photo 0 0)
    (gimp-context-set-foreground '(210 166 140))
    (gimp-drawable-edit-fill photo FILL-FOREGROUND)
    image))

; Has GIMP bring all of what the user sees up to date.
(define (project image)
  (gimp-item-delete
    (car (gimp-layer-new-from-visible image image "visible"))))

(define (now)
  (let ((time (gettimeofday)))
    (if (pair? time) (+ (car time) (/ (cadr time) 1000000)) time)))

; The time that a change of a photo takes until it is seen.
(define (time-change name change)
  (let* ((image (open-photo-of-24-megapixels))
         (photo (photo-of image)))
    (project image)
    (let ((start (now)))
      (change image photo)
      (project image)
      (report name (- (now) start)))
    (gimp-image-delete image)))

; A mask over a quarter of the photo.
(define (add-dots image photo output)
  (gimp-image-select-ellipse image CHANNEL-OP-REPLACE 1500 500 3000 2000)
  (stamp image photo '(look "natural") '(mask "selection")
         '(pixels-per-cm 120) (list 'output output))
  (gimp-selection-none image))
"""

ROWS = (
    ('nothing', 'picture of all of the photo, nothing done to it', ''),
    ('blur', 'gaussian blur 2 merged, all of the photo',
     '(plug-in-gauss RUN-NONINTERACTIVE image photo 6.25 6.25 0)'),
    ('layers', 'natural as layers, a quarter of the photo',
     '(add-dots image photo "layers")'),
    ('layer', 'natural as one layer, a quarter of the photo',
     '(add-dots image photo "layer")'),
    ('merged', 'natural merged, a quarter of the photo',
     '(add-dots image photo "merged")'),
)


@case('/gimp-2.10/bench/24-megapixels')
def bench(stage):
    stage.scheme(SCENE)
    for name, _, change in ROWS:
        stage.scheme('(time-change "%s" (lambda (image photo) %s))'
                     % (name, change or '#t'))
    yield
    for name, title, _ in ROWS:
        print('# %-50s %6.2f s' % (title, float(stage[name])))


if __name__ == '__main__':
    gimp2.main()
