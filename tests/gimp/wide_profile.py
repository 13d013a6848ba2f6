# SPDX-License-Identifier: GPL-3.0-or-later
"""A colour profile wider than sRGB: the primaries of opRGB (IEC 61966-2-5),
adapted to D50, and a gamma of 2.2."""

import struct

PRIMARIES = {b'rXYZ': (0.60974, 0.31111, 0.01947),
             b'gXYZ': (0.20528, 0.62567, 0.06087),
             b'bXYZ': (0.14919, 0.06322, 0.74457)}
D50 = (0.9642, 1.0, 0.8249)


def _xyz(values):
    return b'XYZ \0\0\0\0' + b''.join(
        struct.pack('>i', round(v * 65536)) for v in values)


def _text(kind, text):
    return kind + b'\0\0\0\0' + text + b'\0'


def _description(text):
    return (b'desc\0\0\0\0' + struct.pack('>I', len(text) + 1) + text
            + b'\0' * 79)


def write(path):
    gamma = b'curv\0\0\0\0' + struct.pack('>IH', 1, round(2.2 * 256)) + b'\0\0'
    tags = {b'desc': _description(b'wide'), b'cprt': _text(b'text', b'none'),
            b'wtpt': _xyz(D50), b'rTRC': gamma, b'gTRC': gamma,
            b'bTRC': gamma}
    tags.update((name, _xyz(values)) for name, values in PRIMARIES.items())

    start = 128 + 4 + 12 * len(tags)
    table, data = struct.pack('>I', len(tags)), b''
    for name, content in tags.items():
        content += b'\0' * (-len(content) % 4)
        table += struct.pack('>4sII', name, start + len(data), len(content))
        data += content
    header = struct.pack(
        '>I4sI4s4s4s12s4s4sII4sQI12s4s', start + len(data), b'\0' * 4,
        0x02100000, b'mntr', b'RGB ', b'XYZ ', b'\0' * 12, b'acsp', b'\0' * 4,
        0, 0, b'\0' * 4, 0, 0, _xyz(D50)[8:], b'\0' * 4)
    with open(path, 'wb') as file:
        file.write(header.ljust(128, b'\0') + table + data)
