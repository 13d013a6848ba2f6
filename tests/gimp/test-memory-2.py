# SPDX-License-Identifier: GPL-3.0-or-later
"""The plug-in gets less memory than it needs in GIMP 2.10: GIMP lives, the
image is as it was, and where the plug-in can be started at all it says what
lacks.

limit.c, preloaded into the plug-in, limits its address space.
"""

import os

import gimp2
from gimp2 import case

# MB: from what no plug-in can be started with to more than enough. From SPEAKS
# on it has to say what lacks.
LIMITS = (100, 200, 300, 400, 450, 500, 550, 600, 700, 800, 4000)
SPEAKS = 300
LACKS = 'MB of memory are needed'


@case('/gimp-2.10/memory/of-any-limit-leaves-the-image-whole-or-as-it-was')
def check(stage):
    stage.scheme('''
      (define (limit mb)
        (let ((port (open-output-file {limit})))
          (display mb port)
          (close-output-port port)))
      (define image (car (gimp-image-new 2000 1500 RGB)))
      (define photo (car (gimp-layer-new image 2000 1500 RGB-IMAGE "photo" 100
                                         LAYER-MODE-NORMAL)))
      (gimp-image-insert-layer image photo 0 0)
      (gimp-context-set-foreground '(210 166 140))
      (gimp-drawable-edit-fill photo FILL-FOREGROUND)
      (gimp-image-select-ellipse image CHANNEL-OP-REPLACE 100 100 1800 1300)
      (define (state)
        (list (vector->list (cadr (gimp-image-get-layers image)))
              (gimp-selection-bounds image)
              (car (gimp-image-get-active-layer image))
              (car (gimp-image-get-parasite-list image))
              (car (gimp-drawable-histogram photo HISTOGRAM-RED 0 1))))
      (define before (state))
      (define (stamp-within mb)
        (limit mb)
        (let ((said (failure image photo '(look "natural") '(mask "selection")
                             '(pixels-per-cm 100) '(output "layer"))))
          (report (text-of mb)
                  (list said (if (equal? before (state)) "as before" "changed")))
          (if (string=? said "")
              (gimp-image-remove-layer
                image (aref (cadr (gimp-image-get-layers image)) 0)))))
      (define (report-each limits)
        (if (pair? limits)
            (begin (stamp-within (car limits)) (report-each (cdr limits)))))
      (report-each '(%s))
      (limit "")
      (gimp-image-delete image)
    '''.replace('(aref ', '(vector-ref ') % ' '.join(map(str, LIMITS)),
                 limit=os.path.join(stage.folder, 'fail-at'))
    yield
    said = [stage[str(limit)] for limit in LIMITS]
    for limit, words in zip(LIMITS, said):
        print('# %d MB: %s' % (limit, words))
    whole = [words == ' changed' for words in said]
    assert whole == sorted(whole) and not whole[0] and whole[-1], said
    for limit, words, is_whole in zip(LIMITS, said, whole):
        assert is_whole or words.endswith(' as before'), words
        assert is_whole or limit < SPEAKS or LACKS in words, words


if __name__ == '__main__':
    gimp2.main()
