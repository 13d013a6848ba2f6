# SPDX-License-Identifier: GPL-3.0-or-later
"""GIMP's menus with our entries, in a language other than English: the words
of the catalogue are there, those of the sources are not, in TAP.
"""

import re
import sys
import time
import traceback

import gimp3
import route
import screen
import session

# A language, and what GIMP itself calls Filters and Help in it.
LANGUAGES = (('de_DE', 'Filter', 'Hilfe'), ('ja_JP', 'フィルター', 'ヘルプ'))

BRANCH = 'S_calp'
ENTRIES = ('_Follicle Dots...', '_Set Scale...', 'Design _Hairline...',
           '_Match Hair...', 'Fill _Up Thin Hair...', 'Consultation S_heet...',
           '_Export Dot Map...', '_Count Dots...')
ABOUT_GIMP = 'Is _Follicle Well Installed?'


# Some languages add the letter to press in brackets.
LETTER = re.compile(r'\(_?[A-Z]\)|_|\.\.\.|…')


def plain(label):
    """Words alone."""
    return LETTER.sub('', label)


def say(language, message):
    said = session.translate(language, message)
    assert said != message, 'there is no translation of "%s"' % message
    return plain(said)


def wait_for_gimp(display):
    end = time.monotonic() + 90
    while time.monotonic() < end and not screen.use(
            display, 'search', '--onlyvisible', '--name', 'GNU'):
        time.sleep(0.3)
    screen.wait_until_still()


def check(display, language, filters, about):
    entries = [say(language, entry) for entry in ENTRIES]
    with route.places(), session.running_gimp(display, language):
        wait_for_gimp(display)
        mouse = route.Mouse(display)
        mouse.show(filters, say(language, BRANCH), entries[0])
        shown = {plain(text) for text in mouse.list_texts()}
        for entry in entries:
            assert entry in shown, (entry, shown)
        for entry in (BRANCH,) + ENTRIES:
            assert plain(entry) not in shown, (entry, shown)
        mouse.close_menus(2)
        mouse.show(about, say(language, ABOUT_GIMP))


def main():
    print('1..%d' % len(LANGUAGES))
    failures = 0
    with screen.screen() as display:
        for number, language in enumerate(LANGUAGES, 1):
            wrong = ''
            try:
                check(display, *language)
            except Exception:
                wrong = traceback.format_exc()
            gimp3.report(number, '/menu/has-words-of-%s-alone' % language[0],
                         wrong)
            failures += bool(wrong)
    sys.exit(bool(failures))


if __name__ == '__main__':
    main()
