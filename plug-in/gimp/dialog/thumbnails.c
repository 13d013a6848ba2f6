/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/dialog/thumbnails.h"

#include <math.h>

#include "gimp/dialog/looks.h"

/* Of what a picture shows: wide enough for the softest of hairlines, near
   enough for dots. Chosen by eye. */
#define PATCH_CM 4.0

/* The edge lies at this share of a picture's height. */
#define EDGE_AT 0.75

/* What lies around a picture and matters to it. */
#define MARGIN_CM 4

/* Row of the mask's lowest marked pixel in a column; its middle where there is
   none. */
static int
find_edge (const FolliMask *mask, int column)
{
  const GeglRectangle line = { column, mask->box.y, 1, mask->box.height };
  g_autofree float   *density = g_new (float, line.height);
  int                 y = line.height - 1;

  gegl_buffer_get (mask->map, &line, 1, gegl_buffer_get_format (mask->map),
                   density, GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
  while (y >= 0 && density[y] < 0.5f)
    y--;
  return line.y + (y >= 0 ? y : line.height / 2);
}

/* How much smaller than the photo the pictures are. */
static double
find_scale (const FolliPlan *plan)
{
  const double patch_px
      = MIN (PATCH_CM * plan->recipe.value[FOLLI_PIXELS_PER_CM],
             1.2 * MAX (plan->mask.box.width, plan->mask.box.height));

  return MIN (FOLLI_LOOK_WIDTH_PX / patch_px, 1);
}

static GeglRectangle
find_patch (const FolliPlan *plan, GeglBuffer *photo, double scale)
{
  const GeglRectangle *whole = gegl_buffer_get_extent (photo);
  const int            x = plan->mask.box.x + plan->mask.box.width / 2;
  const int            y = find_edge (&plan->mask, x);
  GeglRectangle        patch = { x * scale - FOLLI_LOOK_WIDTH_PX / 2.0,
                                 y * scale - EDGE_AT * FOLLI_LOOK_HEIGHT_PX,
                                 FOLLI_LOOK_WIDTH_PX, FOLLI_LOOK_HEIGHT_PX };
  const int left = ceil (whole->x * scale), top = ceil (whole->y * scale);

  patch.x = CLAMP (
      patch.x, left,
      MAX (left, floor ((whole->x + whole->width) * scale) - patch.width));
  patch.y = CLAMP (
      patch.y, top,
      MAX (top, floor ((whole->y + whole->height) * scale) - patch.height));
  return patch;
}

static void
free_pixels (guchar *pixels, gpointer data)
{
  g_free (pixels);
}

static void
show (guint                slot,
      const GeglRectangle *area,
      const guchar        *pixels,
      gpointer             data)
{
  FolliDialog *dialog = data;
  gpointer     copy = g_memdup2 (pixels, (gsize)area->width * area->height * 4);
  GdkPixbuf   *picture = gdk_pixbuf_new_from_data (
        copy, GDK_COLORSPACE_RGB, TRUE, 8, area->width, area->height,
        area->width * 4, free_pixels, NULL);

  folli_looks_show_picture (dialog->looks, slot - FOLLI_SLOT_LOOKS, picture);
  g_object_unref (picture);
}

/* What a look says, for this photo. */
static FolliRecipe
place_look (const FolliRecipe *look, const FolliPlan *plan)
{
  static const FolliParameterId OF_THE_PHOTO[]
      = { FOLLI_PIXELS_PER_CM, FOLLI_PHOTO_BLUR, FOLLI_PHOTO_GRAIN,
          FOLLI_HEAD_X,        FOLLI_HEAD_Y,     FOLLI_HEAD_WIDTH,
          FOLLI_HEAD_HEIGHT };
  FolliRecipe recipe = *look;

  for (guint i = 0; i < G_N_ELEMENTS (OF_THE_PHOTO); i++)
    recipe.value[OF_THE_PHOTO[i]] = plan->recipe.value[OF_THE_PHOTO[i]];
  g_strlcpy (recipe.skin, plan->recipe.skin, sizeof recipe.skin);
  return recipe;
}

static void
draw_all (FolliDialog *dialog)
{
  const FolliPlan *plan = dialog->plan;
  const double     scale = find_scale (plan);
  const int        margin
      = MARGIN_CM * plan->recipe.value[FOLLI_PIXELS_PER_CM] * scale;
  g_autoptr (GeglBuffer) photo = folli_host_get_photo (dialog->host);
  const GeglRectangle patch = find_patch (plan, photo, scale);
  g_autoptr (FolliExcerpt) excerpt
      = folli_excerpt_new (dialog->host, &plan->mask, &patch, margin, scale);
  guint                  n_looks;
  const FolliPresetInfo *looks
      = folli_presets_list (dialog->presets, FOLLI_PRESET_LOOK, &n_looks);

  for (guint i = 0; i < n_looks; i++)
    {
      const FolliRecipe recipe = place_look (&looks[i].recipe, plan);

      folli_desk_draw (dialog->desk, FOLLI_SLOT_LOOKS + i, excerpt, &recipe,
                       plan->seed, &patch, show, dialog);
    }
}

void
folli_thumbnails_update (FolliDialog *dialog)
{
  const double scale = dialog->plan->recipe.value[FOLLI_PIXELS_PER_CM];

  if (dialog->drawn_map == dialog->plan->mask.map
      && dialog->drawn_scale == scale)
    return;
  g_set_object (&dialog->drawn_map, dialog->plan->mask.map);
  dialog->drawn_scale = scale;
  draw_all (dialog);
}
