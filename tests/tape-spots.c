/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tape-spots.h"

#include "path-distance.h"

guint
tape_find_spots (const HeadScene             *scene,
                 const FolliHairlineTemplate *kind,
                 FolliPoint                   spots[TAPE_N_SPOTS])
{
  const double shoulder_mm = kind->height_mm + kind->peak_mm
                             + kind->shoulder[1] * kind->recession_mm;
  const double shoulder_aside_mm = kind->shoulder[0] * kind->width_mm / 2;
  const double corner_mm = kind->height_mm + kind->recession_mm;
  const double tape_mm[TAPE_N_SPOTS][2] = {
    { kind->height_mm, 0 },
    { shoulder_mm, -shoulder_aside_mm },
    { shoulder_mm, shoulder_aside_mm },
    { corner_mm, -kind->width_mm / 2 },
    { corner_mm, kind->width_mm / 2 },
  };
  guint n_visible = 0;

  for (guint i = 0; i < TAPE_N_SPOTS; i++)
    {
      const HeadSpot spot
          = head_find_on_scalp (scene, tape_mm[i][0], tape_mm[i][1]);

      if (spot.visible)
        spots[n_visible++] = (FolliPoint){ spot.x, spot.y };
    }
  return n_visible;
}

void
tape_measure (const HeadScene             *scene,
              const FolliHairlineTemplate *kind,
              GArray                      *path,
              guint                        n_visible,
              TapeErrors                  *errors)
{
  FolliPoint  spots[TAPE_N_SPOTS];
  const guint n_spots = tape_find_spots (scene, kind, spots);

  for (guint i = 0; i < n_spots; i++)
    {
      const double off_mm = path_find_distance (path, n_visible, spots[i])
                            / (scene->pixels_per_cm / 10);

      errors->n_spots++;
      errors->sum_mm += off_mm;
      errors->most_mm = MAX (errors->most_mm, off_mm);
    }
}
