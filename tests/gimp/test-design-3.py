# SPDX-License-Identifier: GPL-3.0-or-later
"""The window in which a hairline is designed, in GIMP 3."""

import os
import threading

import gimp3
import images3
import screen
from gimp3 import case
from images3 import Gimp

PROCEDURE = 'plug-in-follicle-hairline'
TITLE = 'Design Hairline'

# On a photo of 200 by 150 pixels: 8 pixels per cm.
FACE = ((100, 75), (64, 87), (136, 87))


def open_image():
    image, photo = images3.open_photo()
    for x, y in FACE:
        image.add_sample_point(x, y)
    display = Gimp.Display.new(image)
    image.clean_all()
    return image, photo, display


def design(image, photo, **arguments):
    return images3.call(PROCEDURE, image, photo, **arguments).index(1)


def ask(image, photo, *keys):
    """Designs in the window, while somebody presses keys in it."""
    hand = threading.Thread(target=screen.type_into,
                            args=(os.environ['DISPLAY'], TITLE, keys))
    hand.start()
    try:
        return design(image, photo, mode=Gimp.RunMode.INTERACTIVE)
    finally:
        hand.join()


def numbers_of(path):
    strokes = path.get_strokes()
    assert len(strokes) == 1, strokes
    return list(path.stroke_get_points(strokes[0])[1])


def text_of(path):
    parasite = path.get_parasite('follicle-settings')
    return bytes(parasite.get_data()).rstrip(b'\0').decode()


@case('/gimp-3/design/return-means-ok')
def first():
    image, photo, display = open_image()
    path = ask(image, photo, 'Return')
    assert path.get_name() == 'hairline'
    assert len(image.get_paths()) == 1
    display.delete()


@case('/gimp-3/design/goes-on-where-it-ended')
def go_on():
    image, photo, display = open_image()
    path = design(image, photo, template='receded', height_mm=75.0,
                  asymmetry_mm=2.0, seed=7)
    before = numbers_of(path)
    again = ask(image, photo, 'Return')
    assert again.get_id() == path.get_id()
    assert numbers_of(again) == before
    text = text_of(path)
    for line in ('template=receded', 'height-mm=75', 'asymmetry-mm=2',
                 'seed=7', 'landmarks=sample-points'):
        assert line + '\n' in text, (line, text)
    assert len(image.get_paths()) == 1
    display.delete()


@case('/gimp-3/design/keeps-a-line-that-was-edited')
def edited():
    image, photo, display = open_image()
    path = design(image, photo, template='linear')
    path.stroke_translate(path.get_strokes()[0], 2, 3)
    by_hand = numbers_of(path)
    try:
        ask(image, photo, 'Escape')
        raise AssertionError('It was not cancelled')
    except images3.Refused:
        pass
    assert [p.get_name() for p in image.get_paths()] == ['hairline']
    made = ask(image, photo, 'Return')
    assert made.get_id() != path.get_id()
    assert path.get_name() == 'hairline (edited)'
    assert numbers_of(path) == by_hand
    assert 'template=linear\n' in text_of(made)
    display.delete()


if __name__ == '__main__':
    with screen.screen() as name:
        gimp3.main(__file__, display=name)
