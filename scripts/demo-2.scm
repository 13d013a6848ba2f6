; SPDX-License-Identifier: GPL-3.0-or-later
; demo.sh, pictures.sh, gallery.sh and batch.sh in the words of GIMP 2.10.

; The image, with its dots.
(define (follicle-stamp photo mask look density size shade sessions age scale
                        output seed)
  (let* ((image (car (gimp-file-load RUN-NONINTERACTIVE photo photo)))
         (layer (car (gimp-image-get-active-layer image)))
         (mask-layer (car (gimp-file-load-layer RUN-NONINTERACTIVE image
                                                mask))))
    (if (not (and (= (car (gimp-image-width image))
                     (car (gimp-drawable-width mask-layer)))
                  (= (car (gimp-image-height image))
                     (car (gimp-drawable-height mask-layer)))))
        (error (string-append
                "The mask is "
                (number->string (car (gimp-drawable-width mask-layer))) " x "
                (number->string (car (gimp-drawable-height mask-layer)))
                " pixels and the photo "
                (number->string (car (gimp-image-width image))) " x "
                (number->string (car (gimp-image-height image)))
                ": they must be of one size")))
    (gimp-image-insert-layer image mask-layer 0 0)
    (gimp-item-set-name mask-layer "Hairline mask")
    (gimp-item-set-visible mask-layer FALSE)
    (gimp-image-lower-item-to-bottom image mask-layer)
    (plug-in-follicle-dots RUN-NONINTERACTIVE image layer look density size
                           shade sessions age scale "layer:Hairline mask"
                           output seed)
    image))

(define (follicle-save-flat image png)
  (let ((flat (car (gimp-image-duplicate image))))
    (gimp-image-merge-visible-layers flat CLIP-TO-IMAGE)
    (gimp-file-save RUN-NONINTERACTIVE flat
                    (car (gimp-image-get-active-drawable flat)) png png)
    (gimp-image-delete flat)))

(define (follicle-demo photo mask look density size shade scale xcf png)
  (let ((image (follicle-stamp photo mask look density size shade 0 -1 scale
                               "auto" 0)))
    (gimp-xcf-save RUN-NONINTERACTIVE image
                   (car (gimp-image-get-active-layer image)) xcf xcf)
    (follicle-save-flat image png)))

(define (follicle-picture photo mask look sessions age scale png)
  (let ((image (follicle-stamp photo mask look "" "" "" sessions age scale
                               "auto" 0)))
    (follicle-save-flat image png)
    (gimp-image-delete image)))

; A picture of what is seen, with nothing that the photo's file tells besides.
(define (follicle-save-seen image has-alpha file)
  (let* ((seen (car (gimp-image-new-with-precision
                     (car (gimp-image-width image))
                     (car (gimp-image-height image))
                     (car (gimp-image-base-type image))
                     (car (gimp-image-get-precision image)))))
         (profile (gimp-image-get-effective-color-profile image))
         (resolution (gimp-image-get-resolution image)))
    (gimp-image-set-color-profile seen (car profile) (cadr profile))
    (gimp-image-set-resolution seen (car resolution) (cadr resolution))
    (let ((layer (car (gimp-layer-new-from-visible image seen "photo"))))
      (gimp-image-insert-layer seen layer 0 0)
      (gimp-file-save RUN-NONINTERACTIVE seen
                      (if (= TRUE has-alpha) layer
                          (car (gimp-image-flatten seen)))
                      file file))
    (gimp-image-delete seen)))

; Each of the sheets is a layout and a file.
(define (follicle-make-sheets image sheets looks title note paper)
  (for-each
   (lambda (sheet)
     (plug-in-follicle-sheet RUN-NONINTERACTIVE image
                             (car (gimp-image-get-active-drawable image))
                             (car sheet) looks title note paper (cadr sheet)))
   sheets))

(define (follicle-batch photo mask look density size shade sessions age scale
                        seed stamped sheets looks title note paper)
  (let* ((image (follicle-stamp photo mask look density size shade sessions age
                                scale "layer" seed))
         (layers (vector->list (cadr (gimp-image-get-layers image))))
         (has-alpha (car (gimp-drawable-has-alpha
                          (list-ref layers (- (length layers) 2))))))
    (follicle-save-seen image has-alpha stamped)
    (follicle-make-sheets image sheets looks title note paper)
    (gimp-image-delete image)))

; The same on a patch of skin, to see whether it can be done.
(define (follicle-try look density size shade sessions age scale seed sheets
                      looks title note paper)
  (let* ((image (car (gimp-image-new 400 400 RGB)))
         (layer (car (gimp-layer-new image 400 400 RGB-IMAGE "skin" 100
                                     LAYER-MODE-NORMAL))))
    (gimp-image-insert-layer image layer 0 0)
    (gimp-context-set-foreground '(208 160 135))
    (gimp-drawable-fill layer FILL-FOREGROUND)
    (gimp-image-select-ellipse image CHANNEL-OP-REPLACE 50 50 300 300)
    (plug-in-follicle-dots RUN-NONINTERACTIVE image layer look density size
                           shade sessions age scale "selection" "layer" seed)
    (follicle-make-sheets image sheets looks title note paper)
    (gimp-image-delete image)))
