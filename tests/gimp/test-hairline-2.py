# SPDX-License-Identifier: GPL-3.0-or-later
"""The path that plug-in-follicle-hairline makes in GIMP 2.10."""

import gimp2
from gimp2 import case

# A face in the middle, its eyes 360 pixels apart: 40 pixels per cm.
FACE = ((500, 600), (320, 660), (680, 660))

IMAGE = '''
  (define image (car (gimp-image-new 1000 1200 RGB)))
  (define photo (car (gimp-layer-new image 1000 1200 RGB-IMAGE "photo" 100
                                     LAYER-MODE-NORMAL)))
  (gimp-image-insert-layer image photo 0 0)
  (define (add-path name . numbers)
    (let ((path (car (gimp-vectors-new image name))))
      (gimp-image-insert-vectors image path 0 0)
      (gimp-vectors-stroke-new-from-points
        path VECTORS-STROKE-TYPE-BEZIER (length numbers)
        (list->vector numbers) FALSE)
      path))
  (define (points . places)
    (if (pair? places)
        (begin (gimp-image-add-sample-point image (car places) (cadr places))
               (apply points (cddr places)))))
  (define (design . arguments)
    (car (apply plug-in-follicle-hairline
                (append (list RUN-NONINTERACTIVE image photo) arguments))))
  (define (numbers-of path)
    (caddr (gimp-vectors-stroke-get-points
             path (vector-ref (cadr (gimp-vectors-get-strokes path)) 0))))
  (define (is-closed path)
    (cadddr (gimp-vectors-stroke-get-points
              path (vector-ref (cadr (gimp-vectors-get-strokes path)) 0))))
  (define (names)
    (map (lambda (path) (car (gimp-item-get-name path)))
         (vector->list (cadr (gimp-image-get-vectors image)))))
  (define (scale)
    (let ((there (member "follicle-scale"
                         (cadr (gimp-image-get-parasite-list image)))))
      (if there
          (caddr (car (gimp-image-get-parasite image "follicle-scale")))
          "none")))
  (define (refused . arguments)
    (set! last-error "")
    (catch #f (apply design arguments))
    last-error)
'''


def points(face=FACE):
    return '(points %s)' % ' '.join('%d %d' % place for place in face)


def anchors(values):
    """Of a path's numbers: where each anchor lies."""
    numbers = [float(word) for word in values.split()]
    return [tuple(numbers[i + 2:i + 4]) for i in range(0, len(numbers), 6)]


@case('/hairline/is-a-closed-path-that-mirrors-in-a-frontal-face')
def frontal(stage):
    stage.scheme(IMAGE + points() + '''
      (define path (design "mature" 0 0 0 "sample-points" "hairline"))
      (report "numbers" (numbers-of path))
      (report "closed" (is-closed path))
      (report "names" (names))
      (report "visible" (car (gimp-item-get-visible path)))
      (report "active" (= path (car (gimp-image-get-active-vectors image))))
      (report "scale" (scale))
      (report "settings" (parasite-of path))
    ''')
    yield
    places = anchors(stage['numbers'])
    assert 10 <= len(places) <= 24, len(places)
    for x, y in places:
        assert any(abs(1000 - x - other) < 1e-3 and abs(y - level) < 1e-3
                   for other, level in places), (x, y)
    assert stage['closed'] == '1'
    assert stage['names'] == 'hairline'
    assert stage['visible'] == '1'
    assert stage['active'] == '#t'
    scale, width, height = stage['scale'].split()
    assert abs(float(scale) - 40) < 0.1 and (width, height) == ('1000', '1200')
    assert '|template=mature|' in stage['settings']


@case('/hairline/takes-the-anchors-of-a-path-for-landmarks')
def from_path(stage):
    numbers = ' '.join('%d %d' % place for place in FACE for _ in range(3))
    stage.scheme(IMAGE + points() + '''
      (define face (add-path "face" %s))
      (report "points" (numbers-of (design "linear" 70 5 120 "sample-points"
                                           "one")))
      (report "path" (numbers-of (design "linear" 70 5 120 "path:face"
                                         "other")))
      (report "names" (names))
    ''' % numbers)
    yield
    assert stage['points'] == stage['path']
    assert stage['names'] == 'other one face'


@case('/hairline/keeps-to-the-scale-that-is-set')
def set_scale(stage):
    stage.scheme(IMAGE + points() + '''
      (define low (design "round" 60 0 0 "sample-points" "low"))
      (report "low" (numbers-of low))
      (gimp-image-attach-parasite image
        (list "follicle-scale" 3 "50 1000 1200"))
      (report "high" (numbers-of (design "round" 48 0 0 "sample-points"
                                         "high")))
      (report "scale" (scale))
    ''')
    yield
    middle_low, middle_high = (
        min(anchors(stage[name]), key=lambda p: abs(p[0] - 500) + p[1] / 1e3)
        for name in ('low', 'high'))
    # 48 mm at 50 pixels per cm are 60 mm at 40.
    assert abs(middle_low[1] - middle_high[1]) < 0.5
    assert stage['scale'] == '50 1000 1200'


@case('/hairline/is-made-again-in-its-own-place')
def again(stage):
    stage.scheme(IMAGE + points() + '''
      (define path (design "mature" 0 0 0 "sample-points" "hairline"))
      (add-path "above" 1 1 1 1 1 1)
      (gimp-item-set-visible path FALSE)
      (define before (numbers-of path))
      (define same (design "mature" 70 0 0 "sample-points" "hairline"))
      (report "same" (= path same))
      (report "strokes" (car (gimp-vectors-get-strokes path)))
      (report "moved" (not (equal? before (numbers-of path))))
      (report "names" (names))
      (report "settings" (parasite-of path))
    ''')
    yield
    assert stage['same'] == '#t'
    assert stage['strokes'] == '1'
    assert stage['moved'] == '#t'
    assert stage['names'] == 'above hairline'
    assert '|height-mm=70|' in stage['settings']


@case('/hairline/that-was-edited-is-kept-under-another-name')
def edited(stage):
    stage.scheme(IMAGE + points() + '''
      (define (again) (design "mature" 0 0 0 "sample-points" "hairline"))
      (define (edit path)
        (let* ((stroke (vector-ref (cadr (gimp-vectors-get-strokes path)) 0))
               (numbers (numbers-of path)))
          (vector-set! numbers 2 (+ 3 (vector-ref numbers 2)))
          (gimp-vectors-remove-stroke path stroke)
          (gimp-vectors-stroke-new-from-points
            path VECTORS-STROKE-TYPE-BEZIER (vector-length numbers) numbers
            TRUE)))
      (define path (again))
      (edit path)
      (define by-hand (numbers-of path))
      (define second (again))
      (report "name" (car (gimp-item-get-name path)))
      (report "same" (equal? by-hand (numbers-of path)))
      (edit second)
      (define third (again))
      (report "names" (names))
      (report "in place" (= third (again)))
    ''')
    yield
    assert stage['name'] == 'hairline (edited)'
    assert stage['same'] == '#t'
    assert (stage['names']
            == 'hairline hairline (edited) 2 hairline (edited)'), stage['names']
    assert stage['in place'] == '#t'
    assert 'is kept as "hairline (edited) 2"' in stage.said


@case('/hairline/of-somebody-else-is-kept-under-another-name')
def foreign(stage):
    stage.scheme(IMAGE + points() + '''
      (define path (add-path "hairline" 1 1 1 1 1 1))
      (report "other" (not (= path (design "mature" 0 0 0 "sample-points" ""))))
      (report "names" (names))
      (report "name" (car (gimp-item-get-name path)))
    ''')
    yield
    assert stage['other'] == '#t'
    assert stage['names'] == 'hairline hairline (edited)'
    assert stage['name'] == 'hairline (edited)'


@case('/hairline/is-known-again-in-a-file')
def file(stage):
    stage.scheme(IMAGE + points() + '''
      (design "mature" 0 0 0 "sample-points" "hairline")
      (gimp-xcf-save 0 image photo {designed} {designed})
      (define image (car (gimp-xcf-load 0 {designed} {designed})))
      (define photo (photo-of image))
      (define path (car (gimp-image-get-vectors-by-name image "hairline")))
      (report "same" (= path (design "mature" 70 0 0 "sample-points"
                                     "hairline")))
      (report "names" (names))
      (report "settings" (parasite-of path))
    ''', designed=stage.path('designed.xcf'))
    yield
    assert stage['same'] == '#t'
    assert stage['names'] == 'hairline'
    assert '|height-mm=70|' in stage['settings']


@case('/hairline/differs-from-side-to-side-as-the-template-says')
def asymmetry(stage):
    stage.scheme(IMAGE + points() + '''
      (define (drawn template)
        (numbers-of (design template 0 0 0 "sample-points" "hairline")))
      (report "even" (drawn "mature"))
      (report "uneven" (drawn "mature asymmetry-mm=2 seed=5"))
      (report "again" (drawn "mature seed=5 asymmetry-mm=2"))
      (report "other" (drawn "mature asymmetry-mm=2 seed=6"))
      (report "none" (drawn "mature seed=6"))
    ''')
    yield
    assert stage['uneven'] == stage['again']
    assert stage['none'] == stage['even']
    for one, other in (('even', 'uneven'), ('uneven', 'other')):
        moved = max(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in zip(
            anchors(stage[one]), anchors(stage[other])))
        # a millimetre is four pixels
        assert 0.5 < moved < 12, moved


@case('/hairline/is-a-mask-for-dots')
def mask(stage):
    stage.scheme(IMAGE + points() + '''
      (gimp-context-set-background '(220 180 150))
      (gimp-drawable-fill photo FILL-BACKGROUND)
      (design "mature" 0 0 0 "sample-points" "hairline")
      (define made (stamp image photo '(mask "path:hairline")
                          '(pixels-per-cm 0) '(output "layer")))
      (report "offsets" (gimp-drawable-offsets made))
      (report "size" (list (car (gimp-drawable-width made))
                           (car (gimp-drawable-height made))))
    ''')
    yield
    left, top = (int(word) for word in stage['offsets'].split())
    width, height = (int(word) for word in stage['size'].split())
    # A head is about 15 cm broad, and the line some 70 mm over the brows.
    assert 500 < width < 700 and 150 < left < 250, (left, width)
    assert 150 < top < 260, top


REFUSED = (
    ('an-unknown-template', points(), '"wig" 0 0 0 "sample-points" ""',
     ('wig', 'linear', 'receded')),
    ('a-word-after-the-template', points(),
     '"mature height-mm=70" 0 0 0 "sample-points" ""',
     ('height-mm=70', 'asymmetry-mm', 'seed')),
    ('an-asymmetry-without-a-number', points(),
     '"mature asymmetry-mm=" 0 0 0 "sample-points" ""', ('asymmetry-mm=',)),
    ('an-asymmetry-above-the-range', points(),
     '"mature asymmetry-mm=3.5" 0 0 0 "sample-points" ""', ('3.5', '3')),
    ('a-height-below-the-range', points(), '"mature" 39 0 0 "sample-points" ""',
     ('39', '40')),
    ('a-recession-above-the-range', points(),
     '"mature" 0 71 0 "sample-points" ""', ('71', '70')),
    ('a-width-above-the-range', points(), '"mature" 0 0 201 "sample-points" ""',
     ('201', '200')),
    ('a-line-over-the-vertex', points(),
     '"mature" 120 60 0 "sample-points" ""', ('120', 'vertex')),
    ('landmarks-of-no-known-kind', points(), '"mature" 0 0 0 "guides" ""',
     ('guides', 'sample-points', 'path:NAME')),
    ('a-missing-path', points(), '"mature" 0 0 0 "path:face" ""', ('face',)),
    ('no-landmarks', '', '"mature" 0 0 0 "sample-points" ""',
     ('0 landmarks', 'brows')),
    ('landmarks-in-another-order', points((FACE[1], FACE[0], FACE[2])),
     '"mature" 0 0 0 "sample-points" ""', ('order',)),
    ('a-face-that-is-turned', points(((640, 600),) + FACE[1:]),
     '"mature" 0 0 0 "sample-points" ""', ('turned', '30')),
    ('the-name-of-the-landmarks', '(add-path "face" %s)' % ' '.join(
        '%d %d' % place for place in FACE for _ in range(3)),
     '"mature" 0 0 0 "path:face" "face"', ('face', 'another')),
)


def refuse(marks, arguments, words):
    def run(stage):
        stage.scheme(IMAGE + marks + '''
          (define before (names))
          (gimp-image-clean-all image)
          (report "said" (refused %s))
          (report "same" (equal? before (names)))
          (report "scale" (scale))
          (report "dirty" (car (gimp-image-is-dirty image)))
        ''' % arguments)
        yield
        for word in words:
            assert word in stage['said'], (word, stage['said'])
        assert stage['same'] == '#t'
        assert stage['scale'] == 'none'
        assert stage['dirty'] == '0'
    return run


for name, marks, arguments, words in REFUSED:
    case('/hairline/%s-is-refused' % name)(refuse(marks, arguments, words))


if __name__ == '__main__':
    gimp2.main()
