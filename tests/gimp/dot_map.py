# SPDX-License-Identifier: GPL-3.0-or-later
"""Dot maps that the plug-in wrote, and the dots in a picture."""

import csv
import re
import xml.etree.ElementTree as tree

SVG = '{http://www.w3.org/2000/svg}'

# Pixels per cm of the tests' images, and what a dot's darkening has at least
# that no shadow between dots has.
SCALE = 200
DARK = 0.12


# Names that mean something else to whatever they are written into.
HOSTILE = (
    '%s%n%1$s%99999d', '<b>"bold" & \'sharp\'</b> ]]> <!-- --> &amp;',
    'two\nlines, and a comma', 'right \u202eto left\u202c \u200f',
    '$(touch gone) `touch gone`; ../../gone', 'bell\x07 escape\x1b[31m',
    'no character: \ufffe', '=HYPERLINK("gone")', '@SUM(1)', '-1+1',
    '\u7b11 \U0001f600 ' + 'long ' * 2000)


def without_control(name):
    """A name as XML can have it."""
    return re.sub('[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]', '\ufffd', name)


def check_name(name, svg, csv_file):
    """Both files have the name and are what they are without it."""
    root = tree.parse(svg).getroot()
    assert root.find(SVG + 'title').text == without_control(name), name
    assert len(root) == 2 + 3
    guard = "'" * (name[0] in '=+-@')
    dots = read_csv(csv_file)
    assert {dot[4] for dot in dots} == {guard + name}, (name, dots[0][4])
    assert len(dots) == len(list(root.iter(SVG + 'circle'))) > 0


def read_csv(path):
    """Places in mm, diameters and sessions."""
    with open(path, newline='') as file:
        rows = list(csv.DictReader(file))
    return [(float(row['x_mm']), float(row['y_mm']),
             float(row['diameter_mm']), int(row['session']), row['layer'])
            for row in rows]


def read_svg(path):
    """The page's width and height with their units, and its dots."""
    root = tree.parse(path).getroot()
    dots = []
    for group in root.iter(SVG + 'g'):
        session = int(group.get('id').rsplit('-', 1)[1])
        dots += [(float(c.get('cx')), float(c.get('cy')),
                  2 * float(c.get('r')), session) for c in group]
    return root.get('width'), root.get('height'), root.get('viewBox'), dots


def find_spots(darkness, width, height):
    """Centres in px of what hangs together among dark pixels."""
    dark = {i for i in range(width * height) if darkness[i] > DARK}
    spots = []
    while dark:
        heap = [dark.pop()]
        spot = []
        while heap:
            i = heap.pop()
            spot.append(i)
            for near in (i - 1, i + 1, i - width, i + width):
                if near in dark:
                    dark.remove(near)
                    heap.append(near)
        spots.append((sum(i % width for i in spot) / len(spot) + 0.5,
                      sum(i // width for i in spot) / len(spot) + 0.5))
    return spots


def check_spots(spots, dots):
    """Each spot is one dot, and each dot a spot."""
    left = list(spots)
    assert len(spots) == len(dots), (len(spots), len(dots))
    for x_mm, y_mm, *_ in dots:
        x, y = x_mm * SCALE / 10, y_mm * SCALE / 10
        nearest = min(left, key=lambda s: (s[0] - x) ** 2 + (s[1] - y) ** 2)
        assert abs(nearest[0] - x) < 1 and abs(nearest[1] - y) < 1, (
            x, y, nearest)
        left.remove(nearest)
