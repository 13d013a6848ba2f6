# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs scripts/batch.sh on folders of small photos. Reports in TAP."""

import glob
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

HERE = os.path.dirname(os.path.abspath(__file__))
CHECKOUT = os.path.dirname(os.path.dirname(HERE))
sys.path.append(os.path.join(CHECKOUT, 'tests', 'gimp'))

import png  # noqa: E402

WIDTH, HEIGHT = 48, 32
SKIN = (0.8, 0.6, 0.5)
# Everything that keeps dots from where the mask is white is left out.
PROPERTIES = ['pixels-per-cm=100', 'density=110', 'softness=0',
              'edge-density=1', 'irregularity=0', 'avoid-hair=0',
              'avoid-glare=0', 'head-curvature=0']
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


@case('200-photos/all-but-two-broken-ones-are-stamped')
def stamp_200(batch):
    names = ['%03d.png' % i for i in range(200)]
    for name in names:
        batch.add(name)
    truncate(batch.path('photos', '017.png'), 0.7)
    truncate(batch.path('masks', '105.png'), 0.7)

    assert_ended(batch.run(), 1, '017.png: gegl says:', '105.png: gegl says:',
                 '2 of 200 photos failed')
    assert batch.results() == [name for name in names
                               if name not in ('017.png', '105.png')]
    assert batch.n_jobs() == 200
    for name in batch.results()[::20]:
        assert_stamped(batch.path('output', name))

    before = batch.dates()
    batch.add('017.png')
    batch.add('105.png')
    assert_ended(batch.run(), 0, '200 photos, of which 198 are done already')
    assert batch.results() == names
    assert batch.n_jobs() == 202
    assert before.items() <= batch.dates().items()
    assert not os.path.exists(batch.path('output', 'batch.failed'))


@case('a-name-with-spaces/is-stamped')
def stamp_odd_names(batch):
    batch.add("a client's head.png")
    assert_ended(batch.run(), 0)
    assert_stamped(batch.path('output', "a client's head.png"))


@case('a-mask-with-another-ending/is-found')
def find_mask(batch):
    batch.add('a.png')
    os.rename(batch.path('masks', 'a.png'), batch.path('masks', 'b.png'))
    assert_ended(batch.run(), 1, 'a.png: there is no mask a.png')
    os.rename(batch.path('masks', 'b.png'), batch.path('masks', 'a.PNG'))
    assert_ended(batch.run(), 0)
    assert batch.results() == ['a.png']


@case('a-mask-of-another-size/fails-with-both-sizes')
def refuse_other_size(batch):
    batch.add('a.png', (WIDTH, HEIGHT - 1))
    assert_ended(batch.run(), 1, 'a.png: the mask is 48 × 31 pixels large '
                 'and the photo 48 × 32')
    assert batch.results() == []


@case('an-unknown-property/is-said-once-and-before-any-photo')
def refuse_property(batch):
    batch.add('a.png')
    for wrong in ('densty=110', 'density=4000', 'density'):
        run = batch.run([wrong])
        assert_ended(run, 2, wrong.split('=')[0])
        assert batch.results() == []


@case('a-missing-photo/is-said-and-all-others-are-stamped')
def miss_photo(batch):
    for name in ('a.png', 'lost.png', 'linked.png'):
        batch.add(name)
    os.remove(batch.path('photos', 'lost.png'))
    os.remove(batch.path('photos', 'linked.png'))
    os.symlink('/none/linked.png', batch.path('photos', 'linked.png'))
    assert_ended(batch.run(), 1, 'lost.png: there is a mask and no photo',
                 'linked.png: there is no such photo', '1 of 2 photos failed')
    assert batch.results() == ['a.png']
    os.remove(batch.path('photos', 'linked.png'))
    assert_ended(batch.run(), 1, 'lost.png: there is a mask and no photo')


@case('a-folder-that-cannot-be-written/is-said-before-any-photo')
def refuse_folder(batch):
    batch.add('a.png')
    with open(batch.path('output'), 'w'):
        pass
    assert_ended(batch.run(), 2, 'output cannot be made')
    os.remove(batch.path('output'))
    os.symlink('/proc/self', batch.path('output'))
    assert_ended(batch.run(), 2, 'nothing can be written to the folder')


@case('a-folder-in-the-place-of-a-result/is-left-alone')
def refuse_place(batch):
    for name in ('a.png', 'b.png'):
        batch.add(name)
    os.makedirs(batch.path('output', 'a.png'))
    assert_ended(batch.run(), 1, 'a.png: a folder of that name')
    assert batch.results() == ['a.png', 'b.png']
    assert os.listdir(batch.path('output', 'a.png')) == []
    assert_stamped(batch.path('output', 'b.png'))


@case('other-properties/stamp-everything-anew')
def notice_properties(batch):
    batch.add('a.png')
    assert_ended(batch.run(), 0)
    before = batch.dates()
    assert_ended(batch.run(), 0, '1 photos, of which 1 are done already')
    assert batch.dates() == before
    assert_ended(batch.run(PROPERTIES + ['age=12']), 0)
    assert batch.dates() != before


@case('a-batch-that-is-stopped/leaves-whole-photos-and-goes-on-from-there')
def stop_and_go_on(batch):
    for i in range(12):
        batch.add('%02d.png' % i)
    process = subprocess.Popen(batch.command(PROPERTIES, ['--jobs', '2']),
                               start_new_session=True,
                               stdout=subprocess.DEVNULL,
                               stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 300
    while not glob.glob(batch.path('output', '*.png')):
        assert process.poll() is None and time.monotonic() < deadline
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGTERM)
    process.wait()
    time.sleep(1)

    n_before = len(glob.glob(batch.path('output', '*.png')))
    assert 1 <= n_before < 12
    for path in glob.glob(batch.path('output', '*.png')):
        assert_stamped(path)
    assert_ended(batch.run(), 0,
                 '12 photos, of which %d are done already' % n_before)
    assert len(glob.glob(batch.path('output', '*.png'))) == 12


@case('other-hosts/get-photos-and-give-them-back')
def use_hosts(batch):
    for name in ('a.png', 'b.png', "a client's head.png"):
        batch.add(name)
    home = batch.path('elsewhere')
    os.mkdir(home)
    os.environ['FAKE_SSH_HOME'] = home
    # As under cron, which sets none.
    os.environ.pop('SHELL', None)
    host = os.path.join(HERE, 'fake-ssh.sh') + ' elsewhere'
    assert_ended(batch.run(options=['--hosts', host]), 0)
    for name in batch.results():
        assert_stamped(batch.path('output', name))
    assert len(batch.results()) == len(os.listdir(batch.path('photos'))) == 3
    assert not glob.glob(os.path.join(home, '**', '*.png'), recursive=True)


def link_operations(folder):
    """Few modules, so that gegl starts faster than from all."""
    os.mkdir(folder)
    for pattern in ('gegl-*.so', 'png-*.so', 'text.so'):
        for path in glob.glob(os.path.join(os.environ['GEGL_PLUG_INS'],
                                           pattern)):
            os.symlink(path, os.path.join(folder, os.path.basename(path)))
    os.symlink(os.environ['FOLLICLE_OPERATIONS'],
               os.path.join(folder, 'follicle.so'))
    os.environ['GEGL_PATH'] = folder


def run_case(folder, number, name, function):
    batch = Batch(os.path.join(folder, str(number)))
    try:
        function(batch)
        print('ok %d - /batch/%s' % (number, name), flush=True)
    except Exception:
        print('not ok %d - /batch/%s' % (number, name))
        print('# ' + traceback.format_exc().replace('\n', '\n# '), flush=True)


def main():
    for tool in TOOLS:
        if not shutil.which(tool):
            sys.exit('Bail out! There is no %s; scripts/packages.sh '
                     'installs it.' % tool)
    print('1..%d' % len(cases))
    with tempfile.TemporaryDirectory() as folder:
        link_operations(os.path.join(folder, 'operations'))
        for number, (name, function) in enumerate(cases, 1):
            run_case(folder, number, name, function)


main()
