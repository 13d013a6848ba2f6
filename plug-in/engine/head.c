/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/head.h"

#include <math.h>

/* What is left of the cosine at the outline. Up to 75 degrees it changes the
 * cosine by less than 5 %. Source: doc/numbers.md, "Heads in a photograph". */
static const double EDGE_COSINE = 0.08;

/* A head's outline is found, and painted, to about this share of its size.
 * Source: the same. */
static const double OUTLINE = 0.92;

gboolean
folli_head_is_flat (const FolliHead *head)
{
  return head->curvature <= 0 || head->width <= 0 || head->height <= 0;
}

/* From the squared distance to the middle, in half diameters. */
static double
cosine_at (const FolliHead *head, double distance2)
{
  const double sine2 = head->curvature * head->curvature * distance2;
  const double least2 = EDGE_COSINE * EDGE_COSINE;

  return sqrt ((MAX (1 - sine2, 0) + least2) / (1 + least2));
}

/* Squared distance to the middle, in half diameters. */
static double
distance2_at (const FolliHead *head, double x, double y)
{
  const double across = 2 * (x - head->x) / head->width - 1;
  const double down = 2 * (y - head->y) / head->height - 1;

  return across * across + down * down;
}

gboolean
folli_head_ends (const FolliHead *head, double x, double y)
{
  return !folli_head_is_flat (head)
         && distance2_at (head, x, y) > OUTLINE * OUTLINE;
}

/* The pixels of a row, from left to right. */
typedef struct
{
  const FolliHead *head;
  gint             left;
  double           origin_x;
  double           y;
} Row;

static double
get_middle (const Row *row, gint i)
{
  return row->left + i + 0.5 - row->origin_x;
}

static gboolean
is_right_half (const Row *row, gint i)
{
  return 2 * (get_middle (row, i) - row->head->x) / row->head->width >= 1;
}

static gboolean
is_on_head (const Row *row, gint i)
{
  return !folli_head_ends (row->head, get_middle (row, i), row->y);
}

static gboolean
is_beyond (const Row *row, gint i)
{
  return !is_on_head (row, i);
}

/* First pixel of which something is true that is of all after it. */
static gint
find_first (const Row *row,
            gint       from,
            gint       end,
            gboolean (*is_true) (const Row *row, gint i))
{
  while (from < end)
    {
      const gint middle = from + (end - from) / 2;

      if (is_true (row, middle))
        end = middle;
      else
        from = middle + 1;
    }
  return from;
}

gint
folli_head_find_row (const FolliHead *head,
                     gint             left,
                     gint             n,
                     double           origin_x,
                     double           y,
                     gint            *n_on_head)
{
  const Row row = { head, left, origin_x, y };
  gint      middle, first;

  if (folli_head_is_flat (head))
    {
      *n_on_head = n;
      return 0;
    }
  middle = find_first (&row, 0, n, is_right_half);
  first = find_first (&row, 0, middle, is_on_head);
  *n_on_head = find_first (&row, middle, n, is_beyond) - first;
  return first;
}

FolliSlant
folli_head_slant (const FolliHead *head, double x, double y)
{
  FolliSlant slant = { 1, 1, 0 };
  double     across, down, slope_x, slope_y, slope;

  if (folli_head_is_flat (head))
    return slant;

  across = 2 * (x - head->x) / head->width - 1;
  down = 2 * (y - head->y) / head->height - 1;
  slant.cosine = cosine_at (head, across * across + down * down);

  /* The skin turns away across the lines of equal slant. */
  slope_x = across / head->width;
  slope_y = down / head->height;
  slope = hypot (slope_x, slope_y);
  if (slope > 0)
    {
      slant.direction_x = slope_x / slope;
      slant.direction_y = slope_y / slope;
    }
  return slant;
}

double
folli_head_least_cosine (const FolliHead *head, FolliRectangle area)
{
  double across, down;

  if (folli_head_is_flat (head))
    return 1;

  across = MAX (fabs (2 * (area.x - head->x) / head->width - 1),
                fabs (2 * (area.x + area.width - head->x) / head->width - 1));
  down = MAX (fabs (2 * (area.y - head->y) / head->height - 1),
              fabs (2 * (area.y + area.height - head->y) / head->height - 1));
  return cosine_at (head, across * across + down * down);
}
