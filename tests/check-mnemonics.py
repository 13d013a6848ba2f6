#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-mnemonics.py SOURCE: whether Alt and a letter reach one thing alone,
on every page of the dialog and in its windows, in every language.
"""

import gettext
import glob
import os
import re
import subprocess
import sys
import tempfile

SOURCE = sys.argv[1]
DIALOG = 'plug-in/gimp/dialog/'

# GIMP 3's own buttons in the same window; their texts are GIMP's.
OF_GIMP = {'en': ['_Help', '_Reset', '_Load', '_Save']}
# What whoever adds a text has to get right; other languages follow later, and
# what clashes there until then is told.
MUST_HOLD = ('en', 'es')

ANSWERS = ['_OK', '_Cancel']


def find_texts(name, start='', end=''):
    """Texts with a letter to press of a file, or of a part of it."""
    with open(os.path.join(SOURCE, name), encoding='utf-8') as file:
        text = file.read()
    if start:
        text = text[text.index(start):]
    if end:
        text = text[:text.index(end)]
    return [found for found in re.findall(r'N?_ ?\("([^"\n]*)"\)', text)
            if re.search(r'_\w', found)]


def find_argument(name):
    start = 'FOLLI_ARGUMENT_%s] = {' % name
    return find_texts('plug-in/gimp/arguments.c', start, '},')


def list_windows():
    """What is seen at once, by a name for it."""
    around = (find_texts(DIALOG + 'looks.c') + find_texts(DIALOG + 'before.c')
              + ANSWERS)
    pages = DIALOG + 'pages.c'
    return {
        'dots': around + find_texts(pages, 'DENSITY', 'HAIRLINE[]')
        + find_texts(DIALOG + 'shade.c') + find_texts(DIALOG + 'sessions.c'),
        'hairline': around + find_texts(pages, 'HAIRLINE[]'),
        'photo': around + find_texts(DIALOG + 'photo.c')
        + find_texts(DIALOG + 'other-image.c')
        + find_argument('MASK') + find_argument('OUTPUT'),
        'measure': find_texts(DIALOG + 'measure.c'),
        'own-looks': find_texts(DIALOG + 'own-looks.c', 'fill (OwnLooks'),
    }


def read_languages():
    """What says a text in a language, for each."""
    says = {'en': str}
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(glob.glob(os.path.join(SOURCE, 'po/*.po'))):
            compiled = os.path.join(folder, 'catalogue')
            subprocess.run(['msgfmt', '--output-file', compiled, path],
                           check=True)
            with open(compiled, 'rb') as file:
                says[os.path.basename(path)[:-3]] = gettext.GNUTranslations(
                    file).gettext
    return says


def find_clashes(texts):
    seen, clashes = {}, []
    for text in texts:
        letter = re.search(r'_(\w)', text)
        if not letter:
            continue
        other = seen.setdefault(letter[1].lower(), text)
        if other != text:
            clashes.append((other, text))
    return clashes


windows = list_windows()
languages = read_languages()
assert min(len(texts) for texts in windows.values()) >= 3, windows
print('1..%d' % len(languages))
n_wrong = 0
for number, (language, say) in enumerate(languages.items(), 1):
    wrong = {}
    for window, texts in windows.items():
        said = [say(text) for text in texts]
        is_dialog = window in ('dots', 'hairline', 'photo')
        clashes = find_clashes(
            said + (OF_GIMP.get(language, []) if is_dialog else []))
        if clashes:
            wrong[window] = clashes
    is_failure = wrong and language in MUST_HOLD
    print('%sok %d /mnemonics/%s/each-letter-is-there-once%s'
          % ('not ' if wrong else '', number, language,
             ' # TODO' if wrong and not is_failure else ''))
    for window, clashes in wrong.items():
        print('# %s: %s' % (window, clashes))
    n_wrong += bool(is_failure)
sys.exit(n_wrong > 0)
