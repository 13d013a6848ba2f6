# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs scripts/batch.sh with names of presets: GIMP stamps. Reports in TAP."""

import os

import batches
import png
import sheets
import small_disk
from batches import PLAIN, assert_ended, assert_stamped, case, truncate

NAMES = ['look=buzz-cut', 'scale=100', 'strength=3', 'feather=0', *PLAIN]


def prepare(folder):
    """A profile of GIMP with few plug-ins, which starts fast."""
    profile = os.path.join(folder, 'profile')
    host = __import__('gimp3' if 'GIMP_VERSION' in os.environ else 'gimp2')
    host.make_profile(profile)
    os.environ.update(
        SOURCE_DATE_EPOCH=sheets.SOURCE_DATE_EPOCH,
        GIMP2_DIRECTORY=profile, GIMP3_DIRECTORY=profile,
        XDG_CONFIG_HOME=os.path.join(folder, 'config'),
        GEGL_PATH='%s:%s' % (os.environ['FOLLICLE_OPERATIONS'],
                             os.environ['GEGL_PLUG_INS']),
        LC_ALL='C.UTF-8', LANGUAGE='')


def mean_light(batch, name):
    values = png.read(batch.path('output', name)).values
    return sum(values) / len(values)


@case('names/a-look-is-stamped-and-nothing-of-the-photos-metadata-stays')
def stamp_look(batch):
    batch.add("a client's head.png")
    sheets.stamp_secrets(batch.path('photos', "a client's head.png"))
    assert_ended(batch.run(NAMES), 0, 'All are in')
    result = batch.path('output', "a client's head.png")
    assert_stamped(result)
    found = sheets.say('exiftool', '-a', '-u', '-G1', result)
    assert not any(secret in found for secret in sheets.SECRETS), found


@case('names/a-lighter-shade-and-a-lower-density-stamp-less')
def stamp_shades(batch):
    batch.add('a.png')
    light = []
    for names in (['shade=jet-black'], ['shade=dark-blond'],
                  ['shade=dark-blond', 'density=sparse']):
        assert_ended(batch.run(NAMES + names), 0, '0 are done already')
        light.append(mean_light(batch, 'a.png'))
    assert light == sorted(light) and light[2] - light[0] > 0.01, light


@case('names/sheets-lie-beside-each-photo-and-a-lost-one-is-made-again')
def make_sheets(batch):
    batch.add('a.png')
    batch.add('b.png')
    truncate(batch.path('photos', 'b.png'), 0.7)
    names = NAMES + ['sheet=before-after,years', 'title=Studio "Norte"',
                     'paper=letter']
    assert_ended(batch.run(names), 1, 'b.png: gegl says:', '1 of 2 photos')
    assert batch.results() == ['a-before-after.pdf', 'a-years.pdf', 'a.png']
    sheets.check_pdf(batch.path('output', 'a-before-after.pdf'), 2, 'Studio',
                     'Before', 'After', paper='letter')
    sheets.check_pdf(batch.path('output', 'a-years.pdf'), 4, paper='letter')

    batch.add('b.png')
    before = batch.dates()
    os.remove(batch.path('output', 'a-years.pdf'))
    assert_ended(batch.run(names), 0, '2 photos, of which 0 are done')
    assert len(batch.results()) == 6
    assert batch.dates()['a.png'] != before['a.png']
    assert_ended(batch.run(names), 0, '2 photos, of which 2 are done')


@case('names/a-guess-of-the-scale-is-told')
def tell_guess(batch):
    png.write(batch.path('photos', 'a.png'),
              png.draw(300, 200, lambda x, y: batches.SKIN))
    png.write(batch.path('masks', 'a.png'),
              png.draw(300, 200, lambda x, y: (float(40 < x < 260),)))
    assert_ended(batch.run([name for name in NAMES
                            if not name.startswith('scale')]), 0,
                 'a.png: ', 'pixels per cm')


for wrong, words in (('look=buzzcut', ("'buzzcut'", 'buzz-cut')),
                     ('shade=pink-ish', ('pink-ish', 'dark-brown')),
                     ('scale=wide', ('scale=wide',)),
                     ('scale=5000', ('5000', '2000')),
                     ('densty=12', ('densty=12',)),
                     ('sheet=months', ('months', 'before-after')),
                     ('sheet=views', ('views', 'open')),
                     ('title=Studio logo=/none.png', ('/none.png',))):
    @case('names/"%s"-is-refused-before-any-photo'
          % wrong.replace(' ', '-').replace('/', ''))
    def refuse(batch, wrong=wrong, words=words):
        batch.add('a.png')
        sheet = [] if wrong.startswith('sheet') else ['sheet=years']
        assert_ended(batch.run(NAMES + sheet + [wrong]), 2, *words)
        assert batch.results() == []


@case('names/a-folder-in-the-place-of-a-sheet-leaves-nothing-half-written')
def refuse_place(batch):
    batch.add('a.png')
    os.makedirs(batch.path('output', 'a-years.pdf'))
    assert_ended(batch.run(NAMES + ['sheet=years']), 1,
                 'a-years.pdf: a folder of that name')
    assert batch.results() == ['a-years.pdf']


@case('names/a-full-disk-fails-each-photo-and-leaves-nothing-half-written'
      + small_disk.UNLESS_ROOT)
def full_disk(batch):
    if small_disk.UNLESS_ROOT:
        return
    batch.add('a.png')
    with small_disk.mounted(batch.path('output'), 12):
        assert_ended(batch.run(NAMES + ['sheet=years']), 1, 'a.png: GIMP says:',
                     '1 of 1 photos')
        assert batch.results() == [], batch.results()


batches.main(prepare)
