# SPDX-License-Identifier: GPL-3.0-or-later
"""Effects that get lost in GIMPs without our operations, and come back."""

import functools
import os
import subprocess

import gimp3
import images3
import scenes
from gimp3 import case
from images3 import Gimp, Gio

ONE_STEP = 1.01 / 255

WIDTH, HEIGHT = 400, 300
PRELUDE = '''
from gi.repository import Gimp, Gio
def load(path):
    return Gimp.file_load(Gimp.RunMode.NONINTERACTIVE,
                          Gio.File.new_for_path(path))
def save(image, path):
    assert Gimp.file_save(Gimp.RunMode.NONINTERACTIVE, image,
                          Gio.File.new_for_path(path), None)
'''


def save(image, name):
    file = Gio.File.new_for_path(gimp3.path(name))
    assert Gimp.file_save(Gimp.RunMode.NONINTERACTIVE, image, file, None)


def load(name):
    return Gimp.file_load(Gimp.RunMode.NONINTERACTIVE,
                          Gio.File.new_for_path(gimp3.path(name)))


def run_away(name, script, has_plug_in=False):
    """Runs a script in another GIMP that has no operations of ours; returns
    what it said.
    """
    folder = gimp3.path(name)
    profile = os.path.join(folder, 'profile')
    gimp3.make_profile(profile)
    if not has_plug_in:
        os.unlink(os.path.join(profile, 'plug-ins', 'follicle-dots',
                               'follicle-dots'))
    gimp3.add_plain_look(folder)
    path = os.path.join(folder, 'script.py')
    with open(path, 'w') as file:
        file.write(PRELUDE + script)
    done = subprocess.run(
        [os.environ['GIMP'], '-i', '-d', '-f',
         '--batch-interpreter=python-fu-eval', '-b',
         'import sys, runpy; sys.path.insert(0, "%s"); runpy.run_path("%s")'
         % (gimp3.HERE, path), '--quit'],
        env=dict(gimp3.environment(folder),
                 GEGL_PATH=os.environ['GEGL_PLUG_INS']),
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, timeout=200)
    return done.stdout.decode('utf-8', 'replace')


def open_scene():
    image, photo = images3.open_photo(
        photo=scenes.hairy_photo(WIDTH, HEIGHT))
    images3.add_mask(image, scenes.large_mask(WIDTH, HEIGHT))
    return image, photo


def open_effect(**arguments):
    image, photo = open_scene()
    layer = images3.stamp(image, photo, output='effect', **arguments)
    return image, layer


def renew(image, layer, **arguments):
    """Runs the procedure with nothing said but the layer."""
    return images3.stamp(image, layer, **dict(
        dict(mask='auto', look='natural', pixels_per_cm=0.0), **arguments))


def numbers(layer):
    """Of both effects."""
    found = {}
    for effect in layer.get_filters():
        config = effect.get_config()
        for spec in config.list_properties():
            value = config.get_property(spec.name)
            if isinstance(value, (int, float)):
                found[effect.get_operation_name(), spec.name] = value
    return found


def check_restored(image, layer, before, settings):
    n_layers = len(image.get_layers())
    assert not layer.get_filters()
    assert scenes.count_changed(images3.look_at(image), before) > 2000
    assert renew(image, layer) == layer
    assert len(image.get_layers()) == n_layers
    found = numbers(layer)
    assert found.keys() == settings.keys(), found
    for name, value in settings.items():
        assert abs(found[name] - value) < 1e-6, (name, found[name], value)
    scenes.assert_same(images3.look_at(image), before, 0)


def check_deleted(**arguments):
    image, layer = open_effect(**arguments)
    before, settings = images3.look_at(image), numbers(layer)
    for effect in layer.get_filters():
        effect.delete()
    check_restored(image, layer, before, settings)


# With and without what is measured in the photo.
for look in ('plain', 'natural', 'thinning-crown', 'first-session'):
    case('/gimp-3/lost/effects-of-%s-come-back-to-the-bit' % look)(
        functools.partial(check_deleted, look=look, seed=5, age=7.0,
                          density='93'))


@case('/gimp-3/lost/effects-come-back-on-what-was-painted')
def painted():
    image, layer = open_effect(look='natural')
    image.select_rectangle(Gimp.ChannelOps.REPLACE, 150, 80, 60, 60)
    layer.edit_clear()
    Gimp.Selection.none(image)
    before, settings = images3.look_at(image), numbers(layer)
    for effect in layer.get_filters():
        effect.delete()
    check_restored(image, layer, before, settings)


@case('/gimp-3/lost/other-numbers-can-be-asked-for')
def other_numbers():
    image, layer = open_effect(look='plain', seed=5)
    for effect in layer.get_filters():
        effect.delete()
    renew(image, layer, density='60')
    other, _ = open_effect(look='plain', seed=5, density='60')
    scenes.assert_same(images3.look_at(image), images3.look_at(other), 0)


@case('/gimp-3/lost/in-a-gimp-without-follicle-they-come-back-at-home')
def away_and_back():
    image, layer = open_effect(look='natural', seed=3)
    before, settings = images3.look_at(image), numbers(layer)
    save(image, 'home.xcf')
    said = run_away('away', '''
image = load("%s")
save(image, "%s")
''' % (gimp3.path('home.xcf'), gimp3.path('away.xcf')))
    assert os.path.exists(gimp3.path('away.xcf')), said
    again = load('away.xcf')
    check_restored(again, again.get_layers()[0], before, settings)
    # A file that was only looked at has lost nothing but what its effects'
    # numbers have beyond single precision, in which GIMP writes them.
    same = images3.look_at(load('home.xcf'))
    scenes.assert_same(same, before, ONE_STEP)
    assert scenes.count_changed(same, before) < 10


def check_copied(look):
    image, layer = open_effect(look=look, seed=3)
    before, settings = images3.look_at(image), numbers(layer)
    other, photo = open_scene()
    copy = Gimp.Layer.new_from_drawable(layer, other)
    other.insert_layer(copy, None, 0)
    image.delete()
    assert numbers(copy) == settings, numbers(copy)
    scenes.assert_same(images3.look_at(other), before, 0)
    return other, photo, copy, before


@case('/gimp-3/lost/nothing-is-lost-on-the-way-to-another-image')
def copied():
    check_copied('natural')


@case('/gimp-3/lost/a-copy-in-another-image-is-made-anew-there')
def copied_and_renewed():
    # This look takes nothing from the photo, which is measured anew.
    other, photo, copy, before = check_copied('plain')
    assert renew(other, copy) == copy
    assert other.get_layers() == [copy, photo]
    scenes.assert_same(images3.look_at(other), before, 0)


@case('/gimp-3/lost/auto-makes-layers-where-gimp-lacks-our-operations')
def auto_away():
    image, photo = open_scene()
    save(image, 'scene.xcf')
    images3.stamp(image, photo, output='layers')
    said = run_away('lacking', '''
import images3
image = load("%s")
made = images3.stamp(image, image.get_layers()[0])
assert made.is_group() and len(made.get_children()) == 3
save(image, "%s")
''' % (gimp3.path('scene.xcf'), gimp3.path('lacking.xcf')), True)
    assert 'GIMP does not know our operations' in said, said
    scenes.assert_same(images3.look_at(load('lacking.xcf')),
                       images3.look_at(image), 0)


if __name__ == '__main__':
    gimp3.main(__file__)
