# SPDX-License-Identifier: GPL-3.0-or-later
"""The mock-up in nine clicks, in GIMP 3."""

import os
import time

import gimp3
import route
import screen
from gimp3 import case
from images3 import Gimp, Gio


def text_of_dots(image):
    """What the uppermost layer says that it was made with."""
    parasite = image.get_layers()[0].get_parasite('follicle-settings')
    return bytes(parasite.get_data()).decode() if parasite else ''


@case('/route/from-the-photo-to-the-mock-up-in-nine-clicks')
def mock_up():
    path = gimp3.path('head.png')
    face = route.render_head(path)
    image = Gimp.file_load(Gimp.RunMode.NONINTERACTIVE,
                           Gio.File.new_for_path(path))
    display = Gimp.Display.new(image)
    walk = route.Route(os.environ['DISPLAY'], face)
    walk.run()
    assert not walk.wrong, walk.wrong
    # while the dialog is open the dots are there, too, but nobody's yet
    end = time.monotonic() + 30
    while (time.monotonic() < end
           and 'mask=path:hairline\n' not in text_of_dots(image)):
        time.sleep(0.1)
    assert 'mask=path:hairline\n' in text_of_dots(image)
    assert image.get_path_by_name('hairline')
    assert walk.mouse.n_clicks <= route.MOST_CLICKS, walk.mouse.n_clicks
    image.clean_all()
    display.delete()


if __name__ == '__main__':
    with screen.screen() as name, route.places():
        gimp3.main(__file__, display=name)
