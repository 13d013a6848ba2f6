/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "dots-graph.h"
#include "gimp/density.h"
#include "gimp/pixels.h"
#include "gimp/preview.h"

#define WIDTH 420
#define HEIGHT 330
#define N_SETTINGS 10
#define N_AREAS 4

static const GeglRectangle IMAGE = { 0, 0, WIDTH, HEIGHT };

/* Skin in uneven light with dark hairs here and there. */
static GeglBuffer *
new_photo (GRand *rand)
{
  const Babl        *format = babl_format ("R'G'B' u8");
  GeglBuffer        *photo = gegl_buffer_new (&IMAGE, format);
  g_autofree guchar *pixels = g_malloc (WIDTH * HEIGHT * 3);

  for (int i = 0; i < WIDTH * HEIGHT; i++)
    {
      const double light = 0.75 + 0.25 * sin (i % WIDTH * 0.01)
                           + g_rand_double_range (rand, -0.03, 0.03);
      const double hair = g_rand_double (rand) < 0.02 ? 0.3 : 1;

      pixels[3 * i] = 205 * light * hair;
      pixels[3 * i + 1] = 160 * light * hair;
      pixels[3 * i + 2] = 135 * light * hair;
    }
  gegl_buffer_set (photo, &IMAGE, 0, format, pixels, GEGL_AUTO_ROWSTRIDE);
  return photo;
}

/* An ellipse with a soft edge. */
static FolliMask
new_mask (void)
{
  const Babl *format = babl_format ("Y' float");
  g_autoptr (GeglBuffer) painted = gegl_buffer_new (&IMAGE, format);
  g_autofree float *pixels = g_new (float, WIDTH *HEIGHT);
  g_autoptr (GError) error = NULL;
  FolliMask mask;

  for (int i = 0; i < WIDTH * HEIGHT; i++)
    {
      const double x = (i % WIDTH - 200) / 140.0;
      const double y = (i / WIDTH - 170) / 100.0;

      pixels[i] = CLAMP (20 * (1 - hypot (x, y)), 0, 1);
    }
  gegl_buffer_set (painted, &IMAGE, 0, format, pixels, GEGL_AUTO_ROWSTRIDE);
  g_assert_true (folli_mask_read ("mask", painted, FOLLI_MASK_CHANNEL, &IMAGE,
                                  NULL, &mask, &error));
  g_assert_no_error (error);
  return mask;
}

/* Any look, with the numbers of the dialog's sliders anywhere. */
static FolliRecipe
choose_recipe (const FolliPresets *presets, GRand *rand)
{
  static const FolliParameterId TUNED[]
      = { FOLLI_DENSITY,    FOLLI_DIAMETER,   FOLLI_AGE,
          FOLLI_STRENGTH,   FOLLI_DEPTH,      FOLLI_SHADOW,
          FOLLI_SOFTNESS,   FOLLI_UNDULATION, FOLLI_IRREGULARITY,
          FOLLI_OUTLIERS,   FOLLI_AVOID_HAIR, FOLLI_AVOID_GLARE,
          FOLLI_PHOTO_BLUR, FOLLI_FEATHER,    FOLLI_EDGE_DENSITY };
  guint                  n_looks;
  const FolliPresetInfo *looks
      = folli_presets_list (presets, FOLLI_PRESET_LOOK, &n_looks);
  const char *look = looks[g_rand_int_range (rand, 0, n_looks)].id;
  g_autoptr (GError) error = NULL;
  FolliRecipe recipe;

  folli_presets_make_recipe (presets, look, "", "", "", &recipe, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (TUNED); i++)
    {
      const FolliParameter *parameter = folli_parameter_get (TUNED[i]);

      if (g_rand_boolean (rand))
        recipe.value[TUNED[i]] = g_rand_double_range (
            rand, parameter->ui_minimum, parameter->ui_maximum);
    }
  recipe.value[FOLLI_PIXELS_PER_CM] = g_rand_double_range (rand, 20, 90);
  recipe.value[FOLLI_SESSIONS] = g_rand_int_range (rand, 1, 4);
  /* As a plan has it where no tone lacks. */
  recipe.value[FOLLI_MATCH_TONE] = 0;
  g_test_message ("%s at %g px per cm", look,
                  recipe.value[FOLLI_PIXELS_PER_CM]);
  return recipe;
}

/* The way of folli_plan_carry_out(). */
static GeglBuffer *
stamp (const FolliMask   *painted,
       GeglBuffer        *photo,
       const FolliRecipe *recipe,
       guint32            seed)
{
  FolliMask mask = *painted;
  g_autoptr (GeglBuffer) pigment = NULL;
  GeglBuffer *result = gegl_buffer_dup (photo);

  g_object_ref (mask.map);
  folli_density_refine (&mask, photo, recipe, seed, NULL, NULL);
  pigment = gegl_buffer_new (&mask.box, babl_format ("RGBA float"));
  folli_graph_draw_dots (mask.map, recipe, seed, FOLLI_SESSION_ALL, pigment,
                         NULL, NULL);
  folli_graph_multiply (photo, pigment, result);
  folli_mask_clear (&mask);
  return result;
}

static GeglRectangle
choose_area (GRand *rand)
{
  GeglRectangle area = { g_rand_int_range (rand, 0, WIDTH - 80),
                         g_rand_int_range (rand, 0, HEIGHT - 80), 0, 0 };

  area.width = g_rand_int_range (rand, 40, WIDTH - area.x + 1);
  area.height = g_rand_int_range (rand, 40, HEIGHT - area.y + 1);
  return area;
}

/* Returns how many bytes of an area the dots have changed. */
static int
compare (const FolliPreview *preview, GeglBuffer *stamped, GRand *rand)
{
  const Babl         *format = babl_format ("R'G'B'A u8");
  const GeglRectangle area = choose_area (rand);
  const int           n_bytes = area.width * area.height * 4;
  g_autofree guchar  *shown = g_malloc (n_bytes);
  g_autofree guchar  *made = g_malloc (n_bytes);
  g_autofree guchar  *before = g_malloc (n_bytes);
  g_autoptr (GeglBuffer) drawn = folli_preview_draw (preview, &area);
  int n_changed = 0;

  folli_pixels_get (drawn, &area, shown);
  gegl_buffer_get (stamped, &area, 1, format, made, GEGL_AUTO_ROWSTRIDE,
                   GEGL_ABYSS_NONE);
  gegl_buffer_get (preview->photo, &area, 1, format, before,
                   GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
  g_assert_cmpmem (shown, n_bytes, made, n_bytes);
  for (int i = 0; i < n_bytes; i++)
    n_changed += shown[i] != before[i];
  return n_changed;
}

static void
shows_what_comes_out (gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  const char *const folders[] = { g_getenv ("FOLLICLE_PRESETS_PATH"), NULL };
  g_autoptr (FolliPresets) presets = folli_presets_load (folders);
  g_autoptr (GeglBuffer) photo = new_photo (rand);
  g_auto (FolliMask) mask = new_mask ();
  const FolliRecipe recipe = choose_recipe (presets, rand);
  const guint32     seed = g_rand_int (rand);
  g_autoptr (GeglBuffer) edges
      = folli_density_find_edges (&mask, photo, &recipe);
  g_autoptr (GeglBuffer) stamped = stamp (&mask, photo, &recipe, seed);
  const FolliPreview preview
      = { photo, edges, folli_density_find_box (&mask, &recipe), &recipe,
          seed };
  int n_changed = 0;

  for (int i = 0; i < N_AREAS; i++)
    n_changed += compare (&preview, stamped, rand);
  g_assert_cmpint (n_changed, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  folli_test_start_gegl (&argc, &argv);
  for (guint i = 1; i <= N_SETTINGS; i++)
    {
      g_autofree char *path
          = g_strdup_printf ("/preview/shows-what-comes-out/settings-%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), shows_what_comes_out);
    }
  return g_test_run ();
}
