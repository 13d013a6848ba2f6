# SPDX-License-Identifier: GPL-3.0-or-later
"""What dialogs have shown, as widgets.c wrote it down, and what has to hold of
it.
"""

import collections
import os
import re

Widget = collections.namedtuple(
    'Widget', ['kind', 'text', 'name', 'tip', 'key', 'is_on', 'page'])

# The title of the window that GIMP shows what plug-ins tell in.
MESSAGE = 'GIMP Message'


def path_of(title):
    """Of the file of what the dialog under that title showed last."""
    return os.path.join(os.environ['FOLLICLE_WIDGETS'], title)


def read(path):
    """The widgets of such a file; `page` is '' beside the pages."""
    widgets, page = [], ''
    with open(path, encoding='utf-8') as file:
        for line in file:
            kind, text, name, tip, key, is_on = line.rstrip('\n').split('\t')
            if kind in ('page', 'all pages'):
                page = text
            widgets.append(
                Widget(kind, text, name, tip, key, is_on == '1', page))
    return widgets


def texts_of(widgets, *kinds):
    return [widget.text for widget in widgets if widget.kind in kinds]


def check_names(widgets):
    """A screen reader has a name for whatever can be used."""
    usable = ('button', 'entry', 'menu', 'slider', 'icons')
    n_usable = 0
    for widget, inside in zip(widgets, widgets[1:] + widgets[:1]):
        n_usable += widget.kind in usable
        if widget.kind in usable and not widget.name:
            assert widget.kind == 'button' and inside.text, widget
    assert n_usable > 60, n_usable


def check_letters(widgets):
    """Alt and a letter reach one thing alone, on each page."""
    for page in {widget.page for widget in widgets} - {''}:
        keys = [widget.key for widget in widgets
                if widget.key and widget.page in ('', page)]
        assert len(keys) > 12 and len(set(keys)) == len(keys), (page, keys)


# What arguments and presets are called in scripts.
ID = re.compile(r'auto|none|[a-z0-9]+([-:][a-z0-9]+)+|[a-z]+:.*')


def check_words(widgets):
    """Nothing is called as it is in scripts, neither shown nor offered."""
    texts = texts_of(widgets, 'label', 'menu', 'choice')
    assert len(texts) > 60, texts
    for text in texts:
        assert not ID.fullmatch(text), text


def list_rows(widgets):
    """What stands before each number of the pages, and its unit behind it."""
    rows, label = {}, ''
    for widget, after in zip(widgets, widgets[1:]):
        if widget.kind == 'label' and widget.key:
            label = widget.text
        if widget.kind == 'entry' and widget.page:
            is_unit = after.kind == 'label' and not after.key
            rows[label] = after.text if is_unit else ''
    return rows


# '' where a number has none: shares and factors.
ROWS = {
    'Density': '/cm²', 'Size': 'mm', 'Age': 'months', 'Strength': '',
    'Depth': 'mm', 'Shadow': '', 'Softness': 'mm', 'Irregularity': 'mm',
    'Waves': 'mm', 'Edge density': '', 'Stray dots': '', 'Feather': 'mm',
    'Avoid hair': '', 'Avoid glare': '', 'Scale': 'px/cm', 'Seed': '',
    'Photo match': '',
}
# What is no look's own has no way back to it.
OF_THE_PHOTO = ('Scale', 'Seed')


def check_rows(widgets):
    """All numbers are there, with their units, and the way back of each."""
    rows = list_rows(widgets)
    assert rows == ROWS, rows
    ways_back = [widget.name for widget in widgets
                 if widget.kind == 'button' and 'back to what' in widget.name]
    for label in set(ROWS) - set(OF_THE_PHOTO):
        assert '%s: back to what the look says' % label in ways_back, label


def check_dialog(widgets):
    """What holds for the dialog of every GIMP."""
    check_names(widgets)
    check_letters(widgets)
    check_words(widgets)
    check_rows(widgets)


def check_is_said_once(widgets, words):
    """The dialog says it, and no message of GIMP's repeats it."""
    said = [text for text in texts_of(widgets, 'label') if words in text]
    assert len(said) == 1, texts_of(widgets, 'label')
    if os.path.exists(path_of(MESSAGE)):
        for text in texts_of(read(path_of(MESSAGE)), 'label'):
            assert words not in text, text
