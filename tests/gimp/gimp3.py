# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases that run inside GIMP 3, and their report in TAP.

A file of cases is run twice. Python starts it as a program, which starts GIMP
with a fresh profile; GIMP's own Python then loads the same file, runs its
cases one by one and writes what came of them to a file.
"""

import os
import subprocess
import sys
import tempfile
import traceback

import failing

HERE = os.path.dirname(os.path.abspath(__file__))
PLUG_INS = ('script-fu', 'file-png', 'python-eval')
GIMPRC = ('(plug-in-path "%s")\n(check-updates no)\n(show-welcome-dialog no)\n'
          '(color-profile-policy keep)\n(config-version "%s")\n')

cases = []


def case(name):
    def remember(function):
        cases.append((name, function))
        return function
    return remember


def make_profile(folder):
    """A fresh GIMP folder that knows few plug-ins besides ours."""
    plug_ins = os.path.join(folder, 'plug-ins')
    os.makedirs(plug_ins)
    for name in PLUG_INS:
        os.symlink(os.path.join(os.environ['GIMP_PLUG_INS'], name),
                   os.path.join(plug_ins, name))
    os.mkdir(os.path.join(plug_ins, 'follicle-dots'))
    failing.put_plug_in(
        os.path.dirname(folder),
        os.path.join(plug_ins, 'follicle-dots', 'follicle-dots'))
    with open(os.path.join(folder, 'gimprc'), 'w') as file:
        file.write(GIMPRC % (plug_ins, os.environ['GIMP_VERSION']))


def path(name, folder=None):
    """Of a file that goes away with the test."""
    return os.path.join(folder or os.environ['FOLLICLE_TEST_FOLDER'], name)


def add_plain_look(folder):
    """A look of the user's own, "plain": dots exactly where the mask is."""
    presets = os.path.join(folder, 'config', 'follicle', 'presets')
    os.makedirs(presets)
    with open(os.path.join(presets, 'plain.ini'), 'w') as file:
        file.write('[Follicle Presets]\nFormat=1\nKind=look\n\n'
                   '[plain]\nName=Plain\ndensity=natural\nsize=bold\n'
                   'shade=soft-black\nsoftness=0\nedge-density=1\n'
                   'irregularity=0\navoid-hair=0\navoid-glare=0\n')


def environment(folder):
    variables = dict(os.environ)
    variables.update(
        GIMP3_DIRECTORY=os.path.join(folder, 'profile'),
        XDG_CONFIG_HOME=os.path.join(folder, 'config'),
        GEGL_PATH='%s:%s' % (os.environ['FOLLICLE_OPERATIONS'],
                             os.environ['GEGL_PLUG_INS']),
        FOLLICLE_TEST_FOLDER=folder,
        LC_ALL='C.UTF-8', LANGUAGE='')
    return variables


def run_gimp(folder, interpreter, batch, display=None):
    """Runs GIMP, with windows where there is a display for them; returns its
    exit status and what it said.
    """
    variables = environment(folder)
    command = [os.environ['GIMP'], '-i']
    if display:
        command = [os.environ['GIMP_WITH_WINDOWS'], '--no-splash',
                   '--new-instance']
        variables['DISPLAY'] = display
    done = subprocess.run(
        command + ['-d', '-f', '--batch-interpreter=' + interpreter,
                   '-b', batch, '--quit'],
        env=variables, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, timeout=1100)
    return done.returncode, done.stdout.decode('utf-8', 'replace')


def run_scheme(folder, script):
    return run_gimp(folder, 'plug-in-script-fu-eval',
                    '(script-fu-use-v3) ' + script)


def report(number, name, wrong, file=sys.stdout):
    for line in wrong.splitlines():
        print('# ' + line, file=file)
    print('%s %d %s' % ('not ok' if wrong else 'ok', number, name), file=file,
          flush=True)


def run_cases():
    """Inside GIMP: what came of each case, as lines of TAP."""
    path = os.path.join(os.environ['FOLLICLE_TEST_FOLDER'], 'results')
    with open(path, 'w') as file:
        for number, (name, function) in enumerate(cases, 1):
            wrong = ''
            try:
                function()
            except Exception:
                wrong = traceback.format_exc()
            report(number, name, wrong, file)


def start_gimp(program, folder, display):
    """Outside: has GIMP run the cases of a file. Returns what they said."""
    add_plain_look(folder)
    make_profile(os.path.join(folder, 'profile'))
    status, said = run_gimp(
        folder, 'python-fu-eval',
        'import sys, runpy; sys.path.insert(0, "%s"); import gimp3; '
        'runpy.run_path("%s"); gimp3.run_cases()' % (HERE, program), display)
    results = os.path.join(folder, 'results')
    lines = []
    if os.path.exists(results):
        with open(results) as file:
            lines = file.read().splitlines()
    if sum(not line.startswith('#') for line in lines) < len(cases):
        print('# GIMP ended with %d and said:' % status)
        for line in said.splitlines():
            print('# ' + line)
    return lines


def main(program, outside=(), display=None):
    """Runs the cases of a file inside GIMP, and those of `outside`, which are
    pairs of a name and a function of the folder, outside.
    """
    names = [name for name, _ in cases] + [name for name, _ in outside]
    print('1..%d' % len(names))
    with tempfile.TemporaryDirectory(prefix='follicle-test-') as folder:
        lines = start_gimp(os.path.abspath(program), folder, display)
        failures = sum(line.startswith('not ok') for line in lines)
        n_run = 0
        for line in lines:
            print(line)
            n_run += not line.startswith('#')
        for number in range(n_run, len(cases)):
            report(number + 1, names[number], 'GIMP did not get so far')
            failures += 1
        for number, (name, function) in enumerate(outside, len(cases) + 1):
            wrong = ''
            try:
                function(folder)
            except Exception:
                wrong = traceback.format_exc()
            report(number, name, wrong)
            failures += bool(wrong)
    sys.exit(bool(failures))
