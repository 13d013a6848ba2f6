# SPDX-License-Identifier: GPL-3.0-or-later
"""The mock-up in nine clicks, in GIMP 2.10."""

import os

import gimp2
import route
import screen
from gimp2 import case


@case('/route/from-the-photo-to-the-mock-up-in-nine-clicks')
def mock_up(stage):
    face = route.render_head(stage.path('head.png'))
    stage.scheme('''
      (define image (open-photo {photo}))
      (define view (car (gimp-display-new image)))
      (gimp-displays-flush)
      (define (count) (car (gimp-image-get-layers image)))
      (let loop ((n 1500))
        (if (and (> n 0) (= 1 (count)))
            (begin (usleep 100000) (loop (- n 1)))))
      (report "layers" (count))
      (report "line" (car (gimp-image-get-vectors-by-name image "hairline")))
      (report "made" (parasite-of (vector-ref
        (cadr (gimp-image-get-layers image)) 0)))
      (gimp-image-clean-all image)
      (gimp-display-delete view)
    ''', photo=stage.path('head.png'))
    walk = route.Route(os.environ['ROUTE_DISPLAY'], face)
    walk.start()
    yield
    assert not walk.wrong, walk.wrong
    assert stage['layers'] != '1' and stage['line'] != '-1'
    assert '|mask=path:hairline|' in stage['made'], stage['made']
    assert walk.mouse.n_clicks <= route.MOST_CLICKS, walk.mouse.n_clicks


if __name__ == '__main__':
    with screen.screen() as display, route.places():
        os.environ['ROUTE_DISPLAY'] = display
        gimp2.main(display)
