; SPDX-License-Identifier: GPL-3.0-or-later
; demo.sh, pictures.sh, gallery.sh and batch.sh in the words of GIMP 3.

(script-fu-use-v3)

; The image, with its dots.
(define (follicle-stamp photo mask look density size shade sessions age scale
                        output seed)
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
                           #:mask "layer:Hairline mask"
                           #:output output #:seed seed)
    image))

(define (follicle-save-flat image png)
  (let ((flat (gimp-image-duplicate image)))
    (gimp-image-merge-visible-layers flat CLIP-TO-IMAGE)
    (gimp-file-save RUN-NONINTERACTIVE flat png)
    (gimp-image-delete flat)))

(define (follicle-demo photo mask look density size shade scale xcf png)
  (let ((image (follicle-stamp photo mask look density size shade 0 -1 scale
                               "auto" 0)))
    (gimp-file-save RUN-NONINTERACTIVE image xcf)
    (follicle-save-flat image png)))

(define (follicle-picture photo mask look sessions age scale png)
  (let ((image (follicle-stamp photo mask look "" "" "" sessions age scale
                               "auto" 0)))
    (follicle-save-flat image png)
    (gimp-image-delete image)))

; A picture of what is seen, with nothing that the photo's file tells besides,
; through the clipboard, since profiles are none of Script-Fu's types.
(define (follicle-save-seen image has-alpha file)
  (gimp-selection-none image)
  (gimp-edit-copy-visible image)
  (let ((seen (gimp-edit-paste-as-new-image)))
    (if (not has-alpha) (gimp-image-flatten seen))
    (gimp-file-save RUN-NONINTERACTIVE seen file)
    (gimp-image-delete seen)))

; Each of the sheets is a layout and a file.
(define (follicle-make-sheets image sheets looks title note paper)
  (for-each
   (lambda (sheet)
     (plug-in-follicle-sheet #:run-mode RUN-NONINTERACTIVE #:image image
                             #:drawables (gimp-image-get-layers image)
                             #:layout (car sheet) #:looks looks #:title title
                             #:note note #:paper paper #:file (cadr sheet)))
   sheets))

(define (follicle-batch photo mask look density size shade sessions age scale
                        seed stamped sheets looks title note paper)
  (let* ((image (follicle-stamp photo mask look density size shade sessions age
                                scale "layer" seed))
         (layers (gimp-image-get-layers image))
         (has-alpha (gimp-drawable-has-alpha
                     (vector-ref layers (- (vector-length layers) 2)))))
    (follicle-save-seen image has-alpha stamped)
    (follicle-make-sheets image sheets looks title note paper)
    (gimp-image-delete image)))

; The same on a patch of skin, to see whether it can be done.
(define (follicle-try look density size shade sessions age scale seed sheets
                      looks title note paper)
  (let* ((image (gimp-image-new 400 400 RGB))
         (layer (gimp-layer-new image "skin" 400 400 RGB-IMAGE 100
                                LAYER-MODE-NORMAL)))
    (gimp-image-insert-layer image layer -1 0)
    (gimp-context-set-foreground '(208 160 135))
    (gimp-drawable-fill layer FILL-FOREGROUND)
    (gimp-image-select-ellipse image CHANNEL-OP-REPLACE 50 50 300 300)
    (plug-in-follicle-dots #:run-mode RUN-NONINTERACTIVE #:image image
                           #:drawables (vector layer) #:look look
                           #:density density #:size size #:shade shade
                           #:sessions sessions #:age age #:pixels-per-cm scale
                           #:mask "selection" #:output "layer" #:seed seed)
    (follicle-make-sheets image sheets looks title note paper)
    (gimp-image-delete image)))
