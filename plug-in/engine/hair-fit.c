/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hair-private.h"

#include <math.h>
#include <stdlib.h>

#include "smoothstep.h"

/* The course of light: a constant, two slopes, three bends; then the step. */
enum
{
  N_BENDS = 3,
  FIRST_BEND = 3,
  STEP = FIRST_BEND + N_BENDS,
  N_TERMS
};

enum
{
  N_ROUNDS = 10
};

/* How fast a cell counts less, the farther it is from those of the other kind;
 * and the length that slopes and bends are stated for. Source of this and of
 * what is shine: doc/numbers.md, "Short hair beside bare skin". */
static const double NEAR_MM = 12, LENGTH_MM = 20;

/* Bends are held back as if this share of all cells said that there are none:
 * cells that do not say otherwise shall not make any. */
static const double HELD_BACK = 0.002;

/* Tukey's weight, for 95 % efficiency, in standard deviations; what is within
 * the least is never left out. */
static const double FAR = 4.685, LEAST_DEVIATION = 0.02;

/* Hairs are few in a cell, so that dark ones lie farther off than light ones:
 * to leave out those would make the mean too light. */
static const double FARTHER = 3;
static const double PER_MEDIAN = 1.4826;

/* Shine is white: skin whose blue, relative to red, is so much above that of
 * the most saturated quarter has shine on it, and counts less until it counts
 * nothing. */
static const double MATT_SHARE = 0.25, MATT = 1.06, SHINY = 1.25;

static const double DARKEST = 1e-4;

typedef struct
{
  guint   n;
  double *terms;  /* n × N_TERMS */
  double *nearby; /* by place alone */
  double *weight; /* and by how well it fits */
} Fit;

static double
distance2 (const FolliHairCell *a, const FolliHairCell *b)
{
  return (a->x - b->x) * (a->x - b->x) + (a->y - b->y) * (a->y - b->y);
}

static const FolliHairCell *
cell_at (const GArray *cells, guint i)
{
  return &g_array_index (cells, FolliHairCell, i);
}

/* To the nearest of the other kind. */
static double
find_distance (const GArray *cells, guint i)
{
  const FolliHairCell *cell = cell_at (cells, i);
  double               least2 = G_MAXDOUBLE;

  for (guint j = 0; j < cells->len; j++)
    if (cell_at (cells, j)->is_hair != cell->is_hair)
      least2 = MIN (least2, distance2 (cell, cell_at (cells, j)));
  return sqrt (least2);
}

static void
set_nearby (Fit *fit, const GArray *cells)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i < fit->n; i++)
    {
      fit->nearby[i] = find_distance (cells, i);
      least = MIN (least, fit->nearby[i]);
    }
  for (guint i = 0; i < fit->n; i++)
    {
      const double d = (fit->nearby[i] - least) / NEAR_MM;

      fit->nearby[i] = exp (-d * d / 2);
    }
}

static int
compare (const void *a, const void *b)
{
  const double p = *(const double *)a, q = *(const double *)b;

  return (p > q) - (p < q);
}

static double
get_blueness (const FolliHairCell *cell)
{
  return cell->light[2] / MAX (cell->light[0], DARKEST);
}

/* Of the matt quarter of the skin. */
static double
find_matt_blueness (const GArray *cells)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < cells->len; i++)
    if (!cell_at (cells, i)->is_hair)
      {
        const double blueness = get_blueness (cell_at (cells, i));

        g_array_append_val (list, blueness);
      }
  qsort (list->data, list->len, sizeof (double), compare);
  return g_array_index (list, double, (guint)(MATT_SHARE * (list->len - 1)));
}

static void
leave_out_shine (Fit *fit, const GArray *cells)
{
  const double matt = find_matt_blueness (cells);

  for (guint i = 0; i < fit->n; i++)
    if (!cell_at (cells, i)->is_hair)
      fit->nearby[i]
          *= 1
             - folli_smoothstep (MATT, SHINY,
                                 get_blueness (cell_at (cells, i)) / matt);
}

/* Places are told from the middle of the reference. */
static void
set_terms (Fit *fit, const GArray *cells)
{
  double x = 0, y = 0, n = 0;

  for (guint i = 0; i < fit->n; i++)
    if (cell_at (cells, i)->is_hair)
      {
        x += cell_at (cells, i)->x;
        y += cell_at (cells, i)->y;
        n++;
      }
  for (guint i = 0; i < fit->n; i++)
    {
      const FolliHairCell *cell = cell_at (cells, i);
      const double         u = (cell->x - x / n) / LENGTH_MM;
      const double         v = (cell->y - y / n) / LENGTH_MM;
      const double         terms[N_TERMS]
          = { 1, u, v, u * u, u * v, v * v, cell->is_hair ? 1 : 0 };

      for (guint k = 0; k < N_TERMS; k++)
        fit->terms[N_TERMS * i + k] = terms[k];
    }
}

/* Gauss and Jordan; the matrix is positive definite. */
static void
solve (double matrix[N_TERMS][N_TERMS + 1])
{
  for (guint k = 0; k < N_TERMS; k++)
    for (guint i = 0; i < N_TERMS; i++)
      {
        const double factor = matrix[i][k] / matrix[k][k];

        if (i != k)
          for (guint j = k; j <= N_TERMS; j++)
            matrix[i][j] -= factor * matrix[k][j];
      }
  for (guint k = 0; k < N_TERMS; k++)
    matrix[k][N_TERMS] /= matrix[k][k];
}

/* Weighted least squares. */
static void
fit_values (const Fit *fit, const double *values, double found[N_TERMS])
{
  double matrix[N_TERMS][N_TERMS + 1] = { { 0 } };
  double total = 0;

  for (guint i = 0; i < fit->n; i++)
    {
      const double *terms = fit->terms + N_TERMS * i;

      total += fit->weight[i];
      for (guint k = 0; k < N_TERMS; k++)
        {
          for (guint j = 0; j < N_TERMS; j++)
            matrix[k][j] += fit->weight[i] * terms[k] * terms[j];
          matrix[k][N_TERMS] += fit->weight[i] * terms[k] * values[i];
        }
    }
  for (guint k = 0; k < N_TERMS; k++)
    matrix[k][k] += 1e-9 * total;
  for (guint k = FIRST_BEND; k < FIRST_BEND + N_BENDS; k++)
    matrix[k][k] += HELD_BACK * total;
  solve (matrix);
  for (guint k = 0; k < N_TERMS; k++)
    found[k] = matrix[k][N_TERMS];
}

static double
find_residual (const Fit    *fit,
               const double *values,
               const double  found[N_TERMS],
               guint         i)
{
  double residual = values[i];

  for (guint k = 0; k < N_TERMS; k++)
    residual -= found[k] * fit->terms[N_TERMS * i + k];
  return residual;
}

static gboolean
is_hair (const Fit *fit, guint i)
{
  return fit->terms[N_TERMS * i + STEP] > 0;
}

/* How far cells of one kind may be off: hair varies more than skin. */
static double
find_limit (const Fit    *fit,
            const double *values,
            const double  found[N_TERMS],
            gboolean      of_hair)
{
  g_autofree double *sorted = g_new (double, fit->n);
  guint              n = 0;

  for (guint i = 0; i < fit->n; i++)
    if (is_hair (fit, i) == of_hair)
      sorted[n++] = fabs (find_residual (fit, values, found, i));
  qsort (sorted, n, sizeof (double), compare);
  return FAR * MAX (PER_MEDIAN * sorted[n / 2], LEAST_DEVIATION);
}

/* Shine, moles and longer hair get no weight. */
static void
set_weights (Fit *fit, const double *values, const double found[N_TERMS])
{
  const double of_hair = FARTHER * find_limit (fit, values, found, TRUE);
  const double of_skin = find_limit (fit, values, found, FALSE);

  for (guint i = 0; i < fit->n; i++)
    {
      const double r = find_residual (fit, values, found, i)
                       / (is_hair (fit, i) ? of_hair : of_skin);
      const double fits = r * r < 1 ? (1 - r * r) * (1 - r * r) : 0;

      fit->weight[i] = fit->nearby[i] * fits;
    }
}

static double
get_light (const FolliHairCell *cell, gint channel)
{
  const float rgb[]
      = { (float)cell->light[0], (float)cell->light[1], (float)cell->light[2] };

  return channel < 0 ? folli_hair_luminance (rgb) : cell->light[channel];
}

static void
list_values (const GArray *cells, gint channel, double *values)
{
  for (guint i = 0; i < cells->len; i++)
    values[i] = log (MAX (get_light (cell_at (cells, i), channel), DARKEST));
}

static void
set_skin (const Fit *fit, const GArray *cells, FolliHair *hair)
{
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    {
      double weight = 0, light = 0;

      for (guint i = 0; i < fit->n; i++)
        if (!cell_at (cells, i)->is_hair)
          {
            weight += fit->weight[i];
            light += fit->weight[i] * cell_at (cells, i)->light[c];
          }
      hair->skin[c] = CLAMP (light / MAX (weight, 1e-9), 0, 1);
    }
}

void
folli_hair_fit (const GArray *cells, FolliHair *hair)
{
  const guint        n = cells->len;
  g_autofree double *terms = g_new (double, n *N_TERMS);
  g_autofree double *nearby = g_new (double, n);
  g_autofree double *weight = g_new (double, n);
  g_autofree double *values = g_new (double, n);
  Fit                fit = { n, terms, nearby, weight };
  double             found[N_TERMS];

  set_nearby (&fit, cells);
  leave_out_shine (&fit, cells);
  set_terms (&fit, cells);
  for (guint i = 0; i < n; i++)
    weight[i] = nearby[i];

  list_values (cells, -1, values);
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      fit_values (&fit, values, found);
      set_weights (&fit, values, found);
    }
  for (gint c = 0; c < FOLLI_CHANNELS; c++)
    {
      list_values (cells, c, values);
      fit_values (&fit, values, found);
      hair->transmittance[c] = exp (found[STEP]);
    }
  set_skin (&fit, cells, hair);
}
