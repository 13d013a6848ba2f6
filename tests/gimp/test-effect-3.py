# SPDX-License-Identifier: GPL-3.0-or-later
"""Dots as a live effect on a layer of GIMP 3."""

import functools
import os

import gimp3
import images3
import png
import scenes
from gimp3 import case
from images3 import Gegl, Gimp, Gio

HALF_STEP = 0.51 / 255
ONE_STEP = 1.01 / 255
HERE = os.path.dirname(os.path.abspath(__file__))


def path(name):
    return os.path.join(os.environ['FOLLICLE_TEST_FOLDER'], name)


def save(image, name):
    file = Gio.File.new_for_path(path(name))
    assert Gimp.file_save(Gimp.RunMode.NONINTERACTIVE, image, file, None)
    return file


def load(name):
    return Gimp.file_load(Gimp.RunMode.NONINTERACTIVE,
                          Gio.File.new_for_path(path(name)))


def effect_of(layer, operation='follicle:dots'):
    effects = [effect for effect in layer.get_filters()
               if effect.get_operation_name() == operation]
    assert len(effects) == 1, len(effects)
    return effects[0]


def numbers(effect):
    config = effect.get_config()
    return {spec.name: config.get_property(spec.name)
            for spec in config.list_properties()
            if isinstance(config.get_property(spec.name), (int, float))}


def open_effect(**arguments):
    image, photo = images3.open_photo()
    images3.add_mask(image)
    return image, images3.stamp(image, photo, **arguments)


def change(layer, operation='follicle:dots', **properties):
    effect = effect_of(layer, operation)
    config = effect.get_config()
    for name, value in properties.items():
        config.set_property(name.replace('_', '-'), value)
    effect.update()


@case('/gimp-3/effect/is-what-auto-makes')
def effect_is_auto():
    image, layer = open_effect()
    names = [effect.get_operation_name() for effect in layer.get_filters()]
    assert names == ['follicle:dots', 'follicle:hairline'], names
    assert layer.get_mode() == Gimp.LayerMode.MULTIPLY
    assert image.get_layers()[0] == layer
    assert image.get_selected_layers() == [layer]


@case('/gimp-3/effect/lies-on-the-mask-and-has-it-as-alpha-of-white')
def effect_lies_on_the_mask():
    image, layer = open_effect(pixels_per_cm=15)
    found = images3.read(layer, 4)
    mask = scenes.soft_mask()
    _, left, top = layer.get_offsets()
    # The ellipse's box, and 20 px of margin where there is room.
    assert (left, top) == (13, 0), (left, top)
    assert (found.width, found.height) == (182, 146), (found.width,
                                                       found.height)
    # Less than a step is as good as nothing, and a step alone is no dot.
    scenes.assert_same(png.draw(
        found.width, found.height,
        lambda x, y: found.pixel(x, y)[:3]
        + [max(found.pixel(x, y)[3], 1 / 255)]), png.draw(
            found.width, found.height,
            lambda x, y: [1.0] * 3 + [max(
                mask.pixel(x + left, y + top)[0], 1 / 255)]),
                       HALF_STEP)


@case('/gimp-3/effect/leaves-the-photo-as-it-is-when-it-is-lost')
def effect_lost():
    image, layer = open_effect()
    photo = images3.look_at(images3.open_photo()[0])
    assert scenes.count_changed(images3.look_at(image), photo) > 2000
    for effect in layer.get_filters():
        effect.delete()
    scenes.assert_same(images3.look_at(image), photo, 0)


@case('/gimp-3/effect/has-its-numbers-filled-in')
def effect_has_numbers():
    image, layer = open_effect(density='107', size='0.3', age=5.0,
                               sessions=2, seed=7, pixels_per_cm=15)
    found = numbers(effect_of(layer))
    expected = {'density': 107, 'diameter': 0.3, 'age': 5, 'sessions': 2,
                'seed': 7, 'pixels-per-cm': 15, 'origin-x': -13,
                'origin-y': 0}
    for name, value in expected.items():
        assert abs(found[name] - value) < 1e-6, (name, found[name])
    found = numbers(effect_of(layer, 'follicle:hairline'))
    for name in ('pixels-per-cm', 'origin-x', 'origin-y', 'seed'):
        assert abs(found[name] - expected[name]) < 1e-6, (name, found[name])


@case('/gimp-3/effect/follows-a-changed-hairline')
def effect_follows_hairline():
    # So large that the ramp is narrower than a third of the way to the middle.
    image, photo = images3.open_photo()
    images3.add_mask(image, scenes.hard_mask())
    layer = images3.stamp(image, photo, pixels_per_cm=15)
    hard = images3.look_at(image)
    change(layer, 'follicle:hairline', softness=11.0, edge_density=0.0,
           undulation=6.0)
    plain, _ = images3.open_photo()
    bare = images3.look_at(plain)
    soft = images3.look_at(image)
    share = scenes.darkening(soft, bare) / scenes.darkening(hard, bare)
    assert share < 0.8, share


@case('/gimp-3/effect/keeps-clear-of-hair-by-its-alpha')
def effect_keeps_clear():
    image, photo = images3.open_photo()
    images3.add_mask(image)
    skin = scenes.photo(3)
    images3.write(photo, png.draw(
        scenes.WIDTH, scenes.HEIGHT, lambda x, y: [0.1, 0.08, 0.07]
        if x % 18 == 0 else skin.pixel(x, y)))
    layer = images3.stamp(image, photo, look='thinning-crown')
    alpha = [images3.read(layer, 4).pixel(x, 70)[3] for x in range(60, 141)]
    assert min(alpha) < 0.6 and max(alpha) > 0.8, alpha


@case('/gimp-3/effect/ignores-what-is-selected')
def effect_ignores_selection():
    image, photo = images3.open_photo()
    images3.add_mask(image)
    plain = images3.look_at(image)
    image.select_rectangle(Gimp.ChannelOps.REPLACE, 90, 60, 20, 20)
    images3.stamp(image, photo)
    found = images3.look_at(image)
    assert scenes.count_changed(found, plain) > 2000
    _, is_there, *bounds = Gimp.Selection.bounds(image)
    assert is_there and bounds == [90, 60, 110, 80], bounds
    assert [c.get_name() for c in image.get_channels()] == ['hairline']


@case('/gimp-3/effect/follows-a-changed-density')
def effect_follows_density():
    image, layer = open_effect(density='60', sessions=1)
    sparse = images3.look_at(image)
    change(layer, density=140.0)
    found = images3.look_at(image)
    other, _ = open_effect(density='140', sessions=1)
    scenes.assert_same(found, images3.look_at(other), 0)
    # Raising the density only adds.
    assert all(a <= b for a, b in zip(found.values, sparse.values))
    assert scenes.count_changed(found, sparse) > 200


@case('/gimp-3/effect/follows-paint-on-its-layer')
def effect_follows_paint():
    image, layer = open_effect()
    before = images3.look_at(image)
    plain = images3.open_photo()[0]
    _, left, top = layer.get_offsets()
    middle = 100
    Gimp.context_set_foreground(Gegl.Color.new('black'))
    image.select_rectangle(Gimp.ChannelOps.REPLACE, left, top, middle - left,
                           200)
    layer.edit_fill(Gimp.FillType.FOREGROUND)
    Gimp.Selection.none(image)
    after = images3.look_at(image)
    bare = images3.look_at(plain)
    # Dots and shadow end before the paint's edge and begin well behind it.
    far = 25
    for y in range(scenes.HEIGHT):
        for x in range(scenes.WIDTH):
            if x < middle:
                assert after.pixel(x, y) == bare.pixel(x, y), (x, y)
            elif x > middle + far:
                assert after.pixel(x, y) == before.pixel(x, y), (x, y)


@case('/gimp-3/effect/survives-xcf')
def effect_survives_xcf():
    image, layer = open_effect(density='90')
    before = images3.look_at(image)
    settings = numbers(effect_of(layer))
    save(image, 'effect.xcf')
    again = load('effect.xcf')
    scenes.assert_same(images3.look_at(again), before, 0)
    found = numbers(effect_of(again.get_layers()[0]))
    for name, value in settings.items():
        assert abs(found[name] - value) < 1e-6, (name, found[name], value)


@case('/gimp-3/effect/from-a-file-of-3-0-is-what-the-operations-make-of-it')
def effect_of_an_older_file():
    saved = Gimp.file_load(
        Gimp.RunMode.NONINTERACTIVE,
        Gio.File.new_for_path(os.path.join(HERE, 'effect-3.0.xcf')))
    old = saved.get_layers()[0]
    # The same map and the same numbers, made here.
    made, new = open_effect()
    map_ = images3.read(old, 4)
    _, left, top = new.get_offsets()
    _, old_left, old_top = old.get_offsets()
    new.resize(map_.width, map_.height, left - old_left, top - old_top)
    images3.write(new, map_)
    here = [effect.get_operation_name() for effect in old.get_filters()]
    for effect in new.get_filters():
        if effect.get_operation_name() not in here:
            effect.delete()
    for operation in here:
        change(new, operation, **numbers(effect_of(old, operation)))
    change(new, **{name: effect_of(old).get_config().get_property(name)
                   for name in ('shade', 'skin')})
    scenes.assert_same(images3.see(old), images3.see(new), 0)
    # Colour and alpha of 8 bits are each rounded.
    scenes.assert_same(images3.transmittance(images3.see(old)),
                       images3.draw_filters(old), 1.5 / 255)
    assert numbers(effect_of(old))['density'] == 110
    assert scenes.count_changed(images3.look_at(saved),
                                images3.read(saved.get_layers()[1], 3)) > 2000


@case('/gimp-3/effect/is-exported-to-png-as-seen')
def effect_is_exported():
    image, _ = open_effect()
    save(image, 'effect.png')
    scenes.assert_same(png.read(path('effect.png')),
                       images3.look_at(image, 4), ONE_STEP)


@case('/gimp-3/effect/is-copied-with-its-layer')
def effect_is_copied():
    image, layer = open_effect()
    before = images3.look_at(image)
    copy = layer.copy()
    image.insert_layer(copy, None, 0)
    layer.set_visible(False)
    effect_of(copy)
    scenes.assert_same(images3.look_at(image), before, 0)


def compare_with_layer(precision, tolerance, **arguments):
    scenes.assert_same(
        images3.draw_large('effect', precision, **arguments),
        images3.draw_large('layer', precision, **arguments), tolerance)


# At these seeds there are dots that hang on half a step of the visibility
# or on where its blocks begin, and for buzz-cut on where the hairline's do.
for look, seed, pixels_per_cm in (('scar-line', 2, 60), ('natural', 6, 40),
                                  ('alopecia-patch', 2, 60),
                                  ('buzz-cut', 1, 160)):
    for name, precision, tolerance in (
            ('8-bits', Gimp.Precision.U8_NON_LINEAR, ONE_STEP),
            ('linear-float', Gimp.Precision.FLOAT_LINEAR, 1e-3)):
        case('/gimp-3/effect/of-%s-in-%s-is-as-a-layer-drawn-once' % (
            look, name))(functools.partial(
                compare_with_layer, precision, tolerance, look=look,
                seed=seed, pixels_per_cm=pixels_per_cm))

case('/gimp-3/effect/of-a-mask-with-alpha-is-as-a-layer-drawn-once')(
    functools.partial(compare_with_layer, Gimp.Precision.U8_NON_LINEAR,
                      ONE_STEP, add=images3.add_mask_layer,
                      mask='layer:hairline', density='400'))


if __name__ == '__main__':
    gimp3.main(__file__)
