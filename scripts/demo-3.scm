; SPDX-License-Identifier: GPL-3.0-or-later
; demo.sh, pictures.sh and gallery.sh in the words of GIMP 3.

(script-fu-use-v3)

; The image, with its dots.
(define (follicle-stamp photo mask look density size shade sessions age scale)
  (let* ((image (gimp-file-load RUN-NONINTERACTIVE photo))
         (layers (gimp-image-get-layers image))
         (mask-layer (gimp-file-load-layer RUN-NONINTERACTIVE image mask)))
    (if (not (and (= (gimp-image-get-width image)
                     (gimp-drawable-get-width mask-layer))
                  (= (gimp-image-get-height image)
                     (gimp-drawable-get-height mask-layer))))
        (error (string-append
                "The mask is "
                (number->string (gimp-drawable-get-width mask-layer)) " x "
                (number->string (gimp-drawable-get-height mask-layer))
                " pixels and the photo "
                (number->string (gimp-image-get-width image)) " x "
                (number->string (gimp-image-get-height image))
                ": they must be of one size")))
    (gimp-image-insert-layer image mask-layer 0 0)
    (gimp-item-set-name mask-layer "Hairline mask")
    (gimp-item-set-visible mask-layer FALSE)
    (gimp-image-lower-item-to-bottom image mask-layer)
    (plug-in-follicle-dots #:run-mode RUN-NONINTERACTIVE #:image image
                           #:drawables layers #:look look #:density density
                           #:size size #:shade shade #:sessions sessions
                           #:age age #:pixels-per-cm scale
                           #:mask "layer:Hairline mask")
    image))

(define (follicle-save-flat image png)
  (let ((flat (gimp-image-duplicate image)))
    (gimp-image-merge-visible-layers flat CLIP-TO-IMAGE)
    (gimp-file-save RUN-NONINTERACTIVE flat png)
    (gimp-image-delete flat)))

(define (follicle-demo photo mask look density size shade scale xcf png)
  (let ((image (follicle-stamp photo mask look density size shade 0 -1 scale)))
    (gimp-file-save RUN-NONINTERACTIVE image xcf)
    (follicle-save-flat image png)))

(define (follicle-picture photo mask look sessions age scale png)
  (let ((image (follicle-stamp photo mask look "" "" "" sessions age scale)))
    (follicle-save-flat image png)
    (gimp-image-delete image)))
