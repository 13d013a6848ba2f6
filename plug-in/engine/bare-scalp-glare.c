/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bare-scalp-glare.h"

#include <math.h>
#include <string.h>

#include "smoothstep.h"
#include "wide.h"

#define COARSE FOLLI_GLARE_COARSE
#define RADIUS FOLLI_GLARE_RADIUS

/* Black, as a share of white: keeps ratios finite */
#define BLACK 1e-4f

/* What is darker than this share of the mean is hair, shade or background and
 * says nothing about the skin. */
#define DARK 0.4f

/* Green and blue of common skin, relative to its red, linear. Source of the
 * figures of skin here: doc/numbers.md, "Hair and shine in a photograph". */
#define COMMON_COOLNESS 0.52f

/* How different skin and lamp must be for their mixture to be told */
#define LEAST_APART 0.1f

/* Standard deviation, relative to the mean, that skin has at most within 2 mm:
 * that of rough skin in a hard light */
#define UNEVENNESS 0.18f

/* Pigment does not darken what the surface reflects: as large as that share of
 * the light is, so much of the dots is missing. Below the first is what any
 * skin has and its own colour varies by, from the second on no dot is seen. */
#define SHEEN 0.135f
#define GLARE 0.80f

/* Blocks over which highlights are evened out: single ones are glints of pores
 * or noise */
#define SPREAD 2

/* The photo on coarse blocks, and on each of them the skin around it without
 * its highlights. */
typedef struct
{
  gint      width;
  gint      height;
  gboolean *even;
  float    *light;
  float    *color[FOLLI_LIGHTS];
  float    *skin[FOLLI_LIGHTS];
} Coarse;

static void
clear_coarse (Coarse *coarse)
{
  g_clear_pointer (&coarse->even, g_free);
  g_clear_pointer (&coarse->light, g_free);
  for (gint c = 0; c < FOLLI_LIGHTS; c++)
    {
      g_clear_pointer (&coarse->color[c], g_free);
      g_clear_pointer (&coarse->skin[c], g_free);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Coarse, clear_coarse)

static float
get_block_light (const FolliBlocks *blocks, gint x, gint y)
{
  const gsize i = (gsize)y * blocks->extent.width + x;

  return blocks->color[FOLLI_RED][i] + blocks->color[FOLLI_GREEN][i]
         + blocks->color[FOLLI_BLUE][i];
}

/* Whether a coarse block is as smooth as only skin is, not hair or an edge. */
static gboolean
is_even (const FolliBlocks *blocks, gint column, gint row)
{
  const gint left = column * COARSE;
  const gint top = row * COARSE;
  float      sum = 0, squares = 0;
  float      mean;

  for (gint y = top; y < top + COARSE; y++)
    for (gint x = left; x < left + COARSE; x++)
      {
        const float light = get_block_light (blocks, x, y);

        sum += light;
        squares += light * light;
      }
  mean = sum / (COARSE * COARSE);
  return squares / (COARSE * COARSE)
         < mean * mean * (1 + UNEVENNESS * UNEVENNESS);
}

static void
init_coarse (Coarse *coarse, const FolliBlocks *blocks)
{
  gsize n;

  coarse->width = blocks->extent.width / COARSE;
  coarse->height = blocks->extent.height / COARSE;
  n = (gsize)coarse->width * coarse->height;
  coarse->even = g_new (gboolean, n);
  for (gint row = 0; row < coarse->height; row++)
    for (gint column = 0; column < coarse->width; column++)
      coarse->even[(gsize)row * coarse->width + column]
          = is_even (blocks, column, row);
  for (gint c = 0; c < FOLLI_LIGHTS; c++)
    {
      coarse->color[c] = g_new0 (float, n);
      coarse->skin[c] = g_new0 (float, n);
      for (gint y = 0; y < coarse->height * COARSE; y++)
        for (gint x = 0; x < coarse->width * COARSE; x++)
          coarse->color[c][(gsize)(y / COARSE) * coarse->width + x / COARSE]
              += blocks->color[c][(gsize)y * blocks->extent.width + x]
                 / (COARSE * COARSE);
    }
  coarse->light = g_new (float, n);
  for (gsize i = 0; i < n; i++)
    coarse->light[i] = coarse->color[FOLLI_RED][i]
                       + coarse->color[FOLLI_GREEN][i]
                       + coarse->color[FOLLI_BLUE][i];
}

/* Adds up what is even, for each of a row of coarse blocks at one step from
 * it. */
FOLLI_WIDE static void
add_even (const gboolean *restrict even,
          const float *restrict light,
          gint n,
          gint *restrict count,
          float *restrict sum)
{
  for (gint i = 0; i < n; i++)
    {
      count[i] += even[i];
      sum[i] += even[i] ? light[i] : 0;
    }
}

/* The same for the darker half, without what is too dark for skin. */
FOLLI_WIDE static void
count_skin (const gboolean *restrict even,
            const float *restrict light,
            const float *restrict mean,
            gint n,
            gint *restrict count,
            gint *restrict is_skin)
{
  for (gint i = 0; i < n; i++)
    {
      is_skin[i]
          = even[i] & (light[i] <= mean[i]) & (light[i] >= DARK * mean[i]);
      count[i] += is_skin[i];
    }
}

FOLLI_WIDE static void
add_skin (const gint *restrict is_skin,
          const float *restrict color,
          gint n,
          float *restrict skin)
{
  for (gint i = 0; i < n; i++)
    skin[i] += is_skin[i] ? color[i] : 0;
}

/* Finds the skin around each of @n coarse blocks, from @first on in a row, all
 * of which have a whole surroundings. */
static void
find_skin_row (Coarse *coarse, gsize first, gint n)
{
  g_autofree float *mean = g_new0 (float, n);
  g_autofree gint  *count = g_new0 (gint, n);
  g_autofree gint  *is_skin = g_new (gint, n);

  for (gint y = -RADIUS; y <= RADIUS; y++)
    for (gint x = -RADIUS; x <= RADIUS; x++)
      {
        const gsize at = first + y * coarse->width + x;

        add_even (coarse->even + at, coarse->light + at, n, count, mean);
      }
  for (gint i = 0; i < n; i++)
    mean[i] = count[i] > 0 ? mean[i] / count[i] : 0;

  memset (count, 0, n * sizeof (gint));
  for (gint y = -RADIUS; y <= RADIUS; y++)
    for (gint x = -RADIUS; x <= RADIUS; x++)
      {
        const gsize at = first + y * coarse->width + x;

        count_skin (coarse->even + at, coarse->light + at, mean, n, count,
                    is_skin);
        for (gint c = 0; c < FOLLI_LIGHTS; c++)
          add_skin (is_skin, coarse->color[c] + at, n, coarse->skin[c] + first);
      }
  for (gint c = 0; c < FOLLI_LIGHTS; c++)
    for (gint i = 0; i < n; i++)
      coarse->skin[c][first + i] = count[i] > 0
                                       ? coarse->skin[c][first + i] / count[i]
                                       : coarse->color[c][first + i];
}

static inline float
interpolate (const Coarse *coarse, const float *value, gint x, gint y)
{
  const gint   u = 2 * x + 1 - COARSE;
  const gint   v = 2 * y + 1 - COARSE;
  const gint   column = CLAMP (u / (2 * COARSE), 0, coarse->width - 2);
  const gint   row = CLAMP (v / (2 * COARSE), 0, coarse->height - 2);
  const float  across = (u - 2 * COARSE * column) / (2.f * COARSE);
  const float  down = (v - 2 * COARSE * row) / (2.f * COARSE);
  const float *at = value + (gsize)row * coarse->width + column;
  const float *under = at + coarse->width;
  const float  above = at[0] + (at[1] - at[0]) * across;
  const float  below = under[0] + (under[1] - under[0]) * across;

  return above + (below - above) * down;
}

/* Share of the light that the surface reflects, if a block's colour is that of
 * the skin around it in some light plus that of the lamp (the dichromatic
 * model of Shafer 1985). The lamp is guessed halfway between white, as in a
 * balanced photo, and what would make the skin there a common one; relative to
 * skin it is bluer under any lamp, since skin gives back blue least. */
static inline float
find_shine_by_color (const float color[FOLLI_LIGHTS],
                     const float skin[FOLLI_LIGHTS])
{
  const float warm = color[FOLLI_RED];
  const float cool = (color[FOLLI_GREEN] + color[FOLLI_BLUE]) / 2;
  const float skin_warm = MAX (skin[FOLLI_RED], BLACK);
  const float skin_cool
      = MAX ((skin[FOLLI_GREEN] + skin[FOLLI_BLUE]) / 2, BLACK);
  const float lamp_cool = sqrtf (skin_cool / skin_warm / COMMON_COOLNESS);
  const float apart = skin_warm * lamp_cool - skin_cool;
  const float lamp = (skin_warm * cool - skin_cool * warm)
                     / MAX (apart, LEAST_APART * skin_warm);

  return lamp * (1 + 2 * lamp_cool) / MAX (warm + 2 * cool, BLACK);
}

/* The same, if all light beyond that of the skin around is reflected. */
static inline float
find_shine_by_light (const float color[FOLLI_LIGHTS],
                     const float skin[FOLLI_LIGHTS])
{
  float brighter = 0;

  for (gint c = 0; c < FOLLI_LIGHTS; c++)
    brighter += color[c] / MAX (skin[c], BLACK) / FOLLI_LIGHTS;
  return 1 - 1 / MAX (brighter, 1);
}

/* Colour alone takes a pale forehead for a highlight, light alone the side
 * that is turned to the lamp: both must say so. */
static inline float
judge (const float color[FOLLI_LIGHTS], const float skin[FOLLI_LIGHTS])
{
  const float least
      = MIN (MIN (color[FOLLI_RED], color[FOLLI_GREEN]), color[FOLLI_BLUE]);
  const float by_color = find_shine_by_color (color, skin);
  const float by_light = find_shine_by_light (color, skin);
  const float both = by_color > 0 ? sqrtf (by_color * by_light) : 0;
  /* no more than there is beyond the skin's own */
  const float shine = MIN (both, by_light);

  /* where the camera has clipped there is no colour left to compare */
  return MAX (CLAMP ((shine - SHEEN) / (GLARE - SHEEN), 0, 1),
              folli_smoothstep (0.88f, 0.97f, least));
}

FOLLI_WIDE static void
interpolate_row (const Coarse *coarse,
                 const float  *value,
                 gint          x,
                 gint          y,
                 gint          n,
                 float *restrict row)
{
  for (gint i = 0; i < n; i++)
    row[i] = interpolate (coarse, value, x + i, y);
}

FOLLI_WIDE static void
judge_row (const float *const color[FOLLI_LIGHTS],
           const float *const skin[FOLLI_LIGHTS],
           gint               n,
           float *restrict glare)
{
  const float *red = color[FOLLI_RED];
  const float *green = color[FOLLI_GREEN];
  const float *blue = color[FOLLI_BLUE];
  const float *skin_red = skin[FOLLI_RED];
  const float *skin_green = skin[FOLLI_GREEN];
  const float *skin_blue = skin[FOLLI_BLUE];

  for (gint i = 0; i < n; i++)
    glare[i]
        = judge ((const float[]){ red[i], green[i], blue[i] },
                 (const float[]){ skin_red[i], skin_green[i], skin_blue[i] });
}

/* The blocks that highlights are looked for in, counted from the first of all:
 * the core's neighbours are interpolated from, and theirs are spread to them.
 */
static FolliRectangle
find_wanted (const FolliBlocks *blocks)
{
  const gint around = 1 + SPREAD;

  return (FolliRectangle){ blocks->core.x - blocks->extent.x - around,
                           blocks->core.y - blocks->extent.y - around,
                           blocks->core.width + 2 * around,
                           blocks->core.height + 2 * around };
}

/* Finds the skin on the coarse blocks that the wanted are interpolated from. */
static void
find_skin (Coarse *coarse, const FolliRectangle *wanted)
{
  const gint left = wanted->x / COARSE - 1;
  const gint top = wanted->y / COARSE - 1;
  const gint right = (wanted->x + wanted->width) / COARSE + 1;
  const gint bottom = (wanted->y + wanted->height) / COARSE + 1;

  for (gint row = top; row <= bottom; row++)
    find_skin_row (coarse, (gsize)row * coarse->width + left, right - left + 1);
}

float *
folli_glare_find (const FolliBlocks *blocks)
{
  const FolliRectangle wanted = find_wanted (blocks);
  const gint           n = wanted.width;
  g_auto (Coarse) coarse = { 0 };
  g_autofree float *count = g_new0 (float, folli_blocks_count (blocks));
  g_autofree float *rows = g_new (float, n *FOLLI_LIGHTS);
  float            *glare = g_new0 (float, folli_blocks_count (blocks));

  init_coarse (&coarse, blocks);
  find_skin (&coarse, &wanted);
  for (gint y = wanted.y; y < wanted.y + wanted.height; y++)
    {
      const gsize  at = (gsize)y * blocks->extent.width + wanted.x;
      const float *color[FOLLI_LIGHTS];
      const float *skin[FOLLI_LIGHTS];

      for (gint c = 0; c < FOLLI_LIGHTS; c++)
        {
          interpolate_row (&coarse, coarse.skin[c], wanted.x, y, n,
                           rows + c * n);
          color[c] = blocks->color[c] + at;
          skin[c] = rows + c * n;
        }
      judge_row (color, skin, n, glare + at);
      for (gint x = 0; x < n; x++)
        count[at + x] = 1;
    }
  folli_blocks_spread (blocks, glare, SPREAD);
  folli_blocks_spread (blocks, count, SPREAD);
  for (gsize i = 0; i < folli_blocks_count (blocks); i++)
    glare[i] /= MAX (count[i], 1);
  return glare;
}
