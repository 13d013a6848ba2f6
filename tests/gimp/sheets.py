# SPDX-License-Identifier: GPL-3.0-or-later
"""Sheets that the plug-in wrote, read back with tools that are not ours."""

import glob
import os
import re
import subprocess
import zlib

import png

# The day that sheets are to be of, so that they are the same in every run.
DAY = '4 March 2026'
SOURCE_DATE_EPOCH = '1772625600'

MARK = 'Simulation. Not a guarantee of results.'
SECRETS = ('Anna Geheim', 'Kamera Xylo', '59.9139', '10.7522', 'Oslo Gate')

# What means something else to whatever takes it for more than text.
HOSTILE = '<b>"B" & \'C\'</b> &amp; %s%n ]]> (\\)'

# Looks that a user may have: with a name that no line holds, one that is hostile
# and one that runs the other way.
LOOKS = 'long-name, hostile, otherwise'
NAMES = (200 * 'long ', HOSTILE + '\n\u202e', 'טבעי 3')
SHOWN = ('long long', HOSTILE[:30])

# How far JPEG may take a channel from what was drawn, at worst and on average
# over a row.
JPEG_WORST = 0.06
JPEG_MEAN = 0.01


def say(*command):
    return subprocess.run(command, check=True, text=True,
                          capture_output=True).stdout


def stamp_secrets(path):
    """What a camera and its owner leave in a photo: EXIF, XMP and IPTC."""
    say('exiftool', '-overwrite_original', '-EXIF:Artist=Anna Geheim',
        '-EXIF:Model=Kamera Xylo', '-EXIF:GPSLatitude=59.9139',
        '-EXIF:GPSLatitudeRef=N', '-EXIF:GPSLongitude=10.7522',
        '-EXIF:GPSLongitudeRef=E', '-XMP:Creator=Anna Geheim',
        '-XMP:Location=Oslo Gate', '-IPTC:By-line=Anna Geheim', path)
    assert 'Anna Geheim' in say('exiftool', '-a', '-G1', path)


def add_looks(config):
    """Writes the looks of LOOKS into a user's configuration."""
    folder = os.path.join(config, 'follicle', 'presets')
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, 'named.ini'), 'w') as file:
        file.write('[Follicle Presets]\nFormat=1\nKind=look\n')
        for look, name in zip(LOOKS.split(', '), NAMES):
            file.write('\n[%s]\nName=%s\ndensity=natural\nsize=bold\n'
                       'shade=soft-black\n'
                       % (look, name.replace('\\', '\\\\')
                          .replace('\n', '\\n')))


def check_named(path, n_panels):
    """A sheet of LOOKS: panels of one size, in one line with what they say."""
    check_pdf(path, n_panels, *SHOWN)
    pictures = read_pictures(path)
    assert len(pictures) == n_panels
    assert len({(one.width, one.height) for one in pictures}) == 1, pictures
    # The name is shown, and does not turn the numbers around it.
    lines = say('pdftotext', '-layout', path, '-').splitlines()
    said, = [line for line in lines if 'dots per' in line and 'ט' in line]
    assert said.rindex('ט') < said.index('dots per'), said
    check_bar(path, 100)


def check_clean(path):
    """No secret in what exiftool finds, nor in the bytes, packed or not."""
    with open(path, 'rb') as file:
        data = file.read()
    unpacked = b''
    for stream in re.findall(rb'stream\r?\n(.*?)endstream', data, re.S):
        try:
            unpacked += zlib.decompress(stream)
        except zlib.error:
            pass
    found = say('exiftool', '-a', '-u', '-G1', '-ee', path)
    # Of the file itself exiftool tells name and folder, too.
    found = '\n'.join(line for line in found.splitlines()
                      if not line.startswith('[System]'))
    for secret in SECRETS:
        assert secret not in found, found
        assert secret.encode() not in data + unpacked, secret
        assert secret.encode('utf-16-be') not in data + unpacked, secret
    assert 'GPS' not in found and MARK in found, found
    # Nor has a picture within it room for any.
    for block in (b'Exif\0', b'http://ns.adobe.com', b'Photoshop'):
        assert block not in data, block


def check_pdf(path, n_panels, *texts, paper='A4'):
    words = ' '.join(say('pdftotext', path, '-').split())
    assert words.count(MARK) == n_panels, words
    for text in texts + (DAY,):
        assert text in words, (text, words)
    facts = say('pdfinfo', path)
    assert MARK in facts and paper in facts, facts
    check_clean(path)
    images = [line.split() for line
              in say('pdfimages', '-list', path).splitlines()[2:]]
    assert sum(line[8] == 'jpeg' for line in images) == n_panels, images


def measure_bar(path):
    """How long the scale bar is in a PDF, mm of paper, at 300 dpi."""
    say('pdftoppm', '-r', '300', '-gray', '-singlefile', path, path + '-page')
    with open(path + '-page.pgm', 'rb') as file:
        kind, width, height, _ = file.read().split(maxsplit=4)[:4]
        file.seek(0)
        rows = file.read()[-int(width) * int(height):]
    assert kind == b'P5', kind
    width = int(width)
    longest = 0
    # Between its ends the bar has nothing above and below but paper.
    for start in range(16 * width, len(rows) - 17 * width, width):
        for run in re.finditer(rb'[\x00-\x40]{100,}',
                               rows[start:start + width]):
            inner = start + run.start() + 9, start + run.end() - 9
            if all(min(rows[inner[0] + away:inner[1] + away]) > 250
                   for away in (-16 * width, 16 * width)):
                longest = max(longest, run.end() - run.start())
    return longest * 25.4 / 300


def check_bar(path, px_per_cm):
    """The bar is as long on paper as it says, by what pdfimages says of the
    panels, which have the photo's own pixels.
    """
    words = ' '.join(say('pdftotext', path, '-').split())
    length_mm = float(re.search(r'([0-9]+) mm', words).group(1))
    ppi = float(say('pdfimages', '-list', path).splitlines()[2].split()[12])
    wanted_mm = length_mm / 10 * px_per_cm / ppi * 25.4
    found_mm = measure_bar(path)
    # The ppi is a whole number, and so are the pixels of the bar.
    assert abs(found_mm - wanted_mm) < 0.6 / ppi * wanted_mm + 0.15, (
        found_mm, wanted_mm)


def read_pictures(path):
    """The panels' pictures, as the file has them."""
    say('pdfimages', '-png', path, path + '-picture')
    return [png.read(name) for name in sorted(glob.glob(path + '-picture*'))]


def check_part(part, whole):
    """A picture is a part of another one, which may begin anywhere, as exactly
    as JPEG of quality 95 holds it.
    """
    n = 3 * part.width
    row = part.values[part.height // 2 * n:][:n]

    def is_alike(one, other):
        apart = [abs(a - b) for a, b in zip(one, other)]
        return (max(apart) < JPEG_WORST
                and sum(apart) < JPEG_MEAN * len(apart))

    for y in range(whole.height):
        for x in range(whole.width - part.width + 1):
            start = 3 * (y * whole.width + x)
            if (abs(whole.values[start] - row[0]) < JPEG_WORST
                    and is_alike(whole.values[start:start + n], row)):
                top = y - part.height // 2
                assert all(is_alike(
                    part.values[i * n:(i + 1) * n],
                    whole.values[3 * ((top + i) * whole.width + x):][:n])
                    for i in range(part.height))
                return x, top
    raise AssertionError('No such part')


def find_nearest(part, wholes, place):
    """Which of several pictures a part of one of them is nearest to, by the sum
    of squares: JPEG takes more than some years do.
    """
    x, y = place
    n = 3 * part.width

    def differ(whole):
        starts = [3 * ((y + i) * whole.width + x) for i in range(part.height)]
        return sum((a - b) ** 2 for i, start in enumerate(starts)
                   for a, b in zip(part.values[i * n:(i + 1) * n],
                                   whole.values[start:start + n]))

    apart = [differ(whole) for whole in wholes]
    return apart.index(min(apart))
