/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <lcms2.h>

#include "dots-graph.h"
#include "gimp/density.h"
#include "head/case.h"
#include "head/field.h"

#define WIDTH 380
#define HEIGHT 290
#define PX_PER_CM 24

/* What is around a scar, mm. */
#define NEAR_MM 0.6
#define FAR_MM 4

static const GeglRectangle IMAGE = { 0, 0, WIDTH, HEIGHT };

/* A head from behind. */
typedef struct
{
  HeadScene   scene;
  GeglBuffer *photo;
  FolliMask   mask;
  float      *scar; /* how much of a scar each pixel is; below 0: no stubble */
} Head;

static void
clear_head (Head *head)
{
  g_clear_object (&head->photo);
  folli_mask_clear (&head->mask);
  g_clear_pointer (&head->scar, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Head, clear_head)

static void
find_scars (Head *head)
{
  g_auto (HeadField) field = { 0 };

  head_field_init (&field, &head->scene);
  head->scar = g_new (float, WIDTH *HEIGHT);
  for (int i = 0; i < WIDTH * HEIGHT; i++)
    {
      const float x = i % WIDTH + 0.5f;
      const float y = i / WIDTH + 0.5f;
      HeadPoint   point;
      HeadVec     place;

      head->scar[i] = -1;
      if (!head_field_find (&field, x, y, &point) || point.z <= HEAD_MISSED)
        continue;
      place = head_pose_to_head (
          &field.pose, head_field_place (&head->scene, x, y, point.z));
      head->scar[i] = head_case_scar (&head->scene, place);
      if (head->scar[i] == 0 && head_case_hair (&head->scene, place) < 0.9f)
        head->scar[i] = -1;
    }
}

static Head
take_head (HeadCase hair_case)
{
  Head              head = { .scene = HEAD_SCENE_FALLBACK };
  g_autofree float *photo = g_new (float, 3 * WIDTH * HEIGHT);
  g_autofree float *mask = g_new (float, WIDTH *HEIGHT);
  g_autoptr (GeglBuffer) painted
      = gegl_buffer_new (&IMAGE, babl_format ("Y' float"));
  g_autoptr (GError) error = NULL;

  head.scene.width = WIDTH;
  head.scene.height = HEIGHT;
  head.scene.pixels_per_cm = PX_PER_CM;
  head.scene.skin = HEAD_SKIN_LIGHT;
  head.scene.hair_case = hair_case;
  head.scene.blur_px = 0.6;
  head.scene.noise = 0.008;
  head.scene.yaw_deg = 165;
  head.scene.pitch_deg = -4;
  head_render (&head.scene, photo, mask);
  find_scars (&head);

  head.photo = gegl_buffer_new (&IMAGE, babl_format ("R'G'B' float"));
  gegl_buffer_set (head.photo, &IMAGE, 0, NULL, photo, GEGL_AUTO_ROWSTRIDE);
  gegl_buffer_set (painted, &IMAGE, 0, NULL, mask, GEGL_AUTO_ROWSTRIDE);
  g_assert_true (folli_mask_read ("mask", painted, FOLLI_MASK_CHANNEL, &IMAGE,
                                  NULL, &head.mask, &error));
  g_assert_no_error (error);
  return head;
}

static FolliRecipe
make_recipe (const char *look, const Head *head)
{
  g_autofree char  *folder = g_strdup (g_getenv ("FOLLICLE_PRESETS_PATH"));
  const char *const folders[] = { folder, NULL };
  g_autoptr (FolliPresets) presets = folli_presets_load (folders);
  g_autoptr (GError) error = NULL;
  FolliPhotoTraits traits;
  FolliRecipe      recipe;

  folli_presets_make_recipe (presets, look, "", "", "", &recipe, &error);
  g_assert_no_error (error);
  recipe.value[FOLLI_PIXELS_PER_CM] = PX_PER_CM;
  folli_density_measure_photo (&head->mask, head->photo, &traits);
  folli_density_match_photo (&traits, &recipe);
  return recipe;
}

/* The way of a plan. */
static GeglBuffer *
stamp (const Head *head, const char *look)
{
  FolliRecipe recipe = make_recipe (look, head);
  g_auto (FolliMask) mask = head->mask;
  g_autoptr (GeglBuffer) edges = NULL;
  g_autoptr (GeglBuffer) pigment = NULL;
  GeglBuffer *result = gegl_buffer_dup (head->photo);

  g_object_ref (mask.map);
  folli_density_drop_hairline (&recipe);
  edges = folli_density_find_edges (&mask, head->photo, &recipe);
  g_assert_true (folli_density_lacks_tone (&mask, edges));
  folli_density_match_tone (&recipe, 0);
  folli_density_take_edges (&mask, edges, &recipe, 0, NULL, NULL);
  pigment = gegl_buffer_new (&mask.box, babl_format ("RGBA float"));
  folli_graph_draw_dots (mask.map, &recipe, 0, FOLLI_SESSION_ALL, pigment, NULL,
                         NULL);
  folli_graph_multiply (head->photo, pigment, result);
  return result;
}

/* Whether there is a scar within some distance of a pixel. */
static gboolean
is_near (const Head *head, int x, int y, double mm)
{
  const int reach = mm * PX_PER_CM / 10 + 0.5;

  for (int v = MAX (y - reach, 0); v <= MIN (y + reach, HEIGHT - 1); v++)
    for (int u = MAX (x - reach, 0); u <= MIN (x + reach, WIDTH - 1); u++)
      if (head->scar[v * WIDTH + u] > 0.02f)
        return TRUE;
  return FALSE;
}

typedef enum
{
  ELSEWHERE,
  SCAR,
  AROUND
} Kind;

static Kind
get_kind (const Head *head, int i)
{
  const int x = i % WIDTH;
  const int y = i / WIDTH;

  if (head->scar[i] > 0.7f)
    return SCAR;
  if (head->scar[i] == 0 && is_near (head, x, y, FAR_MM)
      && !is_near (head, x, y, NEAR_MM))
    return AROUND;
  return ELSEWHERE;
}

static cmsCIELab
find_mean (const Head *head, GeglBuffer *picture, Kind kind)
{
  const Babl       *format = babl_format ("CIE XYZ float");
  g_autofree float *xyz = g_new (float, 3 * WIDTH * HEIGHT);
  cmsCIEXYZ         sum = { 0, 0, 0 };
  cmsCIELab         lab;
  int               n = 0;

  gegl_buffer_get (picture, &IMAGE, 1, format, xyz, GEGL_AUTO_ROWSTRIDE,
                   GEGL_ABYSS_NONE);
  for (int i = 0; i < WIDTH * HEIGHT; i++)
    if (get_kind (head, i) == kind)
      {
        sum.X += xyz[3 * i];
        sum.Y += xyz[3 * i + 1];
        sum.Z += xyz[3 * i + 2];
        n++;
      }
  g_assert_cmpint (n, >, 500);
  sum = (cmsCIEXYZ){ sum.X / n, sum.Y / n, sum.Z / n };
  cmsXYZ2Lab (cmsD50_XYZ (), &lab, &sum);
  return lab;
}

typedef struct
{
  const char *look;
  HeadCase    hair_case;
  double      most_left; /* of the difference there was */
} Case;

static void
scars_disappear (gconstpointer data)
{
  const Case *scar = data;
  g_auto (Head) head = take_head (scar->hair_case);
  g_autoptr (GeglBuffer) after = stamp (&head, scar->look);
  cmsCIELab    scar_before = find_mean (&head, head.photo, SCAR);
  cmsCIELab    around_before = find_mean (&head, head.photo, AROUND);
  cmsCIELab    scar_after = find_mean (&head, after, SCAR);
  cmsCIELab    around_after = find_mean (&head, after, AROUND);
  const double before
      = cmsCIE2000DeltaE (&scar_before, &around_before, 1, 1, 1);
  const double left = cmsCIE2000DeltaE (&scar_after, &around_after, 1, 1, 1);

  g_test_message ("%s: CIEDE2000 from what is around %.2f before, %.2f after, "
                  "which is %.2f L* darker",
                  scar->look, before, left, around_before.L - around_after.L);
  g_assert_cmpfloat (left, <, scar->most_left * before);
  g_assert_cmpfloat (scar_after.L, >, around_after.L - 1);
  g_assert_cmpfloat (around_after.L, >, around_before.L - 1);
}

int
main (int argc, char **argv)
{
  static const Case STRIP = { "scar-line", HEAD_CASE_SCAR_LINE, 1 / 3. };
  static const Case ROUND = { "scar-dots", HEAD_CASE_SCAR_DOTS, 1 / 3. };

  g_test_init (&argc, &argv, NULL);
  folli_test_start_gegl (&argc, &argv);
  g_test_add_data_func ("/scars/a strip is seen by a third of what it was",
                        &STRIP, scars_disappear);
  g_test_add_data_func ("/scars/round ones are seen by a third, too", &ROUND,
                        scars_disappear);
  return g_test_run ();
}
