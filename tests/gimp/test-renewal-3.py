# SPDX-License-Identifier: GPL-3.0-or-later
"""Follicle Dots run again on a layer of its own making."""

import functools
import os

import gimp3
import images3
import scenes
from gimp3 import case
from images3 import Gimp, Gio


def open_effect():
    image, photo = images3.open_photo()
    images3.add_mask(image)
    return image, images3.stamp(image, photo, density='107', age=5.0, seed=7)


def renew(image, layer, **arguments):
    """Runs the procedure with nothing said but the layer."""
    arguments.setdefault('mask', 'auto')
    arguments.setdefault('look', 'natural')  # the argument's default
    arguments.setdefault('pixels_per_cm', 0.0)
    return images3.stamp(image, layer, **arguments)


def numbers(layer):
    dots, hairline = layer.get_filters()
    assert dots.get_operation_name() == 'follicle:dots'
    assert hairline.get_operation_name() == 'follicle:hairline'
    config = dots.get_config()
    return {name: config.get_property(name)
            for name in ('pixels-per-cm', 'density', 'diameter', 'age',
                         'seed', 'origin-x', 'origin-y')}


def assert_close(found, expected):
    for name, value in expected.items():
        assert abs(found[name] - value) < 1e-6, (name, found[name], value)


@case('/gimp-3/renewal/of-an-untouched-layer-changes-nothing')
def renewal_changes_nothing():
    image, layer = open_effect()
    before = images3.look_at(image)
    settings = numbers(layer)
    again = renew(image, layer)
    assert again == layer and len(image.get_layers()) == 2
    assert_close(numbers(layer), settings)
    scenes.assert_same(images3.look_at(image), before, 0)


def open_hairy(**arguments):
    """A photo that a look has much to measure of."""
    photo = scenes.hairy_photo(scenes.WIDTH, scenes.HEIGHT)
    image, layer = images3.open_photo(photo=photo)
    images3.add_mask(image)
    return image, images3.stamp(image, layer, seed=7, **arguments)


def check_untouched(look, opened=lambda image: image):
    """Whatever the look measures would come out a little differently from the
    layer's own map.
    """
    image, layer = open_hairy(look=look, density='400')
    image = opened(image)
    layer = image.get_layers()[0]
    before = images3.look_at(image)
    recipe = images3.read_recipe(layer)['head-width'], numbers(layer)
    renew(image, layer)
    assert (images3.read_recipe(layer)['head-width'],
            numbers(layer)) == recipe
    scenes.assert_same(images3.look_at(image), before, 0)


def reopen(image):
    file = Gio.File.new_for_path(gimp3.path('renewal.xcf'))
    Gimp.file_save(Gimp.RunMode.NONINTERACTIVE, image, file, None)
    return Gimp.file_load(Gimp.RunMode.NONINTERACTIVE, file)


for name in ('natural', 'thinning-crown', 'buzz-cut', 'scar-line'):
    case('/gimp-3/renewal/of-%s-untouched-changes-nothing' % name)(
        functools.partial(check_untouched, name))
case('/gimp-3/renewal/of-a-file-untouched-changes-nothing')(
    functools.partial(check_untouched, 'natural', reopen))


@case('/gimp-3/renewal/takes-a-look-as-it-is-by-now')
def renewal_takes_changed_look():
    file = os.path.join(os.environ['XDG_CONFIG_HOME'], 'follicle', 'presets',
                        'renewed.ini')

    def write_look(strength):
        with open(file, 'w') as out:
            out.write('[Follicle Presets]\nFormat=1\nKind=look\n\n[renewed]\n'
                      'Name=Renewed\ndensity=107\nsize=0.3\nshade=#000000\n'
                      'strength=%s\n' % strength)
    write_look(2)
    image, layer = open_hairy(look='renewed')
    write_look(3)
    renew(image, layer)
    os.remove(file)
    strength = layer.get_filters()[0].get_config().get_property('strength')
    assert strength > 2.5, strength


@case('/gimp-3/renewal/takes-what-is-stated-and-keeps-the-rest')
def renewal_takes_what_is_stated():
    image, layer = open_effect()
    settings = numbers(layer)
    renew(image, layer, density='60')
    assert_close(numbers(layer), dict(settings, density=60))
    renew(image, layer)
    assert_close(numbers(layer), dict(settings, density=60))


@case('/gimp-3/renewal/after-scaling-follows-the-scale')
def renewal_after_scaling():
    image, layer = open_effect()
    image.scale(scenes.WIDTH // 2, scenes.HEIGHT // 2)
    renew(image, layer)
    _, left, top = layer.get_offsets()
    assert_close(numbers(layer), {'pixels-per-cm': 30, 'density': 107,
                                  'origin-x': -left, 'origin-y': -top})
    renew(image, layer)
    assert_close(numbers(layer), {'pixels-per-cm': 30})


@case('/gimp-3/renewal/after-cropping-keeps-the-scale')
def renewal_after_cropping():
    image, layer = open_effect()
    image.crop(120, 100, 60, 30)
    renew(image, layer)
    _, left, top = layer.get_offsets()
    assert_close(numbers(layer), {'pixels-per-cm': 60, 'origin-x': -left,
                                  'origin-y': -top})


@case('/gimp-3/renewal/after-moving-ties-the-dots-to-the-photo')
def renewal_after_moving():
    image, layer = open_effect()
    _, left, top = layer.get_offsets()
    layer.set_offsets(left + 9, top + 4)
    renew(image, layer)
    other, photo = images3.open_photo()
    mask = scenes.soft_mask()
    images3.add_mask(other, images3.png.draw(
        mask.width, mask.height, lambda x, y: mask.pixel(x - 9, y - 4)
        if x >= 9 and y >= 4 else [0.0]))
    images3.stamp(other, photo, density='107', age=5.0, seed=7)
    scenes.assert_same(images3.look_at(image), images3.look_at(other), 0)


@case('/gimp-3/renewal/by-last-values-is-of-the-layer-itself')
def renewal_by_last_values():
    image, layer = open_effect()
    settings = numbers(layer)
    other, photo = images3.open_photo()
    images3.add_mask(other)
    images3.stamp(other, photo, density='40')
    renew(image, layer, mode=Gimp.RunMode.WITH_LAST_VALS)
    assert_close(numbers(layer), settings)


@case('/gimp-3/renewal/keeps-what-was-changed-in-the-effect')
def renewal_keeps_changes():
    image, layer = open_effect()
    dots, _ = layer.get_filters()
    dots.get_config().set_property('age', 24.0)
    dots.update()
    settings = numbers(layer)
    renew(image, layer)
    assert_close(numbers(layer), settings)
    renew(image, layer, density='60')
    assert_close(numbers(layer), dict(settings, density=60))


def all_numbers(effect):
    """As close as 32-bit floats are."""
    config = effect.get_config()
    values = {spec.name: config.get_property(spec.name)
              for spec in config.list_properties()}
    return {name: float('%.6g' % value) for name, value in values.items()
            if isinstance(value, (int, float))}


def reset(effect):
    """What Reset does in GIMP's own dialog of an effect."""
    config = effect.get_config()
    for spec in config.list_properties():
        if isinstance(config.get_property(spec.name), (int, float)):
            config.set_property(spec.name, spec.get_default_value())
    effect.update()


def check_reset(which, opened=lambda image: image):
    image, layer = open_hairy(look='natural', density='107')
    before = images3.look_at(image)
    made = [all_numbers(effect) for effect in layer.get_filters()]
    for i in which:
        reset(layer.get_filters()[i])
    assert scenes.count_changed(images3.look_at(image), before) > 500
    image = opened(image)
    layer = image.get_layers()[0]
    renew(image, layer)
    assert [all_numbers(effect) for effect in layer.get_filters()] == made
    scenes.assert_same(images3.look_at(image), before, 0)


for name, which in (('the-dots', [0]), ('the-hairline', [1]),
                    ('both', [0, 1])):
    case('/gimp-3/renewal/after-a-reset-of-%s-has-its-numbers-again' % name)(
        functools.partial(check_reset, which))
case('/gimp-3/renewal/after-a-reset-in-a-file-has-its-numbers-again')(
    functools.partial(check_reset, [0, 1], reopen))


@case('/gimp-3/renewal/after-a-reset-keeps-what-was-set-since')
def renewal_after_reset_keeps():
    image, layer = open_hairy(look='natural', density='107')
    made = all_numbers(layer.get_filters()[0])
    reset(layer.get_filters()[0])
    layer.get_filters()[0].get_config().set_property('density', 61.0)
    layer.get_filters()[0].update()
    renew(image, layer)
    assert all_numbers(layer.get_filters()[0]) == dict(made, density=61)


@case('/gimp-3/renewal/leaves-out-an-effect-that-was-taken-away')
def renewal_leaves_out():
    image, layer = open_effect()
    layer.get_filters()[1].delete()
    renew(image, layer)
    names = [effect.get_operation_name() for effect in layer.get_filters()]
    assert names == ['follicle:dots'], names


@case('/gimp-3/renewal/keeps-what-was-painted')
def renewal_keeps_paint():
    image, layer = open_effect()
    image.select_rectangle(Gimp.ChannelOps.REPLACE, 60, 40, 30, 30)
    layer.edit_clear()
    Gimp.Selection.none(image)
    painted = images3.read(layer, 4)
    renew(image, layer)
    scenes.assert_same(images3.read(layer, 4), painted, 0)


def copy_effect(layer, effect):
    copy = Gimp.DrawableFilter.new(layer, effect.get_operation_name(), '')
    for property in effect.get_config().list_properties():
        copy.get_config().set_property(
            property.name, effect.get_config().get_property(property.name))
    return copy


@case('/gimp-3/renewal/leaves-effects-of-others-in-their-places')
def renewal_keeps_order():
    image, layer = open_effect()
    ours = layer.get_filters()[::-1]
    others = [Gimp.DrawableFilter.new(layer, 'gegl:' + name, name)
              for name in ('median-blur', 'gaussian-blur', 'invert-gamma')]
    hairline, dots = [copy_effect(layer, effect) for effect in ours]
    for effect in ours:
        effect.delete()
    for effect in (others[0], hairline, others[1], dots, others[2]):
        layer.append_filter(effect)
    others[1].get_config().set_property('std-dev-x', 2.5)
    others[1].update()

    def order():
        return [effect.get_operation_name() for effect in layer.get_filters()]
    before = order()
    renew(image, layer, density='60')
    assert order() == before, (order(), before)
    config = layer.get_filters()[2].get_config()
    assert config.get_property('std-dev-x') == 2.5
    assert layer.get_filters()[1].get_config().get_property('density') == 60


if __name__ == '__main__':
    gimp3.main(__file__)
