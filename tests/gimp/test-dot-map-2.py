# SPDX-License-Identifier: GPL-3.0-or-later
"""What plug-in-follicle-count and plug-in-follicle-dot-map tell in 2.10."""

import os
import stat

import dot_map
import gimp2
import png
from gimp2 import case

IMAGE = '''
  (define image (car (gimp-image-new 400 300 RGB)))
  (define photo (car (gimp-layer-new image 400 300 RGB-IMAGE "photo" 100
                                     LAYER-MODE-NORMAL)))
  (gimp-context-set-background '(255 255 255))
  (gimp-drawable-fill photo FILL-BACKGROUND)
  (gimp-image-insert-layer image photo 0 0)
  (gimp-image-select-ellipse image CHANNEL-OP-REPLACE 20 20 350 260)
  (define (dots . changes)
    (apply stamp (append (list image photo) changes
                         '((pixels-per-cm 200) (density "45")
                           (size "0.44")))))
  (define (count drawable)
    (plug-in-follicle-count RUN-NONINTERACTIVE image drawable))
  (define (write drawable format path)
    (car (plug-in-follicle-dot-map RUN-NONINTERACTIVE image drawable
                                   format path)))
  (define (why thunk)
    (set! last-error "")
    (catch #f (thunk))
    last-error)
'''


def darkness_of(path):
    picture = png.read(path)
    step = picture.channels
    return ([1 - picture.values[i] for i in
             range(0, len(picture.values), step)],
            picture.width, picture.height)


@case('/dot-map/has-every-dot-that-is-drawn-and-no-other')
def drawn(stage):
    stage.scheme(IMAGE + '''
      (define made (dots '(output "layer")))
      (report "count" (count made))
      (report "dots" (write made "csv" {csv}))
      (save image {png})
    ''', csv=stage.path('map.csv'), png=stage.path('seen.png'))
    yield
    dots = dot_map.read_csv(stage.path('map.csv'))
    first, second, third = map(int, stage['count'].split()[:3])
    assert first + second + third == len(dots) == int(stage['dots']) > 60
    for session, n_dots in ((1, first), (2, second), (3, third)):
        assert n_dots == sum(dot[3] == session for dot in dots) > 0
    dot_map.check_spots(
        dot_map.find_spots(*darkness_of(stage.path('seen.png'))), dots)
    assert all(0.1 < dot[2] < 1 for dot in dots)


@case('/dot-map/is-the-same-for-every-output-and-format')
def outputs(stage):
    stage.scheme(IMAGE + '''
      (define one (dots '(output "layer")))
      (report "one" (write one "csv" {one}))
      (define counted (count one))
      (define all (dots '(output "layers")))
      (report "all" (write (aref (cadr (gimp-item-get-children all)) 0)
                           "csv" {all}))
      (report "counts" (equal? counted (count all)))
      (report "svg" (write all "svg" {svg}))
      (dots '(output "merged"))
      (report "merged" (write photo "csv" {merged}))
    ''', one=stage.path('one.csv'), all=stage.path('all.csv'),
                 svg=stage.path('all.svg'), merged=stage.path('merged.csv'))
    yield
    assert stage['counts'] == '#t'
    dots = [dot[:4] for dot in dot_map.read_csv(stage.path('one.csv'))]
    for name in ('all.csv', 'merged.csv'):
        assert [dot[:4] for dot
                in dot_map.read_csv(stage.path(name))] == dots, name
    width, height, view, drawn = dot_map.read_svg(stage.path('all.svg'))
    assert (width, height, view) == ('20.000mm', '15.000mm',
                                     '0 0 20.000 15.000')
    assert len(drawn) == len(dots) == int(stage['svg'])
    for found, wanted in zip(drawn, sorted(dots, key=lambda dot: dot[3])):
        assert found[:2] == wanted[:2] and found[3] == wanted[3]
        assert abs(found[2] - wanted[2]) < 0.0015


@case('/count/tells-area-density-hours-and-no-warnings')
def count(stage):
    stage.scheme(IMAGE + '''
      (report "count" (count (dots '(output "layer") '(sessions 1))))
    ''')
    yield
    words = stage['count'].split()
    n_dots, area, density, hours = (int(words[0]), *map(float, words[3:6]))
    assert words[1:3] == ['0', '0'] and len(words) == 6, words
    ellipse = 3.141593 / 4 * 350 * 260 / 200 ** 2
    assert abs(area / ellipse - 1) < 0.02, (area, ellipse)
    assert abs(density - n_dots / area) < 1e-3
    assert 0.2 < density / 45 < 0.4, density
    assert abs(hours - n_dots / 7000) < 1e-6


@case('/count/warns-of-dots-that-merge-and-of-a-density-beyond-nature')
def warnings(stage):
    stage.scheme(IMAGE + '''
      (report "count" (count (dots '(output "layer") '(density "300")
                                   '(size "1"))))
    ''')
    yield
    assert 'merge' in stage['count'] and '300' in stage['count']
    assert 'guess' not in stage['count']


@case('/count/warns-of-a-scale-that-is-a-guess')
def guess(stage):
    stage.scheme(IMAGE + '''
      (report "count" (count (stamp image photo '(pixels-per-cm 0)
                                    '(output "layer"))))
    ''')
    yield
    assert 'guess' in stage['count']


@case('/count/says-that-a-map-is-empty-here')
def empty(stage):
    stage.scheme(IMAGE + '''
      (gimp-image-select-rectangle image CHANNEL-OP-REPLACE 20 20 2 2)
      (report "count" (count (dots '(output "layer"))))
    ''')
    yield
    assert stage['count'].startswith('0 0 0 ') and 'empty' in stage['count']


def refuses(name, script, words):
    def run(stage):
        stage.scheme(IMAGE + '''
          (define path {path})
          %s
          (report "files" (file-exists? path))
        ''' % script, path=stage.path('none/map.csv'))
        yield
        for word in words:
            assert word in stage['message'], stage['message']
        assert stage['files'] == '#f'
    case('/dot-map/%s-is-refused' % name)(run)


refuses('an-image-without-dots', '''
  (report "message" (why (lambda () (count photo))))''', ('nothing', 'stamp'))
refuses('a-choice-among-several', '''
  (dots '(output "layer"))
  (gimp-image-select-rectangle image CHANNEL-OP-REPLACE 120 90 40 30)
  (dots '(output "layer"))
  (report "message" (why (lambda () (write photo "csv" path))))''',
        ('several', 'select one'))
refuses('a-mask-that-is-gone', '''
  (define made (dots '(output "layer")))
  (gimp-item-detach-parasite made "follicle-kept-mask")
  (gimp-selection-none image)
  (report "message" (why (lambda () (write made "csv" path))))''',
        ('gone', 'selected'))
refuses('a-mask-that-is-another-now', '''
  (define made (dots '(output "layer")))
  (gimp-item-detach-parasite made "follicle-kept-mask")
  (gimp-image-select-rectangle image CHANNEL-OP-REPLACE 20 20 90 90)
  (report "message" (why (lambda () (write made "csv" path))))''',
        ('selection', 'anew'))
refuses('what-was-scaled', '''
  (define made (dots))
  (gimp-image-scale image 200 150)
  (report "message" (why (lambda () (write made "csv" path))))''',
        ('Follicle dots', 'scaled', 'anew'))
refuses('an-unknown-format', '''
  (define made (dots '(output "layer")))
  (report "message" (why (lambda () (write made "dxf" path))))''',
        ('dxf', 'svg and csv'))
refuses('a-file-without-a-name', '''
  (define made (dots '(output "layer")))
  (report "message" (why (lambda () (write made "csv" ""))))''', ('named',))
refuses('a-folder-that-is-not-there', '''
  (define made (dots '(output "layer")))
  (report "message" (why (lambda () (write made "csv" path))))''',
        ('none/map.csv', 'cannot be written'))


@case('/dot-map/that-cannot-be-moved-into-place-leaves-nothing-half-written')
def in_the_way(stage):
    os.mkdir(stage.path('folder'))
    os.mkdir(stage.path('folder/map.csv'))
    stage.scheme(IMAGE + '''
      (define made (dots '(output "layer")))
      (report "message" (why (lambda () (write made "csv" {path}))))
    ''', path=stage.path('folder/map.csv'))
    yield
    assert 'cannot be written' in stage['message'], stage['message']
    assert os.listdir(stage.path('folder')) == ['map.csv']
    assert stat.S_ISDIR(os.stat(stage.path('folder/map.csv')).st_mode)


if __name__ == '__main__':
    gimp2.main()
