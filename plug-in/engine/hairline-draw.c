/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "follicle/error.h"
#include "follicle/hairline-design.h"
#include "hash.h"

/* Where the line runs round the sides, whatever its front: azimuth and
 * elevation of the front and the rear of the whisker, of the ear's front and
 * top, of the skin behind the ear, and of the nape.
 * From doc/numbers.md, "Shapes of hairlines". */
static const double SIDE[][2] = { { 66, -20 }, { 73.5, -23 }, { 79, -10 },
                                  { 94, -3 },  { 113, -20 },  { 150, -55 } };
#define N_SIDE (G_N_ELEMENTS (SIDE))

/* Azimuth of the temples' peaks. From the same heading. */
static const double TEMPLE_AZIMUTH_DEG = 59;

/* A way over the skull that turns little is followed best where both handles
 * together are two thirds of it long. */
static const double HANDLES = 2. / 3;

/* From the right half's first anchor, the middle, to the nape. */
enum
{
  MIDDLE,
  SHOULDER,
  CORNER,
  TEMPLE,
  FIRST_SIDE,
  N_HALF = FIRST_SIDE + N_SIDE
};

/* How long an anchor's handles are beside those of its neighbours: long ones
   make a wide bend. */
typedef struct
{
  FolliPlace place;
  double     ease;
} Station;

/* The line beside the middle differs by so much of what the corners do.
 * From doc/numbers.md, "Shapes of hairlines". */
static const double LEAST_SHOULDER = 0.3;
static const double MOST_SHOULDER = 0.8;

/* How far a place of the right half is from where it would be in a head that
   is alike on both sides: back and to the side, in mm. */
typedef struct
{
  double back;
  double aside;
} Shift;

typedef struct
{
  Shift shoulder;
  Shift corner;
} Unevenness;

static gboolean
check_vertex (const FolliHairlineDesign *design,
              const FolliSkull          *skull,
              double                     stretch,
              GError                   **error)
{
  const double vertex_mm = folli_skull_get_vertex (skull) / stretch;
  const double highest_mm = design->height_mm + MAX (design->recession_mm, 0);

  if (highest_mm < vertex_mm)
    return TRUE;

  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_RANGE,
               _ ("Height and recession of %g and %g mm would end above the "
                  "head: its vertex is %.0f mm over the glabella"),
               design->height_mm, design->recession_mm, vertex_mm);
  return FALSE;
}

/* The peak of the temple stays where it is, however the corner over it is
   moved: on a meridian, below the corner that the template has itself. */
static FolliPlace
find_temple (const FolliHairlineTemplate *kind,
             const FolliSkull            *skull,
             double                       stretch)
{
  const FolliPlace corner = folli_skull_walk (
      skull, (kind->height_mm + kind->recession_mm) * stretch,
      kind->width_mm / 2 * stretch);
  double low = -20;
  double high = 40;

  while (high - low > 1e-3)
    {
      const double     middle = (low + high) / 2;
      const FolliPlace place
          = folli_skull_look (skull, TEMPLE_AZIMUTH_DEG, middle);

      if (folli_skull_measure (skull, corner, place)
          > kind->temple_mm * stretch)
        low = middle;
      else
        high = middle;
    }
  return folli_skull_look (skull, TEMPLE_AZIMUTH_DEG, low);
}

/* A number from 0 to 1 that belongs to a seed. */
static double
draw_lot (guint64 seed, guint kind)
{
  return (folli_hash_place (seed, 0, 0, kind) >> 11) * 0x1p-53;
}

static Shift
make_shift (double length_mm, double lot)
{
  const double angle = 2 * G_PI * lot;

  return (Shift){ length_mm * sin (angle), length_mm * cos (angle) };
}

/* Each half takes half of it, the left one the opposite. */
static Unevenness
find_unevenness (const FolliHairlineDesign *design, double stretch)
{
  const double half_mm = design->asymmetry_mm / 2 * stretch;
  const double share
      = LEAST_SHOULDER
        + (MOST_SHOULDER - LEAST_SHOULDER) * draw_lot (design->seed, 0);

  return (Unevenness){
    .shoulder = make_shift (half_mm * share, draw_lot (design->seed, 1)),
    .corner = make_shift (half_mm, draw_lot (design->seed, 2)),
  };
}

static Unevenness
turn_round (Unevenness uneven)
{
  return (Unevenness){ { -uneven.shoulder.back, -uneven.shoulder.aside },
                       { -uneven.corner.back, -uneven.corner.aside } };
}

/* A way back beside the midline is shorter than along it, for ways across come
   together. */
static FolliPlace
walk (const FolliSkull *skull,
      double            up_mm,
      double            aside_mm,
      const Shift      *shift)
{
  const double rate = folli_skull_measure (
      skull, folli_skull_walk (skull, up_mm - 0.5, aside_mm),
      folli_skull_walk (skull, up_mm + 0.5, aside_mm));

  return folli_skull_walk (skull, up_mm + shift->back / rate,
                           aside_mm + shift->aside);
}

/* One half of the line as if it were the right one. */
static void
place_half (const FolliHairlineDesign *design,
            const FolliSkull          *skull,
            double                     stretch,
            const Unevenness          *uneven,
            Station                    half[N_HALF])
{
  const FolliHairlineTemplate *kind = design->kind;
  const double                 aside = design->width_mm / 2 * stretch;
  const double                 height = design->height_mm * stretch;
  const double                 back = design->recession_mm * stretch;

  half[MIDDLE] = (Station){ folli_skull_walk (skull, height, 0), 1 };
  half[SHOULDER] = (Station){
    walk (skull, height + kind->peak_mm * stretch + kind->shoulder[1] * back,
          kind->shoulder[0] * aside, &uneven->shoulder),
    1
  };
  half[CORNER] = (Station){ walk (skull, height + back, aside, &uneven->corner),
                            kind->corner };
  half[TEMPLE] = (Station){ find_temple (kind, skull, stretch), kind->temple };
  for (guint i = 0; i < N_SIDE; i++)
    half[FIRST_SIDE + i]
        = (Station){ folli_skull_look (skull, SIDE[i][0], SIDE[i][1]), 0.6 };
}

static FolliPlace
mirror (FolliPlace place)
{
  place.x = -place.x;
  return place;
}

/* From the nape on the left to the nape on the right. */
static void
place_all (const FolliHairlineDesign *design,
           const FolliSkull          *skull,
           double                     stretch,
           Station                    all[2 * N_HALF - 1])
{
  const Unevenness right_uneven = find_unevenness (design, stretch);
  const Unevenness left_uneven = turn_round (right_uneven);
  Station          left[N_HALF];

  place_half (design, skull, stretch, &left_uneven, left);
  place_half (design, skull, stretch, &right_uneven, all + N_HALF - 1);
  for (guint i = 1; i < N_HALF; i++)
    {
      all[N_HALF - 1 - i] = left[i];
      all[N_HALF - 1 - i].place = mirror (left[i].place);
    }
}

static FolliPlace
subtract (FolliPlace a, FolliPlace b)
{
  return folli_place_add (a, folli_place_scale (b, -1));
}

static double
get_length (FolliPlace way)
{
  return sqrt (folli_place_dot (way, way));
}

/* Along the skin, and as evenly between both neighbours as a circle through
   all three would run. */
static FolliPlace
find_direction (const FolliSkull *skull,
                FolliPlace        before,
                FolliPlace        place,
                FolliPlace        after)
{
  const FolliPlace  in = subtract (place, before);
  const FolliPlace  out = subtract (after, place);
  const double      in_mm = MAX (get_length (in), 1e-6);
  const double      out_mm = MAX (get_length (out), 1e-6);
  const FolliPlace *radius = &skull->radius_mm;
  const FolliPlace  way
      = folli_place_add (folli_place_scale (in, out_mm / in_mm),
                         folli_place_scale (out, in_mm / out_mm));
  const FolliPlace normal = folli_place_normalize ((FolliPlace){
      place.x / (radius->x * radius->x), place.y / (radius->y * radius->y),
      place.z / (radius->z * radius->z) });

  return folli_place_normalize (subtract (
      way, folli_place_scale (normal, folli_place_dot (way, normal))));
}

/* How long the handle from a station towards a neighbour is. */
static double
get_handle (const Station *from, const Station *to)
{
  return HANDLES * get_length (subtract (to->place, from->place)) * from->ease
         / (from->ease + to->ease);
}

static GArray *
join (const Station *stations, guint n_stations, const FolliSkull *skull)
{
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (FolliHairlineAnchor));

  for (guint i = 0; i < n_stations; i++)
    {
      const Station   *here = &stations[i];
      const Station   *before = &stations[i == 0 ? i : i - 1];
      const Station   *after = &stations[i + 1 == n_stations ? i : i + 1];
      const FolliPlace direction
          = find_direction (skull, before->place, here->place, after->place);
      const FolliHairlineAnchor anchor
          = { folli_place_add (
                  here->place,
                  folli_place_scale (direction, -get_handle (here, before))),
              here->place,
              folli_place_add (
                  here->place,
                  folli_place_scale (direction, get_handle (here, after))) };

      g_array_append_val (anchors, anchor);
    }
  return anchors;
}

GArray *
folli_hairline_design_draw (const FolliHairlineDesign *design,
                            const FolliSkull          *skull,
                            double                     stretch,
                            GError                   **error)
{
  Station stations[2 * N_HALF - 1];

  if (!check_vertex (design, skull, stretch, error))
    return NULL;
  place_all (design, skull, stretch, stations);
  return join (stations, G_N_ELEMENTS (stations), skull);
}
