# SPDX-License-Identifier: GPL-3.0-or-later
"""An archive unpacked and installed for a new user, then spoilt in ways that
happen: the doctor names the file, and what it says mends it, in TAP.
"""

import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
CHECKOUT = os.path.dirname(os.path.dirname(HERE))
SERIES = os.path.basename(os.environ['GIMP']).rpartition('-')[2]
PLUG_INS = '.config/GIMP/%s/plug-ins' % SERIES
PLUG_IN = PLUG_INS + '/follicle-dots/follicle-dots'
LOOKS = PLUG_INS + '/follicle-dots/presets/looks.ini'
WORDS = '.local/share/locale/es/LC_MESSAGES/follicle.mo'
MODULE = '.local/share/gegl-0.4/plug-ins/follicle.so'
GIMPRC = '.config/GIMP/%s/gimprc' % SERIES
OTHER = PLUG_INS + '/old/follicle-dots'

# What is done to the user's folder, and what the doctor has to say of it.
FAULTS = (
    ('was never installed', './archive/uninstall.sh',
     'not there: {home}/' + PLUG_IN),
    ('lacks its plug-in', 'rm ' + PLUG_IN, 'not there: {home}/' + PLUG_IN),
    ('has a plug-in that may not be executed', 'chmod a-x ' + PLUG_IN,
     'not executable: {home}/' + PLUG_IN),
    ('has a plug-in of another version', 'echo >>' + PLUG_IN,
     'of another version than {version}: {home}/' + PLUG_IN),
    ('lacks its looks', 'rm ' + LOOKS, 'not there: {home}/' + LOOKS),
    ('has a damaged translation', 'truncate -s 99 ' + WORDS,
     'damaged, or of another version than {version}: {home}/' + WORDS),
    ('lacks its operations', 'rm ' + MODULE, 'not there: {home}/' + MODULE),
    ('has operations of another version', 'echo >>' + MODULE,
     'of another version than {version}: {home}/' + MODULE),
    ('is not where GIMP looks',
     "echo '(plug-in-path \"/nowhere\")' >>" + GIMPRC,
     'plug-ins are looked for elsewhere: {home}/' + GIMPRC),
    ('is not where GEGL looks', 'export GEGL_PATH=/nowhere',
     'GEGL_PATH has operations looked for elsewhere: /nowhere'),
    ('is there twice',
     'mkdir {0}/old; cp {1} {2}'.format(PLUG_INS, PLUG_IN, OTHER),
     'a second plug-in: {home}/' + OTHER),
)

# One shell: a fault can be in its environment, too.
TRY = '''
%s
./archive/doctor.sh >ill && { echo "It found nothing."; exit 1; }
cat ill
eval "$(sed -n 's/^  mend it with: //p' ill)" >mended 2>&1 || cat mended
./archive/doctor.sh
'''


def make_home(home):
    variables = {name: value for name, value in os.environ.items()
                 if not name.startswith(('FOLLICLE_', 'GEGL_PATH', 'XDG_'))
                 and name not in ('GIMP2_DIRECTORY', 'GIMP3_DIRECTORY')}
    variables['HOME'] = home
    subprocess.run(['bash', '-euc', '. "$0/scripts/build.sh"; '
                    'stage_archive "$FOLLICLE_BUILD_ROOT" archive', CHECKOUT],
                   cwd=home, check=True)
    return variables


def run(script, home, variables):
    done = subprocess.run(['bash', '-c', script], cwd=home, env=variables,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=300)
    return done.returncode, done.stdout.decode('utf-8', 'replace')


def check(fault, words, home, variables):
    status, said = run(TRY % fault, home, variables)
    with open(os.path.join(CHECKOUT, 'VERSION')) as file:
        version = file.read().strip()
    words = words.format(home=home, version=version)
    well = 'GIMP %s: Follicle %s is well installed.' % (SERIES, version)
    assert status == 0 and words in said and well in said, said


def main():
    print('1..%d' % len(FAULTS))
    failures = 0
    with tempfile.TemporaryDirectory(prefix='follicle-test-') as home:
        home = os.path.realpath(home)
        variables = make_home(home)
        run('./archive/install.sh', home, variables)
        for number, (name, fault, words) in enumerate(FAULTS, 1):
            wrong = ''
            try:
                check(fault, words, home, variables)
            except AssertionError as error:
                wrong = str(error) or 'failed'
            for line in wrong.splitlines():
                print('# ' + line)
            print('%s %d the doctor mends what %s'
                  % ('not ok' if wrong else 'ok', number, name))
            failures += bool(wrong)
    sys.exit(bool(failures))


main()
