# SPDX-License-Identifier: GPL-3.0-or-later
"""The look that plug-in-follicle-match makes of hair in GIMP 2.10."""

import gimp2
import png
import scenes
from gimp2 import case

WIDTH, HEIGHT = 240, 180

IMAGE = '''
  (define image (open-with-photo {photo}))
  (define photo (photo-of image))
  (add-channel image {hair} "hair")
  (add-channel image {skin} "skin")
  (plug-in-follicle-scale RUN-NONINTERACTIVE image photo 11.7 "auto" 30)
  (gimp-image-clean-all image)
  (define (match . arguments)
    (apply plug-in-follicle-match
           (append (list RUN-NONINTERACTIVE image photo) arguments)))
  (define (refused . arguments)
    (set! last-error "")
    (catch #f (apply match arguments))
    last-error)
'''


def open_image(stage):
    for name, picture in (
            ('photo', scenes.stubbled_photo(WIDTH, HEIGHT)),
            ('hair', scenes.half_channel(WIDTH, HEIGHT, 0.05, 0.45)),
            ('skin', scenes.half_channel(WIDTH, HEIGHT, 0.55, 0.95))):
        png.write(stage.path(name + '.png'), picture)
    stage.scheme(IMAGE, photo=stage.path('photo.png'),
                 hair=stage.path('hair.png'), skin=stage.path('skin.png'))


@case('/match/dots-have-the-tone-of-the-hair')
def tone(stage):
    open_image(stage)
    stage.scheme('''
      (define found (match "channel:hair" "channel:skin" "Client B"))
      (report "look" (car found))
      (report "shade" (cadr found))
      (report "difference" (caddr found))
      (report "text" (cadddr found))
      (report "dirty" (car (gimp-image-is-dirty image)))
      (save image {before})
      (stamp image photo (list 'look (car found)) '(mask "channel:skin")
             '(output "merged") '(pixels-per-cm 0))
      (save image {after})
    ''', before=stage.path('before.png'), after=stage.path('after.png'))
    yield
    assert (stage['look'], stage['shade']) == ('client-b', 'client-b')
    assert float(stage['difference']) < 2, stage['difference']
    assert 'cm' in stage['text'] and 'guess' not in stage['text']
    assert stage['dirty'] == '0'
    bare, dots = (scenes.mean_light(png.read(stage.path(name)), 0.65, 0.85)
                  for name in ('before.png', 'after.png'))
    scenes.check_matched(bare, dots)


def refuses(name, arguments, words):
    def run(stage):
        open_image(stage)
        stage.scheme('''
          (report "message" (refused %s))
          (report "dirty" (car (gimp-image-is-dirty image)))
        ''' % arguments)
        yield
        for word in words:
            assert word in stage['message'], stage['message']
        assert stage['dirty'] == '0'
    case('/match/refuses-%s' % name)(run)


THINNING = '''
  (define image (open-with-photo {photo}))
  (define photo (photo-of image))
  (add-channel image {hair} "hair")
  (add-channel image {thin} "thin")
  (add-channel image {skin} "skin")
  (plug-in-follicle-scale RUN-NONINTERACTIVE image photo 11.7 "auto" 30)
  (gimp-image-clean-all image)
  (define (fill-up . arguments)
    (apply plug-in-follicle-fill-up
           (append (list RUN-NONINTERACTIVE image photo) arguments)))
  (define (refused . arguments)
    (set! last-error "")
    (catch #f (apply fill-up arguments))
    last-error)
'''


def open_thinning(stage):
    pictures = {
        'photo': scenes.thinning_photo(WIDTH, HEIGHT),
        'hair': scenes.half_channel(WIDTH, HEIGHT, 0.03, 0.3),
        'thin': scenes.half_channel(WIDTH, HEIGHT, 0.35, 0.65),
        'skin': scenes.half_channel(WIDTH, HEIGHT, 0.7, 0.97),
    }
    for name, picture in pictures.items():
        png.write(stage.path(name + '.png'), picture)
    stage.scheme(THINNING, **{name: stage.path(name + '.png')
                              for name in pictures})


@case('/fill-up/makes-thin-hair-as-dark-as-the-full')
def fill(stage):
    open_thinning(stage)
    stage.scheme('''
      (define found (fill-up "channel:hair" "channel:skin" "channel:thin" ""))
      (report "channel" (caddr found))
      (report "text" (cadddr found))
      (save image {before})
      (stamp image photo (list 'look (car found))
             (list 'mask (string-append "channel:" (caddr found)))
             '(output "merged") '(pixels-per-cm 0))
      (save image {after})
    ''', before=stage.path('before.png'), after=stage.path('after.png'))
    yield
    assert stage['channel'] and 'missing' in stage['text']
    before, after = (png.read(stage.path(name))
                     for name in ('before.png', 'after.png'))
    scenes.check_filled(before, after)


@case('/fill-up/refuses-and-leaves-the-image-as-it-is')
def fill_refused(stage):
    open_thinning(stage)
    stage.scheme('''
      (report "missing" (refused "channel:hair" "" "channel:nape" ""))
      (report "lighter" (refused "channel:skin" "channel:hair" "channel:thin"
                                 ""))
      (report "channels" (car (gimp-image-get-channels image)))
      (report "dirty" (car (gimp-image-is-dirty image)))
    ''')
    yield
    assert 'nape' in stage['missing'], stage['missing']
    assert 'lighter' in stage['lighter'], stage['lighter']
    assert (stage['channels'], stage['dirty']) == ('3', '0')


refuses('hair-where-there-is-none', '"channel:skin" "channel:hair" ""',
        ('lighter', '%'))
refuses('an-unknown-reference', '"head" "" ""', ('head', 'selection'))
refuses('a-missing-channel', '"channel:beard" "" ""', ('beard', 'skin'))
refuses('nothing-selected', '"selection" "" ""', ('select',))


if __name__ == '__main__':
    gimp2.main()
