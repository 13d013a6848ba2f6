/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/hair.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "follicle/error.h"
#include "hair-private.h"

/* Of a cell, and how many of each kind are needed. Source of this and what
 * follows: doc/numbers.md, "Short hair beside bare skin". */
static const double CELL_MM = 1.5;

enum
{
  LEAST_CELL_PX = 3,
  LEAST_CELLS = 8,
  LEAST_PIXELS = 64
};

/* Where skin is looked for if nobody says where it is. */
static const double AROUND_MM = 25;

/* Light that the camera could not count. */
static const float CLIPPED = 0.97f;

/* Bare skin is redder than it is green, and greener than it is blue, whatever
 * its tone: most walls and clothes are not. */
static const double LEAST_RED_OVER_GREEN = 1.1, LEAST_GREEN_OVER_BLUE = 0.95;

/* Skin is plainer than hair: the plainest tenth around is skin, and where hair
 * has not that much more texture, none can be told from it. */
static const double PLAINEST_SHARE = 0.1, LEAST_MORE_TEXTURE = 1.5;

/* Hair that darkens less is none. */
static const double LEAST_DARKENING = 0.04;

/* What is summed over the pixels of a cell, of one kind. */
typedef struct
{
  guint  n;
  guint  n_clipped;
  double light[FOLLI_CHANNELS];
  double luminance;
  double luminance2;
} Sum;

typedef struct
{
  gint   side_px;
  gint   columns;
  gint   rows;
  Sum   *hair;
  Sum   *skin;    /* or whatever is not hair */
  double texture; /* mean deviation of the hair's cells */
} Grid;

static void
grid_clear (Grid *grid)
{
  g_clear_pointer (&grid->hair, g_free);
  g_clear_pointer (&grid->skin, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Grid, grid_clear)

static void
add_pixel (Sum *sum, const float *rgb)
{
  const double luminance = folli_hair_luminance (rgb);

  if (MAX (rgb[0], MAX (rgb[1], rgb[2])) > CLIPPED)
    {
      sum->n_clipped++;
      return;
    }
  sum->n++;
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    sum->light[c] += rgb[c];
  sum->luminance += luminance;
  sum->luminance2 += luminance * luminance;
}

static void
grid_init (Grid *grid, const FolliHairPhoto *photo)
{
  *grid
      = (Grid){ MAX (LEAST_CELL_PX, (gint)round (CELL_MM * photo->px_per_mm)) };
  grid->columns = (photo->width + grid->side_px - 1) / grid->side_px;
  grid->rows = (photo->height + grid->side_px - 1) / grid->side_px;
  grid->hair = g_new0 (Sum, (gsize)grid->columns * grid->rows);
  grid->skin = g_new0 (Sum, (gsize)grid->columns * grid->rows);

  for (gint y = 0; y < photo->height; y++)
    for (gint x = 0; x < photo->width; x++)
      {
        const gsize i = (gsize)y * photo->width + x;
        const gsize cell
            = (gsize)(y / grid->side_px) * grid->columns + x / grid->side_px;

        if (photo->reference[i] > 0.5f)
          add_pixel (&grid->hair[cell], photo->rgb + 3 * i);
        else if (photo->skin ? photo->skin[i] > 0.5f : photo->reference[i] <= 0)
          add_pixel (&grid->skin[cell], photo->rgb + 3 * i);
      }
}

static Sum
add_up (const Grid *grid, const Sum *sums)
{
  Sum all = { 0 };

  for (gsize i = 0; i < (gsize)grid->columns * grid->rows; i++)
    {
      all.n += sums[i].n;
      all.n_clipped += sums[i].n_clipped;
    }
  return all;
}

static gboolean
is_full (const Grid *grid, const Sum *sum)
{
  return 2 * sum->n >= (guint)(grid->side_px * grid->side_px);
}

/* Relative to the mean. */
static double
get_deviation (const Sum *sum)
{
  const double mean = sum->luminance / sum->n;

  return sqrt (MAX (sum->luminance2 / sum->n - mean * mean, 0))
         / MAX (mean, 1e-6);
}

static gboolean
has_hue_of_skin (const Sum *sum)
{
  return sum->light[0] > LEAST_RED_OVER_GREEN * sum->light[1]
         && sum->light[1] > LEAST_GREEN_OVER_BLUE * sum->light[2];
}

static FolliHairCell
make_cell (const FolliHairPhoto *photo,
           const Grid           *grid,
           const Sum            *sums,
           gsize                 i)
{
  const double  mm = grid->side_px / photo->px_per_mm;
  FolliHairCell cell = { (i % grid->columns + 0.5) * mm,
                         (i / grid->columns + 0.5) * mm, sums == grid->hair };

  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    cell.light[c] = sums[i].light[c] / sums[i].n;
  return cell;
}

static void
list_hair (const FolliHairPhoto *photo, Grid *grid, GArray *cells)
{
  double deviation = 0;

  for (gsize i = 0; i < (gsize)grid->columns * grid->rows; i++)
    if (is_full (grid, &grid->hair[i]))
      {
        const FolliHairCell cell = make_cell (photo, grid, grid->hair, i);

        deviation += get_deviation (&grid->hair[i]);
        g_array_append_val (cells, cell);
      }
  grid->texture = deviation / MAX (cells->len, 1);
}

static gboolean
is_near (const GArray *hair, const FolliHairCell *cell)
{
  for (guint i = 0; i < hair->len; i++)
    {
      const FolliHairCell *other = &g_array_index (hair, FolliHairCell, i);

      if (hypot (other->x - cell->x, other->y - cell->y) < AROUND_MM)
        return TRUE;
    }
  return FALSE;
}

static void
list_marked_skin (const FolliHairPhoto *photo, const Grid *grid, GArray *cells)
{
  for (gsize i = 0; i < (gsize)grid->columns * grid->rows; i++)
    if (is_full (grid, &grid->skin[i]))
      {
        const FolliHairCell cell = make_cell (photo, grid, grid->skin, i);

        g_array_append_val (cells, cell);
      }
}

/* The most that a cell and those around it have. */
static double
find_texture (const Grid *grid, gsize i)
{
  const gint column = i % grid->columns, row = i / grid->columns;
  double     most = 0;

  for (gint y = MAX (row - 1, 0); y <= MIN (row + 1, grid->rows - 1); y++)
    for (gint x = MAX (column - 1, 0); x <= MIN (column + 1, grid->columns - 1);
         x++)
      {
        const Sum *sum = &grid->skin[(gsize)y * grid->columns + x];

        if (is_full (grid, sum))
          most = MAX (most, get_deviation (sum));
      }
  return most;
}

/* The cells around the reference that have the hue of skin, and how much
 * texture each has. */
static void
list_candidates (const FolliHairPhoto *photo,
                 const Grid           *grid,
                 const GArray         *hair,
                 GArray               *candidates,
                 GArray               *textures)
{
  for (gsize i = 0; i < (gsize)grid->columns * grid->rows; i++)
    if (is_full (grid, &grid->skin[i]) && has_hue_of_skin (&grid->skin[i]))
      {
        const FolliHairCell cell = make_cell (photo, grid, grid->skin, i);
        const double        texture = find_texture (grid, i);

        if (!is_near (hair, &cell))
          continue;
        g_array_append_val (candidates, cell);
        g_array_append_val (textures, texture);
      }
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const double p = *(const double *)a, q = *(const double *)b;

  return (p > q) - (p < q);
}

static double
find_plainest (const GArray *textures)
{
  g_autoptr (GArray) sorted = g_array_copy ((GArray *)textures);

  g_array_sort (sorted, compare);
  return sorted->len > 0 ? g_array_index (
             sorted, double, (guint)(PLAINEST_SHARE * (sorted->len - 1)))
                         : 0;
}

static void
look_for_skin (const FolliHairPhoto *photo, const Grid *grid, GArray *cells)
{
  g_autoptr (GArray) candidates
      = g_array_new (FALSE, FALSE, sizeof (FolliHairCell));
  g_autoptr (GArray) textures = g_array_new (FALSE, FALSE, sizeof (double));
  double plainest;

  list_candidates (photo, grid, cells, candidates, textures);
  plainest = find_plainest (textures);
  if (grid->texture < LEAST_MORE_TEXTURE * plainest)
    return;
  for (guint i = 0; i < candidates->len; i++)
    if (g_array_index (textures, double, i) < sqrt (plainest * grid->texture))
      g_array_append_val (cells, g_array_index (candidates, FolliHairCell, i));
}

static gboolean
check_reference (const Grid *grid, GError **error)
{
  const Sum hair = add_up (grid, grid->hair);

  if (hair.n + hair.n_clipped < LEAST_PIXELS)
    g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                 _ ("The reference has %u pixels; at least %d are needed to "
                    "measure hair"),
                 hair.n + hair.n_clipped, LEAST_PIXELS);
  else if (hair.n_clipped > hair.n)
    g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                 _ ("%.0f %% of the reference is shine, which hides hair; at "
                    "most 50 %% may be"),
                 100.0 * hair.n_clipped / (hair.n + hair.n_clipped));
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_cells (const FolliHairPhoto *photo,
             const Grid           *grid,
             guint                 n_hair,
             guint                 n_skin,
             GError              **error)
{
  const double mm = grid->side_px / photo->px_per_mm;
  const double least_mm2 = LEAST_CELLS * mm * mm;

  if (n_hair < LEAST_CELLS)
    g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                 _ ("The reference shows %.0f mm² of hair in one piece; at "
                    "least %.0f mm² are needed for a mean"),
                 n_hair * mm * mm, least_mm2);
  else if (n_skin < LEAST_CELLS && photo->skin)
    g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                 _ ("The skin shows %.0f mm² outside the reference; at least "
                    "%.0f mm² are needed for a mean"),
                 n_skin * mm * mm, least_mm2);
  else if (n_skin < LEAST_CELLS)
    g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                 _ ("There is no bare skin within %.0f mm of the reference; "
                    "say where it is"),
                 AROUND_MM);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_darkening (const FolliHair *hair, GError **error)
{
  const float rgb[]
      = { (float)hair->transmittance[0], (float)hair->transmittance[1],
          (float)hair->transmittance[2] };
  const double transmittance = folli_hair_luminance (rgb);

  if (transmittance < 1 - LEAST_DARKENING)
    return TRUE;
  if (transmittance > 1 + LEAST_DARKENING)
    g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                 _ ("The hair is %.0f %% lighter than the skin beside it; "
                    "pigment can only darken"),
                 100 * (transmittance - 1));
  else
    g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                 _ ("There is no hair in the reference: it is %.0f %% darker "
                    "than the skin beside it, and hair is at least %.0f %%"),
                 MAX (100 * (1 - transmittance), 0), 100 * LEAST_DARKENING);
  return FALSE;
}

/* A photo with skin marked where it was found. */
static void
mark_skin (const FolliHairPhoto *photo,
           const Grid           *grid,
           const GArray         *cells,
           float                *skin)
{
  const double mm = grid->side_px / photo->px_per_mm;

  for (guint i = 0; i < cells->len; i++)
    {
      const FolliHairCell *cell = &g_array_index (cells, FolliHairCell, i);
      const gint           left = (gint)(cell->x / mm) * grid->side_px;
      const gint           top = (gint)(cell->y / mm) * grid->side_px;

      if (cell->is_hair)
        continue;
      for (gint y = top; y < MIN (top + grid->side_px, photo->height); y++)
        for (gint x = left; x < MIN (left + grid->side_px, photo->width); x++)
          if (photo->reference[(gsize)y * photo->width + x] <= 0)
            skin[(gsize)y * photo->width + x] = 1;
    }
}

gboolean
folli_hair_measure (const FolliHairPhoto *photo,
                    FolliHair            *hair,
                    GError              **error)
{
  g_auto (Grid) grid = { 0 };
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (FolliHairCell));
  g_autofree float *skin = NULL;
  FolliHairPhoto    marked = *photo;
  FolliHair         found = { { 0 } };
  guint             n_hair;

  grid_init (&grid, photo);
  if (!check_reference (&grid, error))
    return FALSE;
  list_hair (photo, &grid, cells);
  n_hair = cells->len;
  if (photo->skin)
    list_marked_skin (photo, &grid, cells);
  else
    look_for_skin (photo, &grid, cells);
  if (!check_cells (photo, &grid, n_hair, cells->len - n_hair, error))
    return FALSE;

  folli_hair_fit (cells, &found);
  if (!check_darkening (&found, error))
    return FALSE;
  if (!photo->skin)
    {
      marked.skin = skin = g_new0 (float, (gsize)photo->width * photo->height);
      mark_skin (photo, &grid, cells, skin);
    }
  folli_hair_find_texture (&marked, &found);
  *hair = found;
  return TRUE;
}
