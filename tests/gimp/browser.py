# SPDX-License-Identifier: GPL-3.0-or-later
"""GIMP with our help pages, and a browser that writes down what it is to open.
"""

import os
import shutil

PAGE = '/help/en/plug-in-follicle-dots.html'


def _write(path, text, mode=0o644):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w') as file:
        file.write(text)
    os.chmod(path, mode)


def _add_browser(folder):
    program = os.path.join(folder, 'browser')
    _write(program, '#!/bin/sh\necho "$1" >> %s\n' % os.environ['OPENED'],
           0o755)
    data = os.path.join(folder, 'data')
    _write(os.path.join(data, 'applications', 'browser.desktop'),
           '[Desktop Entry]\nType=Application\nName=Browser\nExec=%s %%u\n'
           'MimeType=text/html;\n' % program)
    _write(os.path.join(folder, 'config', 'mimeapps.list'),
           '[Default Applications]\ntext/html=browser.desktop\n')
    os.environ['XDG_DATA_HOME'] = data


def install(folder):
    """The plug-in with its pages, and those of GIMP that show them, in the
    profile of a folder.
    """
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
    _add_browser(folder)


def check_opened():
    """That our page alone was."""
    assert os.path.exists(os.environ['OPENED']), 'nothing was opened'
    with open(os.environ['OPENED']) as file:
        opened = file.read().split()
    assert len(opened) == 1 and opened[0].endswith(PAGE), opened
