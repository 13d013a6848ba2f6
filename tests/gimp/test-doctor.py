# SPDX-License-Identifier: GPL-3.0-or-later
"""An archive unpacked and installed for a new user, then spoilt in ways that
happen: the doctor names the file, and what it says mends it, in TAP. So does
the plug-in itself, from within GIMP, as long as GIMP can start it.
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
GEGL_PLUG_INS = os.environ['GEGL_PLUG_INS']
OTHER = PLUG_INS + '/old/follicle-dots'

# What is done to the user's folder, what the doctor has to say of it, and what
# the plug-in: SAME, None where GIMP cannot start it, or where it does not look.
SAME = object()
FAULTS = (
    ('was never installed', './archive/uninstall.sh',
     'not there: {home}/' + PLUG_IN, None),
    ('lacks its plug-in', 'rm ' + PLUG_IN, 'not there: {home}/' + PLUG_IN,
     None),
    ('has a plug-in that may not be executed', 'chmod a-x ' + PLUG_IN,
     'not executable: {home}/' + PLUG_IN, None),
    ('has a plug-in of another version', 'echo >>' + PLUG_IN,
     'of another version than {version}: {home}/' + PLUG_IN, None),
    ('lacks its looks', 'rm ' + LOOKS, 'not there: {home}/' + LOOKS, SAME),
    ('has damaged looks', 'echo Nothing. >>' + LOOKS,
     'damaged, or of another version than {version}: {home}/' + LOOKS,
     '{home}/' + LOOKS),
    ('has a damaged translation', 'truncate -s 99 ' + WORDS,
     'damaged, or of another version than {version}: {home}/' + WORDS, None),
    ('lacks its operations', 'rm ' + MODULE, 'not there: {home}/' + MODULE,
     SAME),
    ('has operations of another version',
     'LC_ALL=C sed -i "s/{pattern}/{other}/" ' + MODULE,
     'damaged, or of another version than {version}: {home}/' + MODULE, SAME),
    ('has damaged operations', 'echo damaged >' + MODULE,
     'damaged, or of another version than {version}: {home}/' + MODULE,
     'not to be loaded: {home}/' + MODULE),
    ('is not where GIMP looks',
     "echo '(plug-in-path \"/nowhere\")' >>" + GIMPRC,
     'plug-ins are looked for elsewhere: {home}/' + GIMPRC, None),
    ('is not where GEGL looks', 'export GEGL_PATH=' + GEGL_PLUG_INS,
     'GEGL_PATH has operations looked for elsewhere: ' + GEGL_PLUG_INS, SAME),
    ('is there twice',
     'mkdir {0}/old; cp {1} {2}'.format(PLUG_INS, PLUG_IN, OTHER),
     'a second plug-in: {home}/' + OTHER, SAME),
)

# One shell: a fault can be in its environment, too.
TRY = '''
%(fault)s
. archive/gimp.sh
%(ask)s
./archive/doctor.sh >ill && { echo "It found nothing."; exit 1; }
cat ill
eval "$(sed -n 's/^  mend it with: //p' ill)" >mended 2>&1 || cat mended
./archive/doctor.sh
'''
ASK = '''
gimp_has_follicle %s && { echo "The plug-in found nothing."; exit 1; }
echo "The plug-in says: $finding"
'''

# Operations are put in place of others while GIMP runs.
RENEW = '''
. archive/gimp.sh
(until [ -e ready ]; do sleep 0.1; done
 cp %(module)s new; mv new %(module)s; touch go) &
LC_ALL=C.UTF-8 run_scheme %(series)s "
  (close-output-port (open-output-file \\"ready\\"))
  (let wait () (if (not (file-exists? \\"go\\")) (wait)))
  $(ask_doctor %(series)s)" 2>&1
rm -f ready go
''' % {'module': MODULE, 'series': SERIES}


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


def fill(text, home):
    with open(os.path.join(CHECKOUT, 'VERSION')) as file:
        version = file.read().strip()
    return text.format(home=home, version=version,
                       pattern=version.replace('.', '[.]'),
                       other='9' * len(version))


def check(fault, words, own_words, home, variables):
    ask = ASK % SERIES if own_words else ''
    status, said = run(TRY % {'fault': fill(fault, home), 'ask': ask}, home,
                       variables)
    well = fill('GIMP %s: Follicle {version} is well installed.' % SERIES, home)
    assert status == 0 and fill(words, home) in said and well in said, said
    if not own_words:
        return
    own = said.partition('The plug-in says: ')[2].splitlines()
    own_words = words if own_words is SAME else own_words
    assert own[0].startswith('GIMP %s: ' % SERIES), said
    assert fill(own_words, home) in own[0], said
    # Both offer the same command.
    assert own[1].startswith('  mend it with: '), said
    assert said.count('\n' + own[1] + '\n') == 2, said


def check_restart(home, variables):
    said = run(RENEW, home, variables)[1]
    assert 'Follicle: 0 GIMP %s: GIMP started before this was there: %s/%s' \
        % (SERIES, home, MODULE) in said, said
    assert 'mend it with: quit GIMP and start it again' in said, said
    status, said = run('./archive/doctor.sh', home, variables)
    assert status == 0, said


def make_cases(home, variables):
    """Pairs of a name and a function."""
    for name, fault, words, own_words in FAULTS:
        yield ('the doctor mends what ' + name,
               lambda: check(fault, words, own_words, home, variables))
    yield ('the plug-in says when GIMP has to be started again',
           lambda: check_restart(home, variables))


def main():
    print('1..%d' % (len(FAULTS) + 1))
    failures = 0
    with tempfile.TemporaryDirectory(prefix='follicle-test-') as home:
        home = os.path.realpath(home)
        variables = make_home(home)
        run('./archive/install.sh', home, variables)
        for number, (name, function) in enumerate(
                make_cases(home, variables), 1):
            wrong = ''
            try:
                function()
            except AssertionError as error:
                wrong = str(error) or 'failed'
            for line in wrong.splitlines():
                print('# ' + line)
            print('%s %d %s' % ('not ok' if wrong else 'ok', number, name),
                  flush=True)
            failures += bool(wrong)
    sys.exit(bool(failures))


main()
