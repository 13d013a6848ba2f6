/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bare-scalp-glare.h"

#define COARSE FOLLI_GLARE_COARSE
#define RADIUS FOLLI_GLARE_RADIUS

/* Black, as a share of white: keeps ratios finite */
#define BLACK 1e-4f

/* What is darker than this share of the mean is hair, shade or background and
 * says nothing about the skin. */
#define DARK 0.35f

/* The photo on coarse blocks, and on each of them the skin around it without
 * its highlights. */
typedef struct
{
  gint   width;
  gint   height;
  float *color[FOLLI_LIGHTS];
  float *skin[FOLLI_LIGHTS];
} Coarse;

static void
clear_coarse (Coarse *coarse)
{
  for (gint c = 0; c < FOLLI_LIGHTS; c++)
    {
      g_clear_pointer (&coarse->color[c], g_free);
      g_clear_pointer (&coarse->skin[c], g_free);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Coarse, clear_coarse)

static void
init_coarse (Coarse *coarse, const FolliBlocks *blocks)
{
  gsize n;

  coarse->width = blocks->extent.width / COARSE;
  coarse->height = blocks->extent.height / COARSE;
  n = (gsize)coarse->width * coarse->height;
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
}

static float
get_light (const Coarse *coarse, gsize i)
{
  return coarse->color[FOLLI_RED][i] + coarse->color[FOLLI_GREEN][i]
         + coarse->color[FOLLI_BLUE][i];
}

/* The darker half of the surroundings, without what is too dark for skin. */
static void
find_skin (Coarse *coarse, gint column, gint row)
{
  const gint  left = MAX (column - RADIUS, 0);
  const gint  right = MIN (column + RADIUS, coarse->width - 1);
  const gint  top = MAX (row - RADIUS, 0);
  const gint  bottom = MIN (row + RADIUS, coarse->height - 1);
  const gsize here = (gsize)row * coarse->width + column;
  float       mean = 0;
  gint        n_skin = 0;

  for (gint y = top; y <= bottom; y++)
    for (gint x = left; x <= right; x++)
      mean += get_light (coarse, (gsize)y * coarse->width + x);
  mean /= (right - left + 1) * (bottom - top + 1);

  for (gint y = top; y <= bottom; y++)
    for (gint x = left; x <= right; x++)
      {
        const gsize i = (gsize)y * coarse->width + x;
        const float light = get_light (coarse, i);

        if (light > mean || light < DARK * mean)
          continue;
        n_skin++;
        for (gint c = 0; c < FOLLI_LIGHTS; c++)
          coarse->skin[c][here] += coarse->color[c][i];
      }
  for (gint c = 0; c < FOLLI_LIGHTS; c++)
    coarse->skin[c][here]
        = n_skin > 0 ? coarse->skin[c][here] / n_skin : coarse->color[c][here];
}

static float
smooth (float from, float to, float value)
{
  const float t = CLAMP ((value - from) / (to - from), 0.f, 1.f);

  return t * t * (3 - 2 * t);
}

static float
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

/* Light that the surface reflects adds the same share of the lamp's red, green
 * and blue. Relative to the skin's own colour that is most in blue, of which
 * skin gives back least: under white, orange or blue light alike. */
static float
judge (const float color[FOLLI_LIGHTS], const float skin[FOLLI_LIGHTS])
{
  const float red = color[FOLLI_RED] / MAX (skin[FOLLI_RED], BLACK);
  const float green = color[FOLLI_GREEN] / MAX (skin[FOLLI_GREEN], BLACK);
  const float blue = color[FOLLI_BLUE] / MAX (skin[FOLLI_BLUE], BLACK);
  const float least
      = MIN (MIN (color[FOLLI_RED], color[FOLLI_GREEN]), color[FOLLI_BLUE]);
  const float brighter = (red + green + blue) / 3 - 1;
  const float paler = 0.5f * (green + blue) / MAX (red, BLACK) - 1;
  const float shiny
      = smooth (0.12f, 0.45f, brighter) * smooth (0.02f, 0.07f, paler);

  /* where the camera has clipped there is no colour left to compare */
  return MAX (shiny, smooth (0.88f, 0.97f, least));
}

float *
folli_glare_find (const FolliBlocks *blocks)
{
  g_auto (Coarse) coarse = { 0 };
  g_autofree float *count = g_new (float, folli_blocks_count (blocks));
  float            *glare = g_new (float, folli_blocks_count (blocks));

  init_coarse (&coarse, blocks);
  for (gint row = 0; row < coarse.height; row++)
    for (gint column = 0; column < coarse.width; column++)
      find_skin (&coarse, column, row);

  for (gint y = 0; y < blocks->extent.height; y++)
    for (gint x = 0; x < blocks->extent.width; x++)
      {
        const gsize i = (gsize)y * blocks->extent.width + x;
        float       color[FOLLI_LIGHTS];
        float       skin[FOLLI_LIGHTS];

        for (gint c = 0; c < FOLLI_LIGHTS; c++)
          {
            color[c] = blocks->color[c][i];
            skin[c] = interpolate (&coarse, coarse.skin[c], x, y);
          }
        glare[i] = judge (color, skin);
        count[i] = 1;
      }
  /* single blocks are glints of pores or noise */
  folli_blocks_spread (blocks, glare, 1);
  folli_blocks_spread (blocks, count, 1);
  for (gsize i = 0; i < folli_blocks_count (blocks); i++)
    glare[i] /= count[i];
  return glare;
}
