# SPDX-License-Identifier: GPL-3.0-or-later
"""*Help* in a dialog of ours opens our own page."""

import os
import tempfile

import browser
import gimp2
import screen
from gimp2 import case


@case('/help/of-the-dialog-is-our-own-page')
def dialog(stage):
    stage.scheme('''
      (define (wait-for done)
        (let loop ((n 300))
          (if (and (> n 0) (not (done)))
              (begin (usleep 100000) (loop (- n 1))))))
      (define image (car (gimp-image-new 60 40 RGB)))
      (define photo (car (gimp-layer-new image 60 40 RGB-IMAGE "photo" 100
                                         LAYER-MODE-NORMAL)))
      (gimp-image-insert-layer image photo 0 0)
      (gimp-drawable-edit-fill photo FILL-WHITE)
      (define wishes (open-output-file {wishes}))
      (display "alt+h,Escape Follicle Dots\n" wishes)
      (close-output-port wishes)
      (catch #f (plug-in-follicle-dots RUN-INTERACTIVE image photo
                  "" "" "" "" 0 0 0 "" "" 0))
      (wait-for (lambda () (file-exists? {opened})))
    ''', wishes=os.environ['WISHES'], opened=os.environ['OPENED'])
    yield
    browser.check_opened()


if __name__ == '__main__':
    with screen.screen() as display, \
            tempfile.TemporaryDirectory(prefix='follicle-test-') as folder:
        os.environ['WISHES'] = os.path.join(folder, 'wishes')
        os.environ['OPENED'] = os.path.join(folder, 'opened')
        screen.Fingers(display, os.environ['WISHES']).start()
        gimp2.main(display, browser.install)
