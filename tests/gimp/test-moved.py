# SPDX-License-Identifier: GPL-3.0-or-later
"""What was built, moved to another place under another name: GIMP and GEGL
find it there, and it finds all of its own, in TAP.
"""

import os
import shutil
import subprocess
import sys
import tempfile

import png

HERE = os.path.dirname(os.path.abspath(__file__))
CHECKOUT = os.path.dirname(os.path.dirname(HERE))
MAJOR = '2' if '2.10' in os.environ['GIMP'] else '3'
PLACE = 'Ångström’s own; a moved %s set'
SPANISH = 'Aspecto «nowhere»: no es ninguno de estos: '

# The plug-in writes what it was told, or GIMP says what was wrong.
STAMP = {'2': '''
(let* ((image (car (gimp-file-load RUN-NONINTERACTIVE "{photo}" "{photo}")))
       (layer (car (gimp-image-get-active-layer image))))
  (gimp-image-select-rectangle image CHANNEL-OP-REPLACE 8 8 48 48)
  (plug-in-follicle-dots RUN-NONINTERACTIVE image layer "{look}" "" "" "" 0 -1
                         60 "selection" "layers" 0)
  (gimp-xcf-save RUN-NONINTERACTIVE image layer "{target}" "{target}"))
''', '3': '''
(script-fu-use-v3)
(let* ((image (gimp-file-load RUN-NONINTERACTIVE "{photo}")))
  (gimp-image-select-rectangle image CHANNEL-OP-REPLACE 8 8 48 48)
  (plug-in-follicle-dots #:run-mode RUN-NONINTERACTIVE #:image image
                         #:drawables (gimp-image-get-layers image)
                         #:look "{look}" #:pixels-per-cm 60
                         #:mask "selection" #:output "effect")
  (gimp-file-save RUN-NONINTERACTIVE image "{target}"))
'''}


# The gegl command speaks English only: what a program hears that sets a locale.
ASK_GEGL = '''
import ctypes, locale
locale.setlocale(locale.LC_ALL, "")
gegl = ctypes.CDLL("libgegl-0.4.so.0")
config = gegl.gegl_config
config.restype = ctypes.c_void_p
set = ctypes.CDLL("libgobject-2.0.so.0").g_object_set
set.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p,
                ctypes.c_void_p]
set(config(), b"application-license", b"GPL3", None)
gegl.gegl_init(None, None)
find = gegl.gegl_operation_find_property
find.restype = ctypes.c_void_p
get = ctypes.CDLL("libgobject-2.0.so.0").g_param_spec_get_nick
get.argtypes, get.restype = [ctypes.c_void_p], ctypes.c_char_p
print(get(find(b"follicle:dots", b"density")).decode("utf-8"))
'''


def unpack(folder):
    """Stages a set, moves it, and gives it a look that only it has."""
    staged = os.path.join(folder, 'staged')
    subprocess.run(['bash', '-c', '. "$0/scripts/build.sh"; '
                    'stage_set "$FOLLICLE_BUILD_ROOT" "$1"', CHECKOUT, staged],
                   check=True)
    moved = os.path.join(folder, PLACE)
    shutil.move(staged, moved)
    looks = os.path.join(moved, 'share', 'follicle', 'presets', 'looks.ini')
    with open(looks, 'a') as file:
        file.write('\n[moved]\nName=Moved\ndensity=natural\nsize=medium\n'
                   'shade=soft-black\n')
    return moved


def make_profile(folder, moved):
    """A fresh GIMP folder, and what GIMP finds the moved set by."""
    profile = os.path.join(folder, 'profile')
    plug_ins = os.path.join(profile, 'plug-ins')
    os.makedirs(plug_ins)
    for name in ('script-fu', 'file-png'):
        os.symlink(os.path.join(os.environ['GIMP_PLUG_INS'], name),
                   os.path.join(plug_ins, name))
    with open(os.path.join(profile, 'gimprc'), 'w') as file:
        file.write('(plug-in-path "%s:%s")\n(check-updates no)\n'
                   % (plug_ins, os.path.join(moved, 'gimp-' + MAJOR,
                                             'plug-ins')))
    return profile


def make_locale(folder):
    """A Spanish one: the C library translates no locale that is called C."""
    locale = os.path.join(folder, 'locale', 'es_ES.UTF-8')
    shutil.copytree('/usr/lib/locale/C.utf8', locale)
    return os.path.dirname(locale)


def environment(folder, moved):
    variables = dict(os.environ)
    variables.pop('FOLLICLE_PRESETS_PATH', None)
    variables.update(
        GIMP2_DIRECTORY=os.path.join(folder, 'profile'),
        GIMP3_DIRECTORY=os.path.join(folder, 'profile'),
        XDG_CONFIG_HOME=os.path.join(folder, 'config'),
        XDG_DATA_HOME=os.path.join(folder, 'data'),
        GEGL_PATH='%s:%s' % (os.path.join(moved, 'gegl-0.4', 'plug-ins'),
                             os.environ['GEGL_PLUG_INS']),
        LOCPATH=make_locale(folder), LC_ALL='es_ES.UTF-8', LANGUAGE='es')
    return variables


def run(command, variables):
    done = subprocess.run(command, env=variables, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          timeout=200)
    return done.stdout.decode('utf-8', 'replace')


def stamp(folder, variables, look):
    """Returns what GIMP said, and whether a file was written."""
    target = os.path.join(folder, look + '.xcf')
    script = STAMP[MAJOR]
    for name, value in dict(photo=os.path.join(folder, 'photo.png'),
                            look=look, target=target).items():
        script = script.replace('{%s}' % name, value)
    command = [os.environ['GIMP'], '-i', '-d', '-f', '-b', script]
    if MAJOR == '2':
        command += ['-b', '(gimp-quit 0)']
    else:
        command += ['--batch-interpreter=plug-in-script-fu-eval', '--quit']
    said = run(command, variables)
    return said, os.path.exists(target)


def check_presets(folder, variables):
    said, is_stamped = stamp(folder, variables, 'moved')
    assert is_stamped, said


def check_words(folder, variables):
    said, is_stamped = stamp(folder, variables, 'nowhere')
    assert SPANISH in said and not is_stamped, said


def check_operations(folder, variables):
    said = run([sys.executable, '-c', ASK_GEGL], variables)
    assert 'Densidad' in said, said


CASES = (
    ('a set that was moved finds its presets', check_presets),
    ('a set that was moved finds its translations', check_words),
    ('operations that were moved find their translations', check_operations),
)


def main():
    print('1..%d' % len(CASES))
    failures = 0
    with tempfile.TemporaryDirectory(prefix='follicle-test-') as folder:
        moved = unpack(folder)
        make_profile(folder, moved)
        png.write(os.path.join(folder, 'photo.png'),
                  png.draw(64, 64, lambda x, y: (.8, .6, .5)))
        variables = environment(folder, moved)
        for number, (name, check) in enumerate(CASES, 1):
            wrong = ''
            try:
                check(folder, variables)
            except AssertionError as error:
                wrong = str(error) or 'failed'
            for line in wrong.splitlines():
                print('# ' + line)
            print('%s %d %s' % ('not ok' if wrong else 'ok', number, name))
            failures += bool(wrong)
    sys.exit(bool(failures))


main()
