/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/footprint.h"

#include <string.h>

/* Cells along a side of the box, four to a digit, and points along a side of
   what two boxes cover at which they are compared. */
#define N_CELLS 32
#define N_DIGITS (N_CELLS * N_CELLS / 4)
#define N_POINTS 64

/* Shares of the image, and bits of the cells in rows. */
typedef struct
{
  double left, top, right, bottom;
  guint8 digits[N_DIGITS];
} Footprint;

static float
sample (const FolliMask *mask, int column, int row)
{
  const GeglRectangle *box = &mask->box;
  const GeglRectangle  pixel
      = { box->x + (2 * column + 1) * box->width / (2 * N_CELLS),
          box->y + (2 * row + 1) * box->height / (2 * N_CELLS), 1, 1 };
  float density;

  gegl_buffer_get (mask->map, &pixel, 1, gegl_buffer_get_format (mask->map),
                   &density, GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
  return density;
}

static char
find_digit (const FolliMask *mask, int index)
{
  int bits = 0;

  for (int i = 0; i < 4; i++)
    {
      const int cell = 4 * index + i;

      bits |= (sample (mask, cell % N_CELLS, cell / N_CELLS) > 0) << i;
    }
  return "0123456789abcdef"[bits];
}

char *
folli_footprint_new (const FolliMask *mask)
{
  const GeglRectangle *box = &mask->box;
  const GeglRectangle *image = gegl_buffer_get_extent (mask->map);
  const double         edges[4]
      = { (double)box->x / image->width, (double)box->y / image->height,
          (double)(box->x + box->width) / image->width,
          (double)(box->y + box->height) / image->height };
  GString *text = g_string_new (NULL);
  char     number[G_ASCII_DTOSTR_BUF_SIZE];

  for (int i = 0; i < 4; i++)
    g_string_append_printf (
        text, "%s ", g_ascii_formatd (number, sizeof number, "%.6f", edges[i]));
  for (int i = 0; i < N_DIGITS; i++)
    g_string_append_c (text, find_digit (mask, i));
  return g_string_free (text, FALSE);
}

static gboolean
parse (const char *text, Footprint *footprint)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 6);

  if (g_strv_length (words) != 5 || strlen (words[4]) != N_DIGITS)
    return FALSE;
  footprint->left = g_ascii_strtod (words[0], NULL);
  footprint->top = g_ascii_strtod (words[1], NULL);
  footprint->right = g_ascii_strtod (words[2], NULL);
  footprint->bottom = g_ascii_strtod (words[3], NULL);
  for (int i = 0; i < N_DIGITS; i++)
    footprint->digits[i] = MAX (g_ascii_xdigit_value (words[4][i]), 0);
  return footprint->left < footprint->right
         && footprint->top < footprint->bottom;
}

static gboolean
covers (const Footprint *footprint, double x, double y)
{
  int cell;

  x = (x - footprint->left) / (footprint->right - footprint->left);
  y = (y - footprint->top) / (footprint->bottom - footprint->top);
  if (!(x >= 0 && x < 1 && y >= 0 && y < 1))
    return FALSE;
  cell = (int)(y * N_CELLS) * N_CELLS + (int)(x * N_CELLS);
  return footprint->digits[cell / 4] >> cell % 4 & 1;
}

double
folli_footprint_compare (const char *a, const char *b)
{
  Footprint one, other;
  double    left, top, width, height;
  int       n_both = 0, n_either = 0;

  if (!parse (a, &one) || !parse (b, &other))
    return 0;
  left = MIN (one.left, other.left);
  top = MIN (one.top, other.top);
  width = MAX (one.right, other.right) - left;
  height = MAX (one.bottom, other.bottom) - top;
  for (int i = 0; i < N_POINTS * N_POINTS; i++)
    {
      const double   x = left + (i % N_POINTS + 0.5) / N_POINTS * width;
      const double   y = top + (i / N_POINTS + 0.5) / N_POINTS * height;
      const gboolean is_in_one = covers (&one, x, y);
      const gboolean is_in_other = covers (&other, x, y);

      n_both += is_in_one && is_in_other;
      n_either += is_in_one || is_in_other;
    }
  return n_either > 0 ? (double)n_both / n_either : 0;
}
