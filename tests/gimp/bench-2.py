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
      (gimp-selection-none image)
      (project image)
      (report name (- (now) start)))
    (gimp-image-delete image)))

; A mask over a quarter of the photo.
(define (add-dots image photo output)
  (gimp-image-select-ellipse image CHANNEL-OP-REPLACE 1500 500 3000 2000)
  (stamp image photo '(look "natural") '(mask "selection")
         '(pixels-per-cm 120) (list 'output output)))

; The time that something takes with a photo that has its dots.
(define (time-stamped name work)
  (let* ((image (open-photo-of-24-megapixels))
         (photo (photo-of image)))
    (add-dots image photo "layer")
    (project image)
    (let ((start (now)))
      (work image photo)
      (report name (- (now) start)))
    (gimp-image-delete image)))

(define (sheet image photo layout paper file)
  (plug-in-follicle-sheet RUN-NONINTERACTIVE image photo layout "" "" "" paper
                          file))

(define (export image file)
  (let ((flat (car (gimp-image-duplicate image))))
    (file-png-save2 RUN-NONINTERACTIVE flat (car (gimp-image-flatten flat))
                    file file 0 9 0 0 0 1 1 0 0)
    (gimp-image-delete flat)))
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

# What is handed out, of a photo that has its dots.
STAMPED_ROWS = (
    ('png', 'export of all of the photo as PNG', '(export image {file})'),
    ('before-after', 'sheet of before and after, PDF',
     '(sheet image photo "before-after" "a4" {file})'),
    ('sessions', 'sheet of the sessions, PDF',
     '(sheet image photo "sessions" "a4" {file})'),
    ('years', 'sheet of the years, PDF',
     '(sheet image photo "years" "a4" {file})'),
    ('screen', 'sheet of the years, PNG',
     '(sheet image photo "years" "screen" {file})'),
    ('image', 'sheet of the years, a new image',
     '(sheet image photo "years" "a4" "")'),
    ('svg', 'dot map, SVG',
     '(plug-in-follicle-dot-map RUN-NONINTERACTIVE image photo "svg" {file})'),
    ('csv', 'dot map, CSV',
     '(plug-in-follicle-dot-map RUN-NONINTERACTIVE image photo "csv" {file})'),
    ('count', 'count',
     '(plug-in-follicle-count RUN-NONINTERACTIVE image photo)'),
)


@case('/gimp-2.10/bench/24-megapixels')
def bench(stage):
    stage.scheme(SCENE)
    for name, _, change in ROWS:
        stage.scheme('(time-change "%s" (lambda (image photo) %s))'
                     % (name, change or '#t'))
    for name, _, work in STAMPED_ROWS:
        ending = name if name in ('png', 'svg', 'csv') else 'pdf'
        ending = 'png' if name == 'screen' else ending
        stage.scheme('(time-stamped "%s" (lambda (image photo) %s))'
                     % (name, work), file=stage.path(name + '.' + ending))
    yield
    for name, title, _ in ROWS + STAMPED_ROWS:
        print('# %-50s %6.2f s' % (title, float(stage[name])))


if __name__ == '__main__':
    gimp2.main()
