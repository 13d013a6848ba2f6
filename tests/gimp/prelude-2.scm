; SPDX-License-Identifier: GPL-3.0-or-later
; What the tests in GIMP 2.10 are written with. RESULTS is the file that
; (report) writes to, as lines of a name, a tab and a value.

(define last-error "")
(set! *error-hook*
      (lambda x
        (set! last-error (if (string? (car x)) (car x) "unknown"))
        (apply throw x)))

(define (text-of value)
  (cond ((string? value) value)
        ((number? value) (number->string value))
        ((symbol? value) (symbol->string value))
        ((pair? value)
         (string-append (text-of (car value))
                        (if (null? (cdr value)) ""
                            (string-append " " (text-of (cdr value))))))
        ((vector? value) (text-of (vector->list value)))
        ((null? value) "")
        (else (if value "#t" "#f"))))

; One line a value: the lines of a text are parted by "|".
(define (flat text)
  (list->string (map (lambda (c) (if (char=? c #\newline) #\| c))
                     (string->list text))))

(define results (open-output-file RESULTS))
(define case-name "")
; An image that cases share, once the first of them has made it
(define scene #f)
(define (report name value)
  (display (string-append case-name ":" name "\t" (flat (text-of value)) "\n")
           results))

; The arguments of the procedure after the drawable, by name.
(define defaults
  '((look "plain") (density "") (size "") (shade "") (sessions 0) (age -1)
    (pixels-per-cm 40) (mask "auto") (output "auto") (seed 0)))

(define (stamp image drawable . changes)
  (car (apply plug-in-follicle-dots
              (append (list RUN-NONINTERACTIVE image drawable)
                      (map (lambda (argument)
                             (cadr (or (assq (car argument) changes)
                                       argument)))
                           defaults)))))

; The message that stamping fails with, or "".
(define (failure image drawable . changes)
  (set! last-error "")
  (catch #f (apply stamp (cons image (cons drawable changes))))
  last-error)

(define (open-photo path)
  (car (gimp-file-load RUN-NONINTERACTIVE path path)))

(define (photo-of image)
  (car (gimp-image-get-layer-by-name image "photo")))

(define (open-with-photo path)
  (let ((image (open-photo path)))
    (gimp-item-set-name (car (gimp-image-get-active-layer image)) "photo")
    image))

; A picture of a file as one more layer, under everything so that it hides
; nothing, or as a channel.
(define (add-layer image path name)
  (let ((layer (car (gimp-file-load-layer RUN-NONINTERACTIVE image path))))
    (gimp-item-set-name layer name)
    (gimp-image-insert-layer image layer 0 (car (gimp-image-get-layers image)))
    (gimp-image-set-active-layer image (photo-of image))
    layer))

(define (add-channel image path name)
  (let ((source (add-layer image path "source"))
        (channel (car (gimp-channel-new
                        image (car (gimp-image-width image))
                        (car (gimp-image-height image)) name 50 '(0 0 0)))))
    (gimp-image-insert-channel image channel 0 0)
    (gimp-edit-copy source)
    (gimp-floating-sel-anchor (car (gimp-edit-paste channel FALSE)))
    (gimp-image-remove-layer image source)
    (gimp-image-set-active-layer image (photo-of image))
    channel))

; Saves what the user sees, with 16 bits if the image has more than 8, and
; with alpha if the photo has it.
(define (save image path)
  (let* ((copy (car (gimp-image-duplicate image)))
         (precision (car (gimp-image-get-precision copy)))
         (has-alpha (= (car (gimp-drawable-has-alpha (photo-of copy))) TRUE)))
    (if (not (memv precision (list PRECISION-U8-GAMMA PRECISION-U16-GAMMA)))
        (gimp-image-convert-precision copy PRECISION-U16-GAMMA))
    (save-layer copy
                (car (if has-alpha
                         (gimp-image-merge-visible-layers copy CLIP-TO-IMAGE)
                         (gimp-image-flatten copy)))
                path)
    (gimp-image-delete copy)))

(define (save-layer image layer path)
  (file-png-save2 RUN-NONINTERACTIVE image layer path path 0 1 0 0 0 0 0 0 0))

(define (parasite-of item)
  (caddr (car (gimp-item-get-parasite item "follicle-settings"))))

; Keys that were asked for so far, in all cases.
(define wished "")
