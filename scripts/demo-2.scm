; SPDX-License-Identifier: GPL-3.0-or-later
; demo.sh, pictures.sh and gallery.sh in the words of GIMP 2.10.

; The image, with its dots.
(define (follicle-stamp photo mask look density size shade sessions age scale)
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
                           "auto" 0)
    image))

(define (follicle-save-flat image png)
  (let ((flat (car (gimp-image-duplicate image))))
    (gimp-image-merge-visible-layers flat CLIP-TO-IMAGE)
    (gimp-file-save RUN-NONINTERACTIVE flat
                    (car (gimp-image-get-active-drawable flat)) png png)
    (gimp-image-delete flat)))

(define (follicle-demo photo mask look density size shade scale xcf png)
  (let ((image (follicle-stamp photo mask look density size shade 0 -1 scale)))
    (gimp-xcf-save RUN-NONINTERACTIVE image
                   (car (gimp-image-get-active-layer image)) xcf xcf)
    (follicle-save-flat image png)))

(define (follicle-picture photo mask look sessions age scale png)
  (let ((image (follicle-stamp photo mask look "" "" "" sessions age scale)))
    (follicle-save-flat image png)
    (gimp-image-delete image)))
