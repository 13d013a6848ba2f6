/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/sheet/subject.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "follicle/error.h"
#include "gimp/graph.h"
#include "gimp/host.h"
#include "gimp/place.h"
#include "gimp/sheet/images.h"
#include "gimp/sheet/text.h"

/* Of the map's longer side, so that dots are seen within a face. Chosen by
   eye. */
#define SURROUNDINGS 0.35

/* Less shows as nothing: a dot needs some skin of its own. Estimated. */
#define LEAST_DENSITY 0.02f

static void
clear_map (gpointer made)
{
  folli_made_map_clear (made);
}

void
folli_subject_free (FolliSubject *subject)
{
  if (!subject)
    return;
  g_free (subject->name);
  g_clear_object (&subject->photo);
  g_clear_object (&subject->before);
  g_clear_pointer (&subject->looks, g_array_unref);
  g_clear_pointer (&subject->names, g_ptr_array_unref);
  g_free (subject);
}

static const FolliMadeMap *
get_look (const FolliSubject *subject, int look)
{
  return &g_array_index (subject->looks, FolliMadeMap, look);
}

const FolliRecipe *
folli_subject_get_recipe (const FolliSubject *subject, int look)
{
  return &get_look (subject, look)->layer.recipe;
}

double
folli_subject_get_scale (const FolliSubject *subject)
{
  return folli_subject_get_recipe (subject, 0)->value[FOLLI_PIXELS_PER_CM];
}

/* Takes what has a density in one row of luma and alpha into the box. */
static void
grow_box (const float *row, int x, int y, int width, GeglRectangle *box)
{
  int left = 0;
  int right = width;

  while (left < right && row[2 * left] * row[2 * left + 1] < LEAST_DENSITY)
    left++;
  while (right > left
         && row[2 * right - 2] * row[2 * right - 1] < LEAST_DENSITY)
    right--;
  if (left < right)
    gegl_rectangle_bounding_box (box, box,
                                 GEGL_RECTANGLE (x + left, y, right - left, 1));
}

static GeglRectangle
find_box (GeglBuffer *map)
{
  const Babl   *space = babl_format_get_space (gegl_buffer_get_format (map));
  GeglRectangle box = { 0, 0, 0, 0 };
  GeglBufferIterator *iterator = gegl_buffer_iterator_new (
      map, NULL, 0, babl_format_with_space ("Y'A float", space),
      GEGL_ACCESS_READ, GEGL_ABYSS_NONE, 1);

  while (gegl_buffer_iterator_next (iterator))
    {
      const GeglRectangle *piece = &iterator->items[0].roi;
      const float         *row = iterator->items[0].data;

      for (int y = 0; y < piece->height; y++, row += 2 * piece->width)
        grow_box (row, piece->x, piece->y + y, piece->width, &box);
    }
  return box;
}

/* The same for all looks, so that panels show the same place. */
static gboolean
find_crop (FolliSubject *subject, const FolliMadeMap *made, GError **error)
{
  const GeglRectangle box = find_box (made->map);
  const int           margin = SURROUNDINGS * MAX (box.width, box.height);
  GeglRectangle       image = { 0, 0, 0, 0 };

  folli_host_get_size (subject->host, &image.width, &image.height);
  if (!gegl_rectangle_intersect (&subject->crop, &image, &box))
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                   _ ("There are no dots in \"%s\": its density map is empty"),
                   made->layer.name);
      return FALSE;
    }
  gegl_rectangle_set (&subject->crop, box.x - margin, box.y - margin,
                      box.width + 2 * margin, box.height + 2 * margin);
  gegl_rectangle_intersect (&subject->crop, &subject->crop, &image);
  return TRUE;
}

/* Takes at least so many pixels of the length of a photo, around what is taken
   of it already. */
static void
widen (int *start, int *length, int wanted, int photo_start, int photo_length)
{
  const int new_length = CLAMP (wanted, *length, MAX (*length, photo_length));
  const int last = photo_start + photo_length - new_length;

  *start = CLAMP (*start - (new_length - *length) / 2, photo_start,
                  MAX (photo_start, last));
  *length = new_length;
}

void
folli_subject_widen (FolliSubject *subject, int width_px, int height_px)
{
  const GeglRectangle *photo = gegl_buffer_get_extent (subject->photo);
  GeglRectangle       *crop = &subject->crop;

  widen (&crop->x, &crop->width, width_px, photo->x, photo->width);
  widen (&crop->y, &crop->height, height_px, photo->y, photo->height);
}

/* Light adds up in the photo's own space, in which GIMP composes. */
static void
copy_before (FolliSubject *subject)
{
  const Babl *format = babl_format_with_space (
      "RGB float", folli_host_get_space (subject->host));

  if (subject->before)
    return;
  subject->before = gegl_buffer_new (&subject->crop, format);
  gegl_buffer_copy (subject->photo, &subject->crop, GEGL_ABYSS_NONE,
                    subject->before, &subject->crop);
}

char *
folli_subject_show_name (const char *name)
{
  return folli_text_get_name (
      name, folli_text_is_right_to_left (
                _ ("Simulation. Not a guarantee of results.")));
}

static char *
find_look_name (const FolliPresets *presets, const char *look)
{
  g_auto (GStrv) words = g_strsplit (look, " ", 2);
  guint                  n_looks;
  const FolliPresetInfo *looks
      = folli_presets_list (presets, FOLLI_PRESET_LOOK, &n_looks);

  for (guint i = 0; i < n_looks; i++)
    if (g_strcmp0 (looks[i].id, words[0]) == 0)
      return folli_subject_show_name (looks[i].name);
  return folli_subject_show_name (words[0] ? words[0] : "");
}

static void
take_look (FolliSubject       *subject,
           FolliMadeMap       *made,
           const FolliPresets *presets)
{
  const char *look = made->settings->text[FOLLI_ARGUMENT_LOOK];

  g_ptr_array_add (subject->names, find_look_name (presets, look));
  g_array_append_vals (subject->looks, made, 1);
  *made = (FolliMadeMap){ { NULL } };
}

static gboolean
try_looks (FolliSubject       *subject,
           FolliMadeMap       *made,
           const char *const  *looks,
           const FolliPresets *presets,
           GError            **error)
{
  if (!*looks)
    take_look (subject, made, presets);
  for (int i = 0; looks[i]; i++)
    {
      g_auto (FolliMadeMap) tried = { { NULL } };

      if (!folli_made_try_look (subject->host, made, looks[i], presets, &tried,
                                error))
        return FALSE;
      take_look (subject, &tried, presets);
    }
  return TRUE;
}

static gboolean
check_output (const FolliMadeMap *made, GError **error)
{
  if (g_strcmp0 (made->settings->text[FOLLI_ARGUMENT_OUTPUT], "merged") != 0)
    return TRUE;
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_IMAGE,
               _ ("The dots of \"%s\" are in the photo's own pixels, so that "
                  "there is no photo without them. Undo, and stamp them with "
                  "another output than merged"),
               made->layer.name);
  return FALSE;
}

FolliSubject *
folli_subject_new (FolliHost          *host,
                   const char *const  *looks,
                   const FolliPresets *presets,
                   GError            **error)
{
  g_autoptr (FolliSubject) subject = g_new0 (FolliSubject, 1);
  g_auto (FolliMadeMap) made = { { NULL } };

  subject->host = host;
  subject->name = folli_host_get_name (host);
  subject->is_guess = folli_host_get_scale (host) == 0;
  subject->looks = g_array_new (FALSE, FALSE, sizeof (FolliMadeMap));
  g_array_set_clear_func (subject->looks, clear_map);
  subject->names = g_ptr_array_new_with_free_func (g_free);
  if (!folli_made_find_map (host, &made, error) || !check_output (&made, error)
      || !find_crop (subject, &made, error))
    return NULL;
  subject->photo = folli_host_get_before (host, error);
  if (!subject->photo || !try_looks (subject, &made, looks, presets, error))
    return NULL;
  return g_steal_pointer (&subject);
}

/* In linear light, so that the tone stays. */
static cairo_surface_t *
shrink (GeglBuffer *picture, const GeglRectangle *crop, int width_px)
{
  const double        scale = MIN (1, (double)width_px / crop->width);
  const int           width = MAX (1, lround (crop->width * scale));
  const int           height = MAX (1, lround (crop->height * scale));
  const GeglRectangle area = { 0, 0, width, height };
  const Babl         *linear = babl_format ("RGB float");
  const Babl         *fish = babl_fish (linear, babl_format ("cairo-RGB24"));
  g_autofree float   *pixels = g_new (float, (gsize)width *height * 3);
  g_autoptr (GeglBuffer) placed
      = folli_place_buffer (g_object_ref (picture), -crop->x, -crop->y);
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);

  gegl_buffer_get (placed, &area, scale, linear, pixels, GEGL_AUTO_ROWSTRIDE,
                   GEGL_ABYSS_CLAMP);
  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    babl_process (fish, pixels + (gsize)y * width * 3,
                  cairo_image_surface_get_data (surface)
                      + (gsize)y * cairo_image_surface_get_stride (surface),
                  width);
  cairo_surface_mark_dirty (surface);
  return surface;
}

/* The photo with the pigment of a density map, beyond which there is none: what
   lies around it may be most of the photo. */
static GeglBuffer *
draw_after (const FolliSubject *subject,
            const FolliMadeMap *made,
            FolliRecipe         recipe)
{
  const Babl *space
      = babl_format_get_space (gegl_buffer_get_format (subject->before));
  GeglBuffer   *after = gegl_buffer_dup (subject->before);
  GeglRectangle area;
  g_autoptr (GeglBuffer) pigment = NULL;

  if (!gegl_rectangle_intersect (&area, &subject->crop,
                                 gegl_buffer_get_extent (made->map)))
    return after;
  pigment
      = gegl_buffer_new (&area, babl_format_with_space ("RGBA float", space));
  folli_graph_draw_dots (made->map, &recipe, made->layer.seed,
                         FOLLI_SESSION_ALL, pigment, NULL, NULL);
  folli_graph_multiply (subject->before, pigment, after);
  return after;
}

cairo_surface_t *
folli_subject_draw (FolliSubject *subject,
                    int           look,
                    int           sessions,
                    double        age,
                    int           width_px)
{
  g_autoptr (GeglBuffer) after = NULL;
  FolliRecipe recipe;

  copy_before (subject);
  if (look < 0)
    return shrink (subject->before, &subject->crop, width_px);
  recipe = *folli_subject_get_recipe (subject, look);
  recipe.value[FOLLI_SESSIONS] = sessions;
  recipe.value[FOLLI_AGE] = age;
  after = draw_after (subject, get_look (subject, look), recipe);
  return shrink (after, &subject->crop, width_px);
}
