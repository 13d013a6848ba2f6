# SPDX-License-Identifier: GPL-3.0-or-later
"""Cases that run inside GIMP 2.10, and their report in TAP.

A case is a generator: what it does first writes files and Script-Fu into its
`Stage`; then it yields, GIMP runs the scripts of all cases in one process; and
what comes after the yield checks the results.
"""

import os
import subprocess
import sys
import tempfile
import traceback

import failing

HERE = os.path.dirname(os.path.abspath(__file__))
PLUG_INS = ('script-fu', 'file-png')

# Looks whose density map is the mask as it is, so that what comes of a mask
# can be foretold; one has the photo's blur and grain, too.
PLAIN = """density=natural
size=medium
shade=soft-black
strength=2.5
softness=0
feather=0
edge-density=1
undulation=0
irregularity=0
outliers=0
avoid-hair=0
avoid-glare=0
match-tone=0
head-curvature=0
front-fineness=0
"""
PLAIN_LOOKS = """[Follicle Presets]
Format=1
Kind=look

[plain]
Name=Plain
photo-match=0
%s
[matched]
Name=Matched
photo-match=1
%s""" % (PLAIN, PLAIN)

cases = []


def case(name):
    def remember(function):
        cases.append((name, function))
        return function
    return remember


class Stage:
    """What one case has: a folder, a script, the values it reported, and what
    GIMP said meanwhile, to all cases.
    """

    def __init__(self, folder, number):
        self.folder = folder
        self.key = 'case-%d' % number
        self.script = ''
        self.values = {}
        self.said = ''

    def path(self, name):
        return os.path.join(self.folder, '%s-%s' % (self.key, name))

    def scheme(self, text, **names):
        """Adds Script-Fu, with {name} for strings such as paths."""
        for name, value in names.items():
            text = text.replace('{%s}' % name, '"%s"' % value)
        self.script += text

    def __getitem__(self, name):
        assert name in self.values, (
            'GIMP did not report "%s"; it said: %s'
            % (name, self.values.get('error', 'nothing')))
        return self.values[name]


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
        file.write('(plug-in-path "%s")\n(check-updates no)\n'
                   '(color-profile-policy keep)\n' % plug_ins)


def make_presets(folder):
    """What a user may add to our presets."""
    presets = os.path.join(folder, 'config', 'follicle', 'presets')
    os.makedirs(presets)
    with open(os.path.join(presets, 'plain.ini'), 'w') as file:
        file.write(PLAIN_LOOKS)


def environment(folder):
    variables = dict(os.environ)
    variables.update(
        GIMP2_DIRECTORY=os.path.join(folder, 'profile'),
        XDG_CONFIG_HOME=os.path.join(folder, 'config'),
        GEGL_PATH='%s:%s' % (os.environ['FOLLICLE_OPERATIONS'],
                             os.environ['GEGL_PLUG_INS']),
        LC_ALL='C.UTF-8', LANGUAGE='')
    return variables


def run_scripts(folder, stages, display):
    """Runs all scripts in one GIMP and hands each stage its values."""
    results = os.path.join(folder, 'results')
    script = os.path.join(folder, 'cases.scm')
    with open(os.path.join(HERE, 'prelude-2.scm')) as file:
        text = '(define RESULTS "%s")\n%s' % (results, file.read())
    for stage in stages:
        text += ('\n(set! case-name "%s")\n(catch (report "error" last-error)'
                 '\n(let* () %s\n))\n' % (stage.key, stage.script))
    with open(script, 'w') as file:
        file.write(text + '(close-output-port results)\n')

    command = [os.environ['GIMP'], '-i']
    variables = environment(folder)
    if display:
        command = [os.environ['GIMP_WITH_WINDOWS'], '--no-splash',
                   '--new-instance']
        variables['DISPLAY'] = display
    done = subprocess.run(
        command + ['-d', '-f', '-b', '(load "%s")' % script,
                   '-b', '(gimp-quit 1)'],
        env=variables, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        timeout=1100)
    said = done.stdout.decode('utf-8', 'replace')
    for line in said.splitlines():
        print('# ' + line)
    for stage in stages:
        stage.said = said
    by_key = {stage.key: stage for stage in stages}
    with open(results) as file:
        for line in file:
            name, value = line.rstrip('\n').split('\t', 1)
            key, name = name.split(':', 1)
            by_key[key].values[name] = value


def step(routine):
    """Runs a case to its next yield; returns what went wrong, or ''."""
    try:
        next(routine)
    except StopIteration:
        pass
    except Exception:
        return traceback.format_exc()
    return ''


def main(display=None, before=None):
    """Runs all cases; on a display GIMP has windows. What is to be done first
    is told the folder.
    """
    print('1..%d' % len(cases))
    failures = 0
    with tempfile.TemporaryDirectory(prefix='follicle-test-') as folder:
        make_presets(folder)
        make_profile(os.path.join(folder, 'profile'))
        if before:
            before(folder)
        stages = [Stage(folder, i) for i in range(len(cases))]
        routines = [function(stage)
                    for (_, function), stage in zip(cases, stages)]
        wrong = [step(routine) for routine in routines]
        run_scripts(folder, stages, display)
        for number, (name, _) in enumerate(cases):
            wrong[number] = wrong[number] or step(routines[number])
            for line in wrong[number].splitlines():
                print('# ' + line)
            failures += bool(wrong[number])
            print('%s %d %s' % ('not ok' if wrong[number] else 'ok',
                                number + 1, name))
    sys.exit(bool(failures))


def draw_stamped(photo, mask, target, settings, folder):
    """The whole chain over a photo, by GEGL alone.

    `settings` are properties of follicle:stamp.
    """
    properties = ['%s=%s' % item for item in settings.items()]
    subprocess.run(
        ['gegl', photo, '-o', target, '--', 'follicle:stamp', 'aux=[',
         'gegl:load', 'path=' + mask, ']'] + properties,
        env=environment(folder), check=True, stdout=subprocess.DEVNULL)


def draw_transmittance(mask, photo, target, chain, folder):
    """Pigment over white, by GEGL alone: the whole mask in one piece.

    `chain` are the properties of follicle:edges, :hairline and :dots.
    """
    edges, hairline, dots = (['%s=%s' % item for item in settings.items()]
                             for settings in chain)
    subprocess.run(
        ['gegl', mask, '-o', target, '--', 'follicle:edges'] + edges
        + ['aux=[', 'gegl:load', 'path=' + photo, ']', 'follicle:hairline']
        + hairline + ['follicle:dots'] + dots
        + ['svg:dst-over', 'aux=[', 'gegl:color', 'value=white',
           'gegl:crop', 'width=10000', 'height=10000', ']',
           'gegl:crop', 'aux=[', 'gegl:load', 'path=' + mask, ']'],
        env=environment(folder), check=True, stdout=subprocess.DEVNULL)
