# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs scripts/batch.sh with numbers. Reports in TAP."""

import glob
import os
import signal
import subprocess
import time

import batches
from batches import HEIGHT, HERE, PROPERTIES, WIDTH, assert_ended
from batches import assert_stamped, case, truncate

@case('40-photos/all-but-two-broken-ones-are-stamped')
def stamp_many(batch):
    names = ['%03d.png' % i for i in range(40)]
    for name in names:
        batch.add(name)
    truncate(batch.path('photos', '017.png'), 0.7)
    truncate(batch.path('masks', '031.png'), 0.7)

    assert_ended(batch.run(), 1, '017.png: gegl says:', '031.png: gegl says:',
                 '2 of 40 photos failed')
    assert batch.results() == [name for name in names
                               if name not in ('017.png', '031.png')]
    assert batch.n_jobs() == 40
    for name in batch.results()[::8]:
        assert_stamped(batch.path('output', name))

    before = batch.dates()
    batch.add('017.png')
    batch.add('031.png')
    assert_ended(batch.run(), 0, '40 photos, of which 38 are done already')
    assert batch.results() == names
    assert batch.n_jobs() == 42
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


def link_operations(stage):
    """Few modules, so that gegl starts faster than from all."""
    folder = os.path.join(stage, 'operations')
    os.mkdir(folder)
    for pattern in ('gegl-*.so', 'png-*.so', 'text.so'):
        for path in glob.glob(os.path.join(os.environ['GEGL_PLUG_INS'],
                                           pattern)):
            os.symlink(path, os.path.join(folder, os.path.basename(path)))
    os.symlink(os.environ['FOLLICLE_OPERATIONS'],
               os.path.join(folder, 'follicle.so'))
    os.environ['GEGL_PATH'] = folder


batches.main(link_operations)
