# SPDX-License-Identifier: GPL-3.0-or-later
"""A GIMP with windows as a person has it: in a language, and with text of a
size.
"""

import contextlib
import gettext
import os
import shutil
import subprocess
import tempfile

MAJOR = '2' if '2.10' in os.environ['GIMP'] else '3'
CATALOGUES = os.path.join(os.environ['FOLLICLE_BUILD_ROOT'], 'po')

# Of GTK 2's text at 100 %.
TEXT_PT = 10


def translate(language, message):
    """To a language as "de_DE"."""
    return gettext.translation(
        'follicle', CATALOGUES, [language]).gettext(message)


def _own(original, folder):
    """A copy with the catalogues beside it, which it finds by where it lies."""
    os.makedirs(folder, exist_ok=True)
    target = os.path.join(folder, os.path.basename(original))
    if os.path.lexists(target):
        os.remove(target)
    shutil.copy(original, target)
    os.symlink(CATALOGUES, os.path.join(folder, 'locale'))


def _make_profile(folder):
    if MAJOR == '2':
        import gimp2 as gimp
    else:
        import gimp3 as gimp
    profile = os.path.join(folder, 'profile')
    gimp.make_profile(profile)
    _own(os.environ['FOLLICLE_PLUG_IN'],
         os.path.join(profile, 'plug-ins', 'follicle-dots'))
    _own(os.path.join(os.environ['FOLLICLE_OPERATIONS'], 'follicle.so'),
         os.path.join(folder, 'operations'))
    return profile


def _make_locale(folder, language):
    """The C library translates no locale that is called C."""
    name = language + '.UTF-8'
    shutil.copytree('/usr/lib/locale/C.utf8', os.path.join(folder, name))
    return name


def _environment(folder, display, language, text_scale):
    profile = _make_profile(folder)
    with open(os.path.join(profile, 'gtkrc'), 'w') as file:
        file.write('gtk-font-name = "Sans %g"\n' % (TEXT_PT * text_scale))
    return dict(
        os.environ, GIMP2_DIRECTORY=profile, GIMP3_DIRECTORY=profile,
        XDG_CONFIG_HOME=os.path.join(folder, 'config'),
        GEGL_PATH='%s:%s' % (os.path.join(folder, 'operations'),
                             os.environ['GEGL_PLUG_INS']),
        GDK_DPI_SCALE=str(text_scale), GTK2_RC_FILES=profile + '/gtkrc',
        LOCPATH=folder, LC_ALL=_make_locale(folder, language),
        LANGUAGE=language, DISPLAY=display)


@contextlib.contextmanager
def running_gimp(display, language, text_scale=1, script=None):
    """GIMP on a display, as long as it is needed; may run Script-Fu."""
    command = [os.environ['GIMP_WITH_WINDOWS'], '--no-splash',
               '--new-instance', '-d', '-f']
    if script and MAJOR == '3':
        command.append('--batch-interpreter=plug-in-script-fu-eval')
    if script:
        command += ['-b', script]
    with tempfile.TemporaryDirectory(prefix='follicle-test-') as folder:
        gimp = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=_environment(folder, display, language, text_scale))
        try:
            yield gimp
        finally:
            gimp.terminate()
            gimp.wait()
