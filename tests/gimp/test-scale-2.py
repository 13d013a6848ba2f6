# SPDX-License-Identifier: GPL-3.0-or-later
"""The scale that plug-in-follicle-scale sets in GIMP 2.10."""

import gimp2
from gimp2 import case

IMAGE = '''
  (define image (car (gimp-image-new 400 300 RGB)))
  (define photo (car (gimp-layer-new image 400 300 RGB-IMAGE "photo" 100
                                     LAYER-MODE-NORMAL)))
  (gimp-image-insert-layer image photo 0 0)
  (define (points . places)
    (for-each (lambda (x) (gimp-image-add-sample-point image x 50)) places))
  (define (add-path name . numbers)
    (let ((path (car (gimp-vectors-new image name))))
      (gimp-image-insert-vectors image path 0 0)
      (gimp-vectors-stroke-new-from-points
        path VECTORS-STROKE-TYPE-BEZIER (length numbers)
        (list->vector numbers) FALSE)))
  (define (set-scale . arguments)
    (apply plug-in-follicle-scale
           (append (list RUN-NONINTERACTIVE image photo) arguments)))
  (define (kept)
    (let ((found #f))
      (for-each (lambda (name) (if (equal? name "follicle-scale")
                                   (set! found #t)))
                (cadr (gimp-image-get-parasite-list image)))
      (if found
          (caddr (car (gimp-image-get-parasite image "follicle-scale")))
          "none")))
  (define (refused . arguments)
    (set! last-error "")
    (catch #f (apply set-scale arguments))
    last-error)
'''


def gives(name, marks, call, scale):
    def run(stage):
        stage.scheme(IMAGE + '''
          %s
          (gimp-image-clean-all image)
          (report "scale" (car (set-scale %s)))
          (report "kept" (kept))
          (report "dirty" (car (gimp-image-is-dirty image)))
        ''' % (marks, call))
        yield
        assert abs(float(stage['scale']) - scale) < 1e-4, stage['scale']
        words = stage['kept'].split()
        assert abs(float(words[0]) - scale) < 1e-4, words
        assert words[1:] == ['400', '300'], words
        assert stage['dirty'] == '1'
    case('/scale/%s' % name)(run)


gives('comes-from-two-sample-points', '(points 100 217)',
      '11.7 "sample-points" 0', 100)
gives('comes-from-two-guides',
      '(gimp-image-add-hguide image 40) (gimp-image-add-hguide image 103)',
      '63 "guides" 0', 10)
gives('comes-from-the-ends-of-a-path',
      '(add-path "ruler" 0 0 30 40 60 60 200 9 100 9 9 9 9 9 180 240 0 0)',
      '100 "path:ruler" 0', 25)
gives('takes-sample-points-before-guides',
      '(points 100 217) (gimp-image-add-vguide image 40)'
      ' (gimp-image-add-vguide image 103)', '11.7 "auto" 0', 100)
gives('takes-guides-where-there-are-no-two-points',
      '(points 100) (gimp-image-add-vguide image 40)'
      ' (gimp-image-add-vguide image 103)', '63 "auto" 0', 10)
gives('is-what-is-stated', '(points 100 217)', '11.7 "auto" 42.5', 42.5)


def refuses(name, marks, call, words):
    def run(stage):
        stage.scheme(IMAGE + '''
          %s
          (gimp-image-clean-all image)
          (report "message" (refused %s))
          (report "kept" (kept))
          (report "dirty" (car (gimp-image-is-dirty image)))
        ''' % (marks, call))
        yield
        for word in words:
            assert word in stage['message'], stage['message']
        assert stage['kept'] == 'none' and stage['dirty'] == '0'
    case('/scale/%s-is-refused' % name)(run)


refuses('nothing-to-measure', '', '11.7 "auto" 0',
        ('two sample points', 'guides'))
refuses('one-sample-point', '(points 7)', '11.7 "sample-points" 0', ('1', '2'))
refuses('a-level-and-an-upright-guide',
        '(gimp-image-add-hguide image 40) (gimp-image-add-vguide image 103)',
        '63 "guides" 0', ('guides', 'both'))
refuses('a-missing-path', '', '63 "path:ruler" 0', ('ruler', 'none'))
refuses('an-unknown-mark', '', '63 "eyes" 0', ('eyes', 'sample-points'))
refuses('marks-that-touch', '(points 100 103)', '11.7 "auto" 0', ('3.0', '40'))
refuses('a-length-of-nothing', '(points 100 217)', '-1 "auto" 0',
        ('-1', '0.1', '1000'))
refuses('a-scale-below-the-range', '', '11.7 "auto" 0.5', ('0.5', '1'))
refuses('a-scale-above-the-range', '', '11.7 "auto" 2001', ('2001', '2000'))
refuses('a-head-of-60-cm',
        '(gimp-image-select-rectangle image CHANNEL-OP-REPLACE 20 20 300 200)',
        '11.7 "auto" 5', ('60.0 cm', '15.4', '25'))


@case('/scale/is-what-dots-are-drawn-at')
def dots(stage):
    stage.scheme(IMAGE + '''
      (gimp-image-select-ellipse image CHANNEL-OP-REPLACE 20 20 300 200)
      (points 100 217)
      (set-scale 11.7 "auto" 0)
      (report "parasite" (parasite-of
        (stamp image photo '(pixels-per-cm 0) '(output "layer"))))
    ''')
    yield
    assert '|pixels-per-cm=100|' in stage['parasite']


if __name__ == '__main__':
    gimp2.main()
