/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hairline-width.h"

/* A strip is painted, with a line that takes 8 mm with its ramp: a third of 24,
 * where the strip's half width is 4.5; or two thirds of 12 where the mask goes
 * on behind its other edge. */
#define PX_PER_MM 4
#define STRIP_PX 8
#define STRIP_END_PX 44
#define MIDDLE_PX 26

static const FolliHairline HAIRLINE
    = { .px_per_mm = PX_PER_MM, .softness_mm = 8 };

typedef gboolean (*IsThere) (gint x);

static gboolean
is_in_strip (gint x)
{
  return x >= STRIP_PX && x < STRIP_END_PX;
}

/* From the middle of a coarse cell on, so that the depth grows by whole cells
 * up to where it ends. */
static gboolean
is_on_half (gint x)
{
  return x >= 2;
}

static gboolean
is_anywhere (gint x)
{
  return TRUE;
}

static void
fill (IsThere is_there, const FolliRectangle *rectangle, float *mask)
{
  for (gint y = 0; y < rectangle->height; y++)
    for (gint x = 0; x < rectangle->width; x++)
      *mask++ = is_there (rectangle->x + x) ? 1 : 0;
}

static void
read_strip (gpointer data, const FolliRectangle *rectangle, float *mask)
{
  fill (is_in_strip, rectangle, mask);
}

static void
read_more (gpointer data, const FolliRectangle *rectangle, float *mask)
{
  fill (*(IsThere *)data, rectangle, mask);
}

/* In the middle of the strip, where what goes on is told by @read. */
static float
get_stretch (FolliMaskRead read, IsThere more)
{
  const FolliRectangle cells = { MIDDLE_PX - 4, 0, 8, 8 };
  g_auto (FolliWidth) width = { 0 };

  folli_width_init (&width, &HAIRLINE, 1, &cells, read, read_strip, &more);
  return folli_width_get_stretch (&width, MIDDLE_PX, 4);
}

static void
test_narrow_is_stretched (void)
{
  g_assert_cmpfloat_with_epsilon (get_stretch (read_strip, NULL), 24 / 4.5,
                                  0.01);
}

/* The strip lies by the end of what is as deep as is told apart. */
static void
test_goes_on_deep (void)
{
  g_assert_cmpfloat_with_epsilon (get_stretch (read_more, is_on_half), 6 / 4.5,
                                  0.01);
}

/* There is no end. */
static void
test_goes_on_everywhere (void)
{
  g_assert_cmpfloat_with_epsilon (get_stretch (read_more, is_anywhere), 6 / 4.5,
                                  0.01);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hairline/width/limits-the-line-on-a-strip",
                   test_narrow_is_stretched);
  g_test_add_func ("/hairline/width/leaves-more-room-where-the-mask-goes-on",
                   test_goes_on_deep);
  g_test_add_func ("/hairline/width/knows-the-middle-of-what-has-no-end",
                   test_goes_on_everywhere);
  return g_test_run ();
}
