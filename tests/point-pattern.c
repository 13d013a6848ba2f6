/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "point-pattern.h"

#include <complex.h>
#include <math.h>

#include "point-set.h"

FolliTestPattern *
folli_test_pattern_new (guint64 seed,
                        gint32  first_tile,
                        guint   n_tiles,
                        double  density_per_cm2)
{
  FolliTestPattern *pattern = g_new (FolliTestPattern, 1);
  const double      mm = FOLLI_TILE_MM / FOLLI_TILE_UNITS;
  const double      last_rank
      = density_per_cm2 / FOLLI_POINTS_PER_CM2 * FOLLI_RANK_ONE;

  pattern->side_mm = n_tiles * FOLLI_TILE_MM;
  pattern->density_per_cm2 = density_per_cm2;
  pattern->places = g_array_new (FALSE, FALSE, sizeof (FolliTestPlace));
  for (guint t = 0; t < n_tiles * n_tiles; t++)
    {
      const guint column = t % n_tiles, row = t / n_tiles;
      g_autoptr (FolliTile) tile
          = folli_point_set_tile (seed, first_tile + column, first_tile + row,
                                  folli_point_set_levels (density_per_cm2));

      for (guint i = 0; i < tile->n_points; i++)
        {
          const FolliPoint *point = &tile->points[i];
          FolliTestPlace    place = { column * FOLLI_TILE_MM + point->x * mm,
                                      row * FOLLI_TILE_MM + point->y * mm };

          if (point->rank < last_rank)
            g_array_append_val (pattern->places, place);
        }
    }
  return pattern;
}

void
folli_test_pattern_free (FolliTestPattern *pattern)
{
  g_array_unref (pattern->places);
  g_free (pattern);
}

static const FolliTestPlace *
place_at (const FolliTestPattern *pattern, guint i)
{
  return &g_array_index (pattern->places, FolliTestPlace, i);
}

static gint
compare_rows (gconstpointer a, gconstpointer b)
{
  const FolliTestPlace *p = a, *q = b;

  return (p->y_mm > q->y_mm) - (p->y_mm < q->y_mm);
}

double
folli_test_pattern_rho (const FolliTestPattern *pattern)
{
  const double lattice_mm
      = 10 * sqrt (2 / (sqrt (3) * pattern->density_per_cm2));
  double smallest_mm = lattice_mm;

  g_array_sort (pattern->places, compare_rows);
  for (guint i = 0; i < pattern->places->len; i++)
    for (guint j = i + 1; j < pattern->places->len; j++)
      {
        const double dx_mm
            = place_at (pattern, j)->x_mm - place_at (pattern, i)->x_mm;
        const double dy_mm
            = place_at (pattern, j)->y_mm - place_at (pattern, i)->y_mm;

        if (dy_mm >= smallest_mm)
          break;
        if (fabs (dx_mm) < smallest_mm)
          smallest_mm = MIN (smallest_mm, hypot (dx_mm, dy_mm));
      }
  return smallest_mm / lattice_mm;
}

double
folli_test_pattern_low_power (const FolliTestPattern *pattern)
{
  enum
  {
    N_FREQUENCIES = 500,
    MOST_POINTS = 20000
  };
  /* Waves longer than a third of the window are the window's own. */
  const double longest = 3;
  const guint  n_all = pattern->places->len;
  const double shrink
      = n_all > MOST_POINTS ? sqrt ((double)MOST_POINTS / n_all) : 1;
  const double window_mm = pattern->side_mm * shrink;
  const double root_density = window_mm / 10 * sqrt (pattern->density_per_cm2);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  double sum = 0;

  for (guint k = 0; k < N_FREQUENCIES; k++)
    {
      const double waves
          = g_rand_double_range (random, longest, 0.53 * root_density);
      const double angle = g_rand_double_range (random, 0, 2 * G_PI);
      const double fx = 2 * G_PI * round (waves * cos (angle));
      const double fy = 2 * G_PI * round (waves * sin (angle));
      double       re = 0, im = 0, taper2 = 0;

      for (guint i = 0; i < n_all; i++)
        {
          const double x = place_at (pattern, i)->x_mm / window_mm;
          const double y = place_at (pattern, i)->y_mm / window_mm;
          double       taper;

          if (x >= 1 || y >= 1)
            continue;
          taper = pow (sin (G_PI * x) * sin (G_PI * y), 2);
          re += taper * cos (fx * x + fy * y);
          im += taper * sin (fx * x + fy * y);
          taper2 += taper * taper;
        }
      sum += (re * re + im * im) / taper2;
    }
  return sum / N_FREQUENCIES;
}

/* The discrete Fourier transform of one row, in place; @n a power of 2. */
static void
transform_row (double complex       *row,
               gsize                 n,
               gsize                 stride,
               const double complex *turn)
{
  for (gsize i = 1, j = 0; i < n; i++)
    {
      gsize bit = n >> 1;

      for (; j & bit; bit >>= 1)
        j ^= bit;
      j ^= bit;
      if (i < j)
        {
          double complex swap = row[i * stride];

          row[i * stride] = row[j * stride];
          row[j * stride] = swap;
        }
    }
  for (gsize length = 2; length <= n; length *= 2)
    for (gsize i = 0; i < n; i += length)
      for (gsize k = 0; k < length / 2; k++)
        {
          double complex *a = &row[(i + k) * stride];
          double complex *b = &row[(i + k + length / 2) * stride];
          double complex  u = *a, v = *b * turn[k * (n / length)];

          *a = u + v;
          *b = u - v;
        }
}

static void
transform_square (double complex *square, gsize n)
{
  g_autofree double complex *turn = g_new (double complex, n / 2);

  for (gsize k = 0; k < n / 2; k++)
    turn[k] = cexp (-2 * G_PI * I * k / n);
  for (gsize i = 0; i < n; i++)
    transform_row (square + i * n, n, 1, turn);
  for (gsize i = 0; i < n; i++)
    transform_row (square + i, n, n, turn);
}

/* Sum over the 3 × 3 shifts around one, the square taken as endless. */
static double
sum_around (const double complex *square, gsize n, gsize x, gsize y)
{
  double sum = 0;

  for (gsize j = 0; j < 3; j++)
    for (gsize i = 0; i < 3; i++)
      sum += creal (square[(y + n + j - 1) % n * n + (x + n + i - 1) % n]);
  return sum;
}

double
folli_test_pattern_strongest_repeat (const FolliTestPattern *pattern)
{
  enum
  {
    N = 512,
    CELLS_PER_SPACING = 3,
    NEAR = 6 * CELLS_PER_SPACING
  };
  const double cell_mm
      = 10 / sqrt (pattern->density_per_cm2) / CELLS_PER_SPACING;
  g_autofree double complex *square = g_new0 (double complex, N *N);
  guint                      n_points = 0;
  double                     expected, strongest = 0;

  g_assert_cmpfloat (N * cell_mm, <=, pattern->side_mm);
  for (guint i = 0; i < pattern->places->len; i++)
    {
      const guint x = place_at (pattern, i)->x_mm / cell_mm;
      const guint y = place_at (pattern, i)->y_mm / cell_mm;

      if (x < N && y < N)
        {
          square[y * N + x] += 1;
          n_points++;
        }
    }

  transform_square (square, N);
  for (guint i = 0; i < N * N; i++)
    square[i] *= conj (square[i]);
  transform_square (square, N);

  expected = 9.0 * n_points * n_points / (N * N);
  for (guint y = 0; y <= N / 2; y++)
    for (guint x = 0; x < N; x++)
      {
        const double distance = hypot (MIN (x, N - x), y);
        double       excess;

        if (distance < NEAR)
          continue;
        excess = sum_around (square, N, x, y) / (N * N) - expected;
        strongest = MAX (strongest, excess / sqrt (expected));
      }
  return strongest;
}
