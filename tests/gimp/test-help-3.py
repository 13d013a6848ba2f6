# SPDX-License-Identifier: GPL-3.0-or-later
"""*Help* in a dialog of ours opens our own page."""

import os
import tempfile
import time

import browser
import gimp3
import images3
import screen
from gimp3 import case
from images3 import Gimp


def open_photo():
    image = Gimp.Image.new(60, 40, Gimp.ImageBaseType.RGB)
    photo = Gimp.Layer.new(image, 'photo', 60, 40, Gimp.ImageType.RGB_IMAGE,
                           100, Gimp.LayerMode.NORMAL)
    image.insert_layer(photo, None, 0)
    photo.edit_fill(Gimp.FillType.WHITE)
    return image, photo


@case('/help/of-the-dialog-is-asked-for')
def dialog():
    image, photo = open_photo()
    with open(os.environ['WISHES'], 'w') as wishes:
        wishes.write('alt+h,Escape Follicle Dots\n')
    try:
        images3.stamp(image, photo, mode=Gimp.RunMode.INTERACTIVE,
                      mask='auto', look='natural')
    except images3.Refused:
        pass
    end = time.monotonic() + 30
    while (not os.path.exists(os.environ['OPENED'])
           and time.monotonic() < end):
        time.sleep(0.1)


def is_ours(folder):
    browser.check_opened()


def make_profile_with_help(profile):
    make_profile(profile)
    browser.install(os.path.dirname(profile))


if __name__ == '__main__':
    make_profile = gimp3.make_profile
    gimp3.make_profile = make_profile_with_help
    with screen.screen() as display, \
            tempfile.TemporaryDirectory(prefix='follicle-test-') as folder:
        os.environ['WISHES'] = os.path.join(folder, 'wishes')
        os.environ['OPENED'] = os.path.join(folder, 'opened')
        screen.Fingers(display, os.environ['WISHES']).start()
        gimp3.main(__file__, [('/help/of-the-dialog-is-our-own-page', is_ours)],
                   display)
