# SPDX-License-Identifier: GPL-3.0-or-later
"""*Help* in a dialog of ours opens our own page, in whatever browser the user
has: here a script that writes down what it is to open.
"""

import os
import shutil
import tempfile

import gimp2
import screen
from gimp2 import case

PAGE = '/help/en/plug-in-follicle-dots.html'


def write(path, text, mode=0o644):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w') as file:
        file.write(text)
    os.chmod(path, mode)


def add_browser(folder):
    program = os.path.join(folder, 'browser')
    write(program, '#!/bin/sh\necho "$1" >> %s\n' % os.environ['OPENED'], 0o755)
    data = os.path.join(folder, 'data')
    write(os.path.join(data, 'applications', 'browser.desktop'),
          '[Desktop Entry]\nType=Application\nName=Browser\nExec=%s %%u\n'
          'MimeType=text/html;\n' % program)
    write(os.path.join(folder, 'config', 'mimeapps.list'),
          '[Default Applications]\ntext/html=browser.desktop\n')
    os.environ['XDG_DATA_HOME'] = data


def install(folder):
    """The plug-in with its pages, and those of GIMP that show them."""
    profile = os.path.join(folder, 'profile')
    plug_ins = os.path.join(profile, 'plug-ins')
    own = os.path.join(plug_ins, 'follicle-dots')
    for name in 'help', 'web-browser':
        os.symlink(os.path.join(os.environ['GIMP_PLUG_INS'], name),
                   os.path.join(plug_ins, name))
    os.remove(os.path.join(own, 'follicle-dots'))
    shutil.copy(os.environ['FOLLICLE_PLUG_IN'], own)
    os.symlink(os.environ['FOLLICLE_HELP'], os.path.join(own, 'help'))
    with open(os.path.join(profile, 'gimprc'), 'a') as file:
        file.write('(help-browser web-browser)\n')
    add_browser(folder)


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
    assert os.path.exists(os.environ['OPENED']), 'nothing was opened'
    with open(os.environ['OPENED']) as file:
        opened = file.read().split()
    assert len(opened) == 1 and opened[0].endswith(PAGE), opened


if __name__ == '__main__':
    with screen.screen() as display, \
            tempfile.TemporaryDirectory(prefix='follicle-test-') as folder:
        os.environ['WISHES'] = os.path.join(folder, 'wishes')
        os.environ['OPENED'] = os.path.join(folder, 'opened')
        screen.Fingers(display, os.environ['WISHES']).start()
        gimp2.main(display, install)
