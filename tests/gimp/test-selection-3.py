# SPDX-License-Identifier: GPL-3.0-or-later
"""Live effects in GIMP 3 and what is selected: no selection moves a dot."""

import os

import gimp3
import images3
import scenes
from gimp3 import case
from images3 import Gimp, Gio

WIDTH, HEIGHT = 400, 300


def export(image, name):
    """The image as a PNG file shows it."""
    path = gimp3.path(name)
    Gimp.file_save(Gimp.RunMode.NONINTERACTIVE, image,
                   Gio.File.new_for_path(path), None)
    picture = images3.png.read(path)
    os.remove(path)
    return picture


def select_head(image):
    image.select_ellipse(Gimp.ChannelOps.REPLACE, 70, 40, 260, 210)


def select_corner(image):
    image.select_rectangle(Gimp.ChannelOps.REPLACE, 150, 130, 30, 20)


def check_views(image, view):
    """The same whatever is selected."""
    select_head(image)
    expected = view(image, 'head.png')
    for select in (Gimp.Selection.none, select_corner, Gimp.Selection.all,
                   select_head):
        select(image)
        scenes.assert_same(view(image, 'other.png'), expected, 0)


def make(mask):
    image, photo = images3.open_photo(3, photo=scenes.hairy_photo(WIDTH, HEIGHT))
    images3.add_mask(image, scenes.large_mask(WIDTH, HEIGHT))
    select_head(image)
    images3.stamp(image, photo, output='effect', look='natural', mask=mask)
    return image


@case('/gimp-3/selection/leaves-the-effect-of-a-selection-alone')
def of_selection():
    check_views(make('selection'), export)


@case('/gimp-3/selection/leaves-the-effect-of-a-channel-alone')
def of_channel():
    check_views(make('channel:hairline'), export)


@case('/gimp-3/selection/leaves-what-is-seen-alone')
def of_view():
    check_views(make('selection'), lambda image, name: images3.look_at(image))


if __name__ == '__main__':
    gimp3.main(__file__)
