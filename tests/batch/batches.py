# SPDX-License-Identifier: GPL-3.0-or-later
"""Folders of small photos for scripts/batch.sh, and cases in TAP."""

import os
import shutil
import subprocess
import sys
import tempfile
import traceback

HERE = os.path.dirname(os.path.abspath(__file__))
CHECKOUT = os.path.dirname(os.path.dirname(HERE))
sys.path.append(os.path.join(CHECKOUT, 'tests', 'gimp'))

import png  # noqa: E402

WIDTH, HEIGHT = 48, 32
SKIN = (0.8, 0.6, 0.5)
# Everything that keeps dots from where the mask is white is left out.
PLAIN = ['softness=0', 'edge-density=1', 'irregularity=0', 'avoid-hair=0',
         'avoid-glare=0', 'head-curvature=0']
PROPERTIES = ['pixels-per-cm=100', 'density=110', *PLAIN]
TOOLS = ('gegl', 'parallel', 'file', 'rsync')

cases = []


def case(name):
    def remember(function):
        cases.append((name, function))
        return function
    return remember


class Batch:
    """Folders of photos and masks, and what came of them."""

    def __init__(self, folder):
        self.folder = folder
        for name in ('photos', 'masks'):
            os.makedirs(self.path(name))

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def add(self, name, mask_size=(WIDTH, HEIGHT)):
        """A photo of plain skin, its mask white in the right half."""
        png.write(self.path('photos', name),
                  png.draw(WIDTH, HEIGHT, lambda x, y: SKIN))
        png.write(self.path('masks', name),
                  png.draw(*mask_size, lambda x, y: (float(x >= WIDTH / 2),)))

    def command(self, properties, options):
        return [os.path.join(CHECKOUT, 'scripts', 'batch.sh'), *options,
                self.path('photos'), self.path('masks'), self.path('output'),
                *properties]

    def run(self, properties=PROPERTIES, options=()):
        return subprocess.run(self.command(properties, options), text=True,
                              capture_output=True)

    def results(self):
        """The names of what was stamped, nothing hidden left out."""
        return sorted(name for name in os.listdir(self.path('output'))
                      if not name.startswith('batch.'))

    def n_jobs(self):
        with open(self.path('output', 'batch.log')) as log:
            return len(log.readlines())

    def dates(self):
        return {name: os.stat(self.path('output', name)).st_mtime_ns
                for name in self.results()}


def truncate(path, share):
    os.truncate(path, int(os.path.getsize(path) * share))


def assert_stamped(path):
    """Skin at the left, dots at the right."""
    picture = png.read(path)
    assert (picture.width, picture.height) == (WIDTH, HEIGHT), path
    for y in range(HEIGHT):
        for x in range(WIDTH // 2):
            for value, skin in zip(picture.pixel(x, y), SKIN):
                assert abs(value - skin) < 0.004, (path, x, y, value)
    assert min(picture.values[1::picture.channels]) < 0.52, path


def assert_ended(run, status, *texts):
    said = run.stdout + run.stderr
    assert run.returncode == status, said
    for text in texts:
        assert text in said, '"%s" is not in: %s' % (text, said)


def run_case(folder, number, name, function):
    batch = Batch(os.path.join(folder, str(number)))
    try:
        function(batch)
        print('ok %d - /batch/%s' % (number, name), flush=True)
    except Exception:
        print('not ok %d - /batch/%s' % (number, name))
        print('# ' + traceback.format_exc().replace('\n', '\n# '), flush=True)


def main(prepare):
    """Runs all cases, after what prepare does to a folder of theirs."""
    for tool in TOOLS:
        if not shutil.which(tool):
            sys.exit('Bail out! There is no %s; scripts/packages.sh '
                     'installs it.' % tool)
    print('1..%d' % len(cases))
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        for number, (name, function) in enumerate(cases, 1):
            run_case(folder, number, name, function)
