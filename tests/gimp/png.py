# SPDX-License-Identifier: GPL-3.0-or-later
"""PNG files as rows of numbers, for tests that compare pixels."""

import array
import struct
import sys
import zlib

CHANNELS = {0: 1, 2: 3, 4: 2, 6: 4}
COLOR_TYPES = {count: kind for kind, count in CHANNELS.items()}


class Picture:
    """Pixels between 0 and 1, `channels` numbers each, row by row."""

    def __init__(self, width, height, channels, values):
        assert len(values) == width * height * channels
        self.width = width
        self.height = height
        self.channels = channels
        self.values = values

    def pixel(self, x, y):
        start = (y * self.width + x) * self.channels
        return self.values[start:start + self.channels]


def draw(width, height, paint):
    """A picture of paint (x, y), which answers with a tuple of channels."""
    values = [v for y in range(height) for x in range(width)
              for v in paint(x, y)]
    return Picture(width, height, len(values) // (width * height), values)


def _chunk(kind, data):
    return (struct.pack('>I', len(data)) + kind + data
            + struct.pack('>I', zlib.crc32(kind + data)))


def write(path, picture, bits=8):
    maximum = 2 ** bits - 1
    samples = array.array('B' if bits == 8 else 'H',
                          (round(v * maximum) for v in picture.values))
    if bits == 16 and sys.byteorder == 'little':
        samples.byteswap()
    data = samples.tobytes()
    stride = picture.width * picture.channels * bits // 8
    rows = b''.join(b'\0' + data[start:start + stride]
                    for start in range(0, len(data), stride))
    header = struct.pack('>IIBBBBB', picture.width, picture.height, bits,
                         COLOR_TYPES[picture.channels], 0, 0, 0)
    with open(path, 'wb') as file:
        file.write(b'\x89PNG\r\n\x1a\n' + _chunk(b'IHDR', header)
                   + _chunk(b'IDAT', zlib.compress(rows, 1))
                   + _chunk(b'IEND', b''))


def _paeth(left, up, corner):
    estimate = left + up - corner
    to_left = abs(estimate - left)
    to_up = abs(estimate - up)
    to_corner = abs(estimate - corner)
    if to_left <= to_up and to_left <= to_corner:
        return left
    return up if to_up <= to_corner else corner


# By the number that stands before each row.
PREDICTORS = (
    None,
    lambda left, up, corner: left,
    lambda left, up, corner: up,
    lambda left, up, corner: (left + up) // 2,
    _paeth,
)


def _unfilter(kind, row, above, size):
    """Undoes one row's filter in place; `size` is that of a pixel."""
    predict = PREDICTORS[kind]
    for i in range(len(row) if predict else 0):
        left = row[i - size] if i >= size else 0
        corner = above[i - size] if i >= size else 0
        row[i] = (row[i] + predict(left, above[i], corner)) & 255


def read(path):
    with open(path, 'rb') as file:
        content = file.read()
    packed = b''
    start = 8
    while start < len(content):
        length, kind = struct.unpack('>I4s', content[start:start + 8])
        data = content[start + 8:start + 8 + length]
        if kind == b'IHDR':
            width, height, bits, color, _, _, interlace = struct.unpack(
                '>IIBBBBB', data)
        elif kind == b'IDAT':
            packed += data
        start += length + 12
    assert bits in (8, 16) and color in CHANNELS and not interlace, path

    size = CHANNELS[color] * bits // 8
    stride = width * size
    raw = zlib.decompress(packed)
    above = bytearray(stride)
    samples = array.array('B' if bits == 8 else 'H')
    for start in range(0, len(raw), stride + 1):
        row = bytearray(raw[start + 1:start + 1 + stride])
        _unfilter(raw[start], row, above, size)
        samples.frombytes(bytes(row))
        above = row
    if bits == 16 and sys.byteorder == 'little':
        samples.byteswap()
    maximum = 2 ** bits - 1
    return Picture(width, height, CHANNELS[color],
                   [v / maximum for v in samples])
