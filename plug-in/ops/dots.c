/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chain-properties.h"

#ifdef GEGL_PROPERTIES

/* clang-format off */
enum_start (follicle_session)
  enum_value (FOLLICLE_SESSION_ALL,    "all",    N_("All"))
  enum_value (FOLLICLE_SESSION_FIRST,  "first",  N_("First"))
  enum_value (FOLLICLE_SESSION_SECOND, "second", N_("Second"))
  enum_value (FOLLICLE_SESSION_THIRD,  "third",  N_("Third"))
enum_end (FollicleSession)

FOLLI_SCALE_PROPERTY
FOLLI_DOT_PROPERTIES
property_enum (session, _("Session"), FollicleSession, follicle_session,
               FOLLICLE_SESSION_ALL)
  description (_("Draw only the dots of that session"))
FOLLI_AGE_PROPERTY
FOLLI_HEAD_PROPERTIES
FOLLI_ORIGIN_PROPERTIES
FOLLI_SEED_PROPERTY
/* clang-format on */

#else

#define GEGL_OP_FILTER
#define GEGL_OP_NAME follicle_dots
#define GEGL_OP_C_SOURCE dots.c

#include "gegl-op.h"

#include "dot-list.h"
#include "regions.h"
#include "shift.h"

#include "follicle/render.h"

enum
{
  /* A chunk is small enough for the processor's caches and large enough that
   * the margin read around it costs little. */
  CHUNK = 512,
  /* Where a pixel shows many dots, a chunk has no more than this and takes
   * some 50 MB a thread, unless it is as small as can be. */
  CHUNK_DOTS = 500000,
  LEAST_CHUNK = 16,
  BAND = 64 /* rows of a map that babl converts at a time */
};

/* What a thread works with. Fresh memory for every call would cost as much
 * time as the dots in it. */
typedef struct
{
  FolliRender    *render;
  FolliDensityMap map;
  gsize           n_map;
} Desk;

static void
free_desk (gpointer data)
{
  Desk *desk = data;

  folli_render_free (desk->render);
  g_free (desk->map.value);
  g_free (desk);
}

static GPrivate desk_of_thread = G_PRIVATE_INIT (free_desk);

/* Reading the input can run the operation of another node in between: that
 * one takes a desk of its own. */
static Desk *
take_desk (void)
{
  Desk *desk = g_private_get (&desk_of_thread);

  g_private_set (&desk_of_thread, NULL);
  if (desk == NULL)
    {
      desk = g_new0 (Desk, 1);
      desk->render = folli_render_new ();
    }
  return desk;
}

static void
leave_desk (Desk *desk)
{
  g_private_replace (&desk_of_thread, desk);
}

static FolliScene *
make_shifted_scene (const GeglProperties *o, FolliShift shift, gint level)
{
  const double     scale = 1.0 / (1 << level);
  FolliArrangement arrangement = {
    .seed = o->seed,
    .px_per_mm = o->pixels_per_cm / 10 * scale,
    .origin_x = (o->origin_x + shift.x) * scale,
    .origin_y = (o->origin_y + shift.y) * scale,
    .density_per_cm2 = o->density,
    .earlier_per_cm2 = o->earlier_density,
    .jitter = o->jitter,
    .sessions = o->sessions,
    .front_fineness = o->front_fineness,
    .head = { o->head_curvature, o->head_x * scale, o->head_y * scale,
              o->head_width * scale, o->head_height * scale },
  };
  FolliDotStyle style = {
    .diameter_mm = o->diameter,
    .diameter_variation = o->diameter_variation,
    .strength = o->strength,
    .strength_variation = o->strength_variation,
    .depth_mm = o->depth,
    .shadow = o->shadow,
    .surface = o->surface,
    .photo_blur_px = o->photo_blur * scale,
    .photo_grain = o->photo_grain * scale,
    .erythema = o->erythema,
    .age_months = o->age,
    .dropouts = o->dropouts,
  };

  gegl_color_get_pixel (o->shade, babl_format ("RGB double"), style.shade);
  gegl_color_get_pixel (o->skin, babl_format ("RGB double"), style.skin);
  return folli_scene_new (&arrangement, &style,
                          (gint)o->session - FOLLICLE_SESSION_ALL);
}

static FolliScene *
make_scene (GeglOperation *operation, gint level)
{
  return make_shifted_scene (GEGL_PROPERTIES (operation),
                             folli_shift_find (operation), level);
}

static gint
find_chunk (const GeglProperties *o, gint level)
{
  const double px_per_cm = o->pixels_per_cm / (1 << level);
  const double dots_per_px = o->density / (px_per_cm * px_per_cm);
  gint         chunk = CHUNK;

  while (chunk > LEAST_CHUNK && dots_per_px * chunk * chunk > CHUNK_DOTS)
    chunk /= 2;
  return chunk;
}

static void
prepare (GeglOperation *operation)
{
  GeglProperties *o = GEGL_PROPERTIES (operation);
  const Babl     *space = gegl_operation_get_source_space (operation, "input");

  gegl_operation_set_format (operation, "input",
                             babl_format_with_space ("Y'A float", space));
  gegl_operation_set_format (operation, "output",
                             babl_format_with_space ("RGBA float", space));
  g_clear_pointer ((FolliScene **)&o->user_data, folli_scene_free);
  o->user_data = make_scene (operation, 0);
}

static GeglRectangle
get_neighbourhood (GeglOperation       *operation,
                   const gchar         *pad,
                   const GeglRectangle *rectangle)
{
  GeglProperties *o = GEGL_PROPERTIES (operation);

  /* A scene of properties that have changed since will do: with a property
   * all pixels are invalid. */
  if (o->user_data == NULL)
    o->user_data = make_scene (operation, 0);
  return folli_region_grow (rectangle, folli_scene_margin_px (o->user_data));
}

/* Linear floats can be read where they lie, and only dots need the perceptual
 * value; all else babl converts. */
static gboolean
is_linear_rgba (const Babl *format)
{
  return format == babl_format ("RGBA float");
}

/* Whether there is nothing to draw in an area, told from its pixels as they
 * lie, which is faster than to make a density map of them. */
static gboolean
is_empty (GeglBuffer *input, const GeglRectangle *area)
{
  GeglBufferIterator *iterator;
  gboolean            empty = TRUE;

  if (!is_linear_rgba (gegl_buffer_get_format (input)))
    return FALSE;

  iterator = gegl_buffer_iterator_new (input, area, 0, NULL, GEGL_ACCESS_READ,
                                       GEGL_ABYSS_NONE, 1);
  while (empty && gegl_buffer_iterator_next (iterator))
    empty = folli_density_map_is_empty_rgba (iterator->items[0].data,
                                             iterator->length);
  if (!empty)
    gegl_buffer_iterator_stop (iterator);
  return empty;
}

static void
read_linear (FolliDensityMap     *map,
             GeglBuffer          *input,
             const GeglRectangle *around)
{
  const Babl         *format = babl_format ("RGBA float");
  GeglBufferIterator *iterator;
  double              red, green, blue;
  float               luminance[3];

  babl_space_get_rgb_luminance (babl_format_get_space (format), &red, &green,
                                &blue);
  luminance[0] = red;
  luminance[1] = green;
  luminance[2] = blue;

  iterator = gegl_buffer_iterator_new (input, around, 0, format,
                                       GEGL_ACCESS_READ, GEGL_ABYSS_NONE, 1);
  while (gegl_buffer_iterator_next (iterator))
    {
      const GeglRectangle *part = &iterator->items[0].roi;

      folli_density_map_set_rgba (
          map, (FolliRectangle){ part->x, part->y, part->width, part->height },
          iterator->items[0].data, luminance);
    }
}

static void
read_luma_alpha (FolliDensityMap     *map,
                 GeglBuffer          *input,
                 const GeglRectangle *around,
                 gint                 level)
{
  const Babl *space = babl_format_get_space (gegl_buffer_get_format (input));
  const Babl *format = babl_format_with_space ("Y'A float", space);
  float *luma_alpha = gegl_scratch_new (float, 2 * (gsize)around->width * BAND);

  for (gint y = 0; y < around->height; y += BAND)
    {
      const GeglRectangle band = { around->x, around->y + y, around->width,
                                   MIN (BAND, around->height - y) };

      gegl_buffer_get (input, &band, 1.0 / (1 << level), format, luma_alpha,
                       GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
      folli_density_map_set_luma_alpha (
          map, (FolliRectangle){ band.x, band.y, band.width, band.height },
          luma_alpha);
    }
  gegl_scratch_free (luma_alpha);
}

static void
read_map (Desk                *desk,
          GeglBuffer          *input,
          const GeglRectangle *around,
          gint                 level)
{
  const FolliRectangle extent
      = { around->x, around->y, around->width, around->height };
  const gsize    n = (gsize)extent.width * extent.height;
  const gboolean linear
      = level == 0 && is_linear_rgba (gegl_buffer_get_format (input));

  if (n > desk->n_map)
    {
      g_free (desk->map.value);
      desk->map.value = g_new (float, n);
      desk->n_map = n;
    }
  folli_density_map_begin (&desk->map, extent, linear);
  if (linear)
    read_linear (&desk->map, input, around);
  else
    read_luma_alpha (&desk->map, input, around, level);
}

static void
process_chunk (Desk                *desk,
               const FolliScene    *scene,
               GeglBuffer          *input,
               GeglBuffer          *output,
               const GeglRectangle *chunk,
               const GeglRectangle *around,
               gint                 level)
{
  const Babl *space = babl_format_get_space (gegl_buffer_get_format (input));
  GeglBufferIterator *iterator;

  read_map (desk, input, around, level);
  if (desk->map.highest < folli_density_map_get_least (&desk->map))
    {
      gegl_buffer_clear (output, chunk);
      return;
    }

  folli_render_begin (
      desk->render, scene, &desk->map,
      (FolliRectangle){ chunk->x, chunk->y, chunk->width, chunk->height });
  iterator = gegl_buffer_iterator_new (
      output, chunk, level, babl_format_with_space ("RGBA float", space),
      GEGL_ACCESS_WRITE, GEGL_ABYSS_NONE, 1);
  while (gegl_buffer_iterator_next (iterator))
    {
      const GeglRectangle *part = &iterator->items[0].roi;

      folli_render_get (
          desk->render,
          (FolliRectangle){ part->x, part->y, part->width, part->height },
          iterator->items[0].data);
    }
}

static gboolean
process (GeglOperation       *operation,
         GeglBuffer          *input,
         GeglBuffer          *output,
         const GeglRectangle *roi,
         gint                 level)
{
  GeglProperties     *o = GEGL_PROPERTIES (operation);
  const GeglRectangle bounds = folli_region_of_input (operation);
  g_autoptr (FolliScene) scaled
      = level > 0 ? make_scene (operation, level) : NULL;
  const FolliScene *scene = level > 0 ? scaled : o->user_data;
  const gint        margin = folli_scene_margin_px (scene);
  const gint        size = find_chunk (o, level);
  GeglRectangle     chunks = folli_region_grow (roi, margin);
  Desk             *desk;

  if (level == 0 && gegl_rectangle_intersect (&chunks, &chunks, &bounds)
      && is_empty (input, &chunks))
    {
      gegl_buffer_clear (output, roi);
      return TRUE;
    }

  desk = take_desk ();
  /* Chunks end where tiles do, which are then written whole. */
  gegl_rectangle_align (&chunks, roi, GEGL_RECTANGLE (0, 0, size, size),
                        GEGL_RECTANGLE_ALIGNMENT_SUPERSET);
  for (gint y = chunks.y; y < chunks.y + chunks.height; y += size)
    for (gint x = chunks.x; x < chunks.x + chunks.width; x += size)
      {
        GeglRectangle chunk = { x, y, size, size };
        GeglRectangle around;

        gegl_rectangle_intersect (&chunk, &chunk, roi);
        around = folli_region_grow (&chunk, margin);
        if (level == 0)
          gegl_rectangle_intersect (&around, &around, &bounds);
        process_chunk (desk, scene, input, output, &chunk, &around, level);
      }
  leave_desk (desk);
  return TRUE;
}

/* The map goes on at its edge as process() has it. Nothing has been moved: the
   operation is asked without an input. */
static void
list_dots (GeglOperation *operation, GeglBuffer *map, GArray *dots)
{
  const GeglRectangle  *bounds = gegl_buffer_get_extent (map);
  const GeglProperties *o = GEGL_PROPERTIES (operation);
  g_autoptr (FolliScene) scene
      = make_shifted_scene (o, (FolliShift){ 0, 0 }, 0);
  const gint    size = find_chunk (o, 0);
  const gint    margin = folli_scene_margin_px (scene);
  Desk         *desk = take_desk ();
  GeglRectangle chunk = { 0, 0, 0, 0 };

  while (folli_region_next_part (bounds, size, &chunk))
    {
      GeglRectangle around = folli_region_grow (&chunk, margin);

      gegl_rectangle_intersect (&around, &around, bounds);
      read_map (desk, map, &around, 0);
      if (desk->map.highest >= folli_density_map_get_least (&desk->map))
        folli_scene_list (
            scene, &desk->map,
            (FolliRectangle){ chunk.x, chunk.y, chunk.width, chunk.height },
            dots);
    }
  leave_desk (desk);
}

static void
finalize (GObject *object)
{
  GeglProperties *o = GEGL_PROPERTIES (object);

  g_clear_pointer ((FolliScene **)&o->user_data, folli_scene_free);
  G_OBJECT_CLASS (gegl_op_parent_class)->finalize (object);
}

static void
gegl_op_class_init (GeglOpClass *klass)
{
  GObjectClass             *object_class = G_OBJECT_CLASS (klass);
  GeglOperationClass       *operation_class = GEGL_OPERATION_CLASS (klass);
  GeglOperationFilterClass *filter_class = GEGL_OPERATION_FILTER_CLASS (klass);

  folli_dots_offer_list (G_TYPE_FROM_CLASS (klass), list_dots);
  object_class->finalize = finalize;
  operation_class->prepare = prepare;
  operation_class->get_bounding_box = folli_region_of_input;
  operation_class->get_required_for_output = folli_region_for_output;
  operation_class->get_invalidated_by_change = get_neighbourhood;
  operation_class->threaded = TRUE;
  filter_class->process = process;

  /* clang-format off */
  gegl_operation_class_set_keys (operation_class,
    "name",               "follicle:dots",
    "title",              _("Follicle Dots"),
    "categories",         "render",
    "description",        _("Dots of pigment as scalp micropigmentation "
                            "stamps them, as many as the input is white"),
    "license",            "GPL3+",
    "position-dependent", "true",
    "reference-hash",     "unstable",
    "follicle-version",   FOLLI_VERSION,
    NULL);
  /* clang-format on */
}

#endif
