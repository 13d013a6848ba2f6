# SPDX-License-Identifier: GPL-3.0-or-later
"""Dot maps that the plug-in wrote, and the dots in a picture."""

import csv
import xml.etree.ElementTree as tree

SVG = '{http://www.w3.org/2000/svg}'

# Pixels per cm of the tests' images, and what a dot's darkening has at least
# that no shadow between dots has.
SCALE = 200
DARK = 0.12


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
