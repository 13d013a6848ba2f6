# SPDX-License-Identifier: GPL-3.0-or-later
"""Images in GIMP 3: making them, stamping dots on them, reading pixels."""

import array
import configparser

import gi
gi.require_version('Gimp', '3.0')
gi.require_version('Gegl', '0.4')
from gi.repository import Gegl, Gimp, Gio  # noqa: E402

import png  # noqa: E402
import scenes  # noqa: E402

GRAY = Gimp.ImageBaseType.GRAY
PROCEDURE = 'plug-in-follicle-dots'
FORMATS = {1: "Y' float", 2: "Y'A float", 3: "R'G'B' float",
           4: "R'G'B'A float"}
TYPES = {1: Gimp.ImageType.GRAY_IMAGE, 2: Gimp.ImageType.GRAYA_IMAGE,
         3: Gimp.ImageType.RGB_IMAGE, 4: Gimp.ImageType.RGBA_IMAGE}


class Refused(Exception):
    """The procedure ended with an error, whose message this is."""


def write(drawable, picture):
    buffer = drawable.get_buffer()
    buffer.set(Gegl.Rectangle.new(0, 0, picture.width, picture.height),
               FORMATS[picture.channels],
               array.array('f', picture.values).tobytes())
    buffer.flush()
    drawable.update(0, 0, picture.width, picture.height)


def read(drawable, channels):
    """The drawable's own pixels, without effects."""
    width, height = drawable.get_width(), drawable.get_height()
    data = drawable.get_buffer().get(
        Gegl.Rectangle.new(0, 0, width, height), 1.0, FORMATS[channels],
        Gegl.AbyssPolicy.NONE)
    return png.Picture(width, height, channels,
                       array.array('f', bytes(data)).tolist())


def look_at(image, channels=3):
    """What the user sees."""
    layer = Gimp.Layer.new_from_visible(image, image, 'visible')
    picture = read(layer, channels)
    layer.delete()
    return picture


def see(layer, channels=4):
    """A layer's pixels with its effects."""
    copy = Gimp.Layer.new_from_drawable(layer, layer.get_image())
    layer.get_image().insert_layer(copy, None, 0)
    copy.merge_filters()
    picture = read(copy, channels)
    layer.get_image().remove_layer(copy)
    return picture


def add_layer(image, name, picture, x=0, y=0):
    if picture.channels == 1 and image.get_base_type() != GRAY:
        picture = png.Picture(picture.width, picture.height, 3,
                              [v for v in picture.values for _ in range(3)])
    layer = Gimp.Layer.new(image, name, picture.width, picture.height,
                           TYPES[picture.channels], 100,
                           Gimp.LayerMode.NORMAL)
    image.insert_layer(layer, None, 0)
    layer.set_offsets(x, y)
    write(layer, picture)
    return layer


def open_photo(channels=3, precision=Gimp.Precision.U8_NON_LINEAR,
               photo=None):
    """An image with the photo as its only layer."""
    photo = photo or scenes.photo(channels)
    base = GRAY if channels < 3 else Gimp.ImageBaseType.RGB
    image = Gimp.Image.new_with_precision(photo.width, photo.height, base,
                                          precision)
    return image, add_layer(image, 'photo', photo)


def add_mask(image, mask=None, name='hairline'):
    """A channel; stamp() takes "hairline" where nothing else is said."""
    mask = mask or scenes.soft_mask()
    channel = Gimp.Channel.new(image, name, mask.width, mask.height, 100,
                               Gegl.Color.new('black'))
    image.insert_channel(channel, None, 0)
    channel.set_visible(False)
    write(channel, mask)
    return channel


def call(procedure_name, image, /, *layers,
         mode=Gimp.RunMode.NONINTERACTIVE, **arguments):
    """Runs a procedure; returns its values, the status first."""
    procedure = Gimp.get_pdb().lookup_procedure(procedure_name)
    config = procedure.create_config()
    config.set_property('run-mode', mode)
    config.set_property('image', image)
    config.set_core_object_array('drawables', layers)
    for name, value in arguments.items():
        config.set_property(name.replace('_', '-'), value)
    values = procedure.run(config)
    if values.index(0) != Gimp.PDBStatusType.SUCCESS:
        raise Refused(Gimp.get_pdb().get_last_error())
    return values


def stamp(image, *layers, **arguments):
    """Stamps dots; returns the layer that was made."""
    arguments.setdefault('mask', 'channel:hairline')
    arguments.setdefault('pixels_per_cm', 60)
    arguments.setdefault('look', 'plain')
    return call(PROCEDURE, image, *layers, **arguments).index(1)


def add_mask_layer(image, mask):
    """A layer in place of the channel: grey, and the mask its alpha."""
    layer = add_layer(image, 'hairline', png.draw(
        mask.width, mask.height,
        lambda x, y: [179 / 255] * 3 + mask.pixel(x, y)))
    layer.set_visible(False)


def draw_large(output, precision, add=add_mask, **arguments):
    """A larger photo with hairs as it looks with dots: so many of them that
    a map that is a hair denser has some that others have not.
    """
    width, height = 400, 300
    image, photo = open_photo(3, precision, scenes.hairy_photo(width, height))
    add(image, scenes.large_mask(width, height))
    before = look_at(image)
    stamp(image, photo, output=output, **arguments)
    found = look_at(image)
    image.delete()
    assert scenes.count_changed(found, before) > 10000
    return found


def read_recipe(layer):
    """What the parasite of what was made says, as numbers and colors."""
    data = bytes(layer.get_parasite('follicle-settings').get_data())
    text = configparser.ConfigParser()
    text.read_string(data.rstrip(b'\0').decode())
    recipe = {name: Gegl.Color.new(value) if value.startswith('#')
              else float(value) for name, value in text['recipe'].items()}
    recipe['sessions'] = int(recipe['sessions'])
    return recipe


def buffer_of(picture):
    buffer = Gegl.Buffer.new(FORMATS[picture.channels], 0, 0, picture.width,
                             picture.height)
    buffer.set(Gegl.Rectangle.new(0, 0, picture.width, picture.height),
               FORMATS[picture.channels],
               array.array('f', picture.values).tobytes())
    return buffer


def add_node(graph, operation, settings, source=None):
    """Sets those of the settings that the operation knows."""
    node = graph.create_child(operation)
    for name, value in settings.items():
        if Gegl.Operation.find_property(operation, name):
            node.set_property(name, value)
    if source:
        source.link(node)
    return node


def add_source(graph, picture):
    return add_node(graph, 'gegl:buffer-source',
                    {'buffer': buffer_of(picture)})


def draw_filters(layer):
    """What a layer's effects make of its pixels, by GEGL alone: how much of
    the light they let through.
    """
    Gegl.config().set_property('application-license', 'GPL3')
    Gegl.init(None)
    picture = read(layer, 4)
    graph = Gegl.Node()
    node = add_source(graph, picture)
    for effect in reversed(layer.get_filters()):
        config = effect.get_config()
        settings = {spec.name: config.get_property(spec.name)
                    for spec in config.list_properties()
                    if spec.value_type.name in ('gdouble', 'gint', 'guint',
                                                'GeglColor')}
        node = add_node(graph, effect.get_operation_name(), settings, node)
    pigment = Gegl.Buffer.new('RGBA float', 0, 0, picture.width,
                              picture.height)
    add_node(graph, 'gegl:write-buffer', {'buffer': pigment}, node).process()
    values = array.array('f', bytes(pigment.get(
        Gegl.Rectangle.new(0, 0, picture.width, picture.height), 1.0,
        FORMATS[4], Gegl.AbyssPolicy.NONE)))
    return transmittance(png.Picture(picture.width, picture.height, 4, values))


def transmittance(pigment):
    """In linear light."""
    return png.draw(pigment.width, pigment.height, lambda x, y: [
        1 - pigment.pixel(x, y)[3] * (1 - scenes.linear(value))
        for value in pigment.pixel(x, y)[:3]])


def draw_transmittance(mask, photo, recipe):
    """The whole chain by GEGL alone, all of the image in one piece: pigment
    over white.
    """
    Gegl.config().set_property('application-license', 'GPL3')
    Gegl.init(None)
    recipe = dict(recipe, **{'origin-x': 0, 'origin-y': 0})
    graph = Gegl.Node()
    edges = add_node(graph, 'follicle:edges', recipe, add_source(graph, mask))
    add_source(graph, photo).connect_to('output', edges, 'aux')
    hairline = add_node(graph, 'follicle:hairline',
                        dict(recipe, **{'head-curvature': 0}), edges)
    dots = add_node(graph, 'follicle:dots', recipe, hairline)
    pigment = Gegl.Buffer.new('RGBA float', 0, 0, mask.width, mask.height)
    add_node(graph, 'gegl:write-buffer', {'buffer': pigment}, dots).process()
    values = array.array('f', bytes(pigment.get(
        Gegl.Rectangle.new(0, 0, mask.width, mask.height), 1.0, 'RGBA float',
        Gegl.AbyssPolicy.NONE)))
    return png.Picture(mask.width, mask.height, 3, [
        scenes.gamma(1 - values[i + 3] + values[i + 3] * values[i + c])
        for i in range(0, len(values), 4) for c in range(3)])
