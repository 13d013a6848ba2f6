/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/sheet/compose.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "follicle/dot.h"
#include "follicle/error.h"
#include "gimp/sheet/fit.h"

/* Beyond, one view would be clearly coarser than its neighbour. Chosen by
   eye. */
#define MOST_DIFFERENCE 1.25

/* Months. Source: doc/numbers.md, "Sheets". */
static const struct
{
  double      age;
  const char *caption;
} YEARS[] = {
  { 1, N_ ("Healed") },
  { 12, N_ ("After one year") },
  { 36, N_ ("After three years") },
  { 60, N_ ("After five years") },
};

static const char *const SESSIONS[FOLLI_SESSIONS_MAX] = {
  N_ ("First session"),
  N_ ("Second session"),
  N_ ("Third session"),
};

static void
clear_panel (gpointer panel)
{
  g_free (((FolliPanel *)panel)->caption);
}

/* What is being composed. */
typedef struct
{
  GPtrArray  *views;
  FolliSheet *sheet;
  GArray     *shots;
} Composition;

static const FolliSubject *
get_view (GPtrArray *views, guint i)
{
  return g_ptr_array_index (views, i);
}

static void
measure_panel (FolliPanel *panel, const FolliSubject *view)
{
  const GeglRectangle *photo = gegl_buffer_get_extent (view->photo);
  const double         mm = 10 / folli_subject_get_scale (view);

  panel->width_mm = view->crop.width * mm;
  panel->height_mm = view->crop.height * mm;
  panel->most_width_mm = photo->width * mm;
  panel->most_height_mm = photo->height * mm;
}

static void
add_panel (Composition *c, const FolliShot *shot, const char *caption)
{
  FolliPanel panel = {
    .caption = g_strdup (caption),
    .is_changed = shot->look >= 0,
  };

  measure_panel (&panel, get_view (c->views, shot->view));
  g_array_append_vals (c->shots, shot, 1);
  g_array_append_vals (c->sheet->panels, &panel, 1);
}

static const char *
get_name (GPtrArray *views, int look)
{
  return g_ptr_array_index (get_view (views, 0)->names, look);
}

/* With the look's name where there are several. */
static char *
name_panel (Composition *c, int look, const char *caption)
{
  return get_view (c->views, 0)->looks->len > 1 ? g_strdup_printf (
             _ ("%s: %s"), get_name (c->views, look), caption)
                                                : g_strdup (caption);
}

static void
add_changed (Composition *c, const FolliShot *shot, const char *caption)
{
  g_autofree char *name = name_panel (c, shot->look, caption);

  add_panel (c, shot, name);
}

static FolliShot
get_shot (Composition *c, int view, int look)
{
  const FolliRecipe *recipe
      = folli_subject_get_recipe (get_view (c->views, view), look);

  return (FolliShot){ view, look, recipe->value[FOLLI_SESSIONS],
                      recipe->value[FOLLI_AGE] };
}

static void
add_before (Composition *c, int view, const char *caption)
{
  add_panel (c, &(FolliShot){ view, -1, 0, 0 }, caption);
}

static void
add_sessions (Composition *c, int look)
{
  FolliShot shot = get_shot (c, 0, look);

  add_before (c, 0, _ ("Before"));
  for (shot.sessions = 1; shot.sessions <= FOLLI_SESSIONS_MAX; shot.sessions++)
    add_changed (c, &shot, _ (SESSIONS[shot.sessions - 1]));
}

static void
add_years (Composition *c, int look)
{
  FolliShot shot = get_shot (c, 0, look);

  for (guint i = 0; i < G_N_ELEMENTS (YEARS); i++)
    {
      shot.age = YEARS[i].age;
      add_changed (c, &shot, _ (YEARS[i].caption));
    }
}

static void
add_before_after (Composition *c, int n_looks)
{
  add_before (c, 0, _ ("Before"));
  for (int look = 0; look < n_looks; look++)
    {
      const FolliShot shot = get_shot (c, 0, look);

      add_panel (c, &shot,
                 n_looks > 1 ? get_name (c->views, look) : _ ("After"));
    }
}

/* A column for each image. Its name stays out of the file: it may be the
   client's. */
static void
add_views (Composition *c, int n_looks)
{
  for (int look = -1; look < n_looks; look++)
    for (guint i = 0; i < c->views->len; i++)
      {
        g_autofree char *caption = g_strdup_printf (
            look < 0 ? _ ("View %d, before") : _ ("View %d, after"), i + 1);
        const FolliShot shot
            = look < 0 ? (FolliShot){ i, -1, 0, 0 } : get_shot (c, i, look);

        if (look < 0)
          add_panel (c, &shot, caption);
        else
          add_changed (c, &shot, caption);
      }
}

GArray *
folli_compose_shots (FolliLayout layout, GPtrArray *views, FolliSheet *sheet)
{
  const int   n_looks = get_view (views, 0)->looks->len;
  Composition c
      = { views, sheet, g_array_new (FALSE, FALSE, sizeof (FolliShot)) };

  sheet->panels = g_array_new (FALSE, FALSE, sizeof (FolliPanel));
  g_array_set_clear_func (sheet->panels, clear_panel);
  if (layout == FOLLI_LAYOUT_BEFORE_AFTER)
    add_before_after (&c, n_looks);
  for (int look = 0; look < n_looks; look++)
    if (layout == FOLLI_LAYOUT_SESSIONS)
      add_sessions (&c, look);
    else if (layout == FOLLI_LAYOUT_YEARS)
      add_years (&c, look);
  if (layout == FOLLI_LAYOUT_VIEWS)
    add_views (&c, n_looks);

  if (layout == FOLLI_LAYOUT_VIEWS)
    sheet->n_columns = views->len;
  else if (layout != FOLLI_LAYOUT_BEFORE_AFTER && n_looks > 1)
    sheet->n_columns = sheet->panels->len / n_looks;
  return c.shots;
}

void
folli_compose_widen (GPtrArray *views, GArray *shots, FolliSheet *sheet)
{
  const FolliFit fit = folli_fit_find (sheet);

  for (guint i = 0; i < views->len && fit.scale > 0; i++)
    {
      FolliSubject *view = g_ptr_array_index (views, i);
      const double  px = folli_subject_get_scale (view) / 10 / fit.scale;

      folli_subject_widen (view, fit.room_width_mm * px,
                           fit.room_height_mm * px);
    }
  for (guint i = 0; i < shots->len; i++)
    measure_panel (&g_array_index (sheet->panels, FolliPanel, i),
                   get_view (views, g_array_index (shots, FolliShot, i).view));
}

/* The name of the shade, or what it is mixed of. */
static char *
find_shade_name (const FolliPresets *presets, const char *shade)
{
  guint                  n_shades;
  const FolliPresetInfo *shades
      = folli_presets_list (presets, FOLLI_PRESET_SHADE, &n_shades);

  for (guint i = 0; i < n_shades; i++)
    if (g_strcmp0 (shades[i].recipe.shade, shade) == 0)
      return folli_subject_show_name (shades[i].name);
  return g_strdup (shade);
}

/* What the panels themselves say is left out. */
static void
append_look (GString            *text,
             FolliLayout         layout,
             GPtrArray          *views,
             int                 look,
             const FolliPresets *presets)
{
  const FolliRecipe *recipe
      = folli_subject_get_recipe (get_view (views, 0), look);
  const int    n_sessions = recipe->value[FOLLI_SESSIONS];
  const double age = recipe->value[FOLLI_AGE];
  /* A fraction of months has no plural of its own: it takes that of two. */
  const gulong     n_months = age == floor (age) ? age : 2;
  g_autofree char *shade = find_shade_name (presets, recipe->shade);

  g_string_append_printf (text, _ ("%s: %.0f dots per cm², %.2f mm, shade %s"),
                          get_name (views, look), recipe->value[FOLLI_DENSITY],
                          recipe->value[FOLLI_DIAMETER], shade);
  if (layout != FOLLI_LAYOUT_SESSIONS)
    g_string_append_printf (text,
                            g_dngettext (GETTEXT_PACKAGE, ", %d session",
                                         ", %d sessions", n_sessions),
                            n_sessions);
  if (layout != FOLLI_LAYOUT_YEARS)
    g_string_append_printf (
        text,
        g_dngettext (GETTEXT_PACKAGE, ", %.3g month after the last session",
                     ", %.3g months after the last session", n_months),
        age);
  g_string_append_c (text, '\n');
}

static void
append_scales (GString *text, GPtrArray *views)
{
  g_autoptr (GString) scales = g_string_new (NULL);
  g_autofree char *last = NULL;
  gboolean         is_guess = FALSE;

  for (guint i = 0; i < views->len; i++)
    {
      const FolliSubject *view = get_view (views, i);
      char *scale = g_strdup_printf ("%.1f", folli_subject_get_scale (view));

      if (g_strcmp0 (scale, last) != 0)
        g_string_append_printf (scales, i == 0 ? "%s" : ", %s", scale);
      g_free (last);
      last = scale;
      is_guess = is_guess || view->is_guess;
    }
  g_string_append_printf (text,
                          is_guess
                              ? _ ("Scale: %s pixels per cm, which is a guess")
                              : _ ("Scale: %s pixels per cm"),
                          scales->str);
}

char *
folli_compose_settings (FolliLayout         layout,
                        GPtrArray          *views,
                        const FolliPresets *presets)
{
  const FolliSubject *view = get_view (views, 0);
  GString            *text = g_string_new (NULL);

  for (guint look = 0; look < view->looks->len; look++)
    append_look (text, layout, views, look, presets);
  append_scales (text, views);
  return g_string_free (text, FALSE);
}

gboolean
folli_compose_check_scales (GPtrArray *views, GError **error)
{
  const FolliSubject *first = get_view (views, 0);
  const double        scale = folli_subject_get_scale (first);

  for (guint i = 1; i < views->len; i++)
    {
      const FolliSubject *view = get_view (views, i);
      const double        other = folli_subject_get_scale (view);

      if (MAX (scale, other) <= MOST_DIFFERENCE * MIN (scale, other))
        continue;
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_IMAGE,
                   _ ("The views have different scales: \"%s\" %.1f pixels per "
                      "cm and \"%s\" %.1f, and they may differ by %.0f %%. Set "
                      "the right scale, or scale \"%s\" to %.0f %% with Image "
                      "> Scale Image"),
                   first->name, scale, view->name, other,
                   100 * (MOST_DIFFERENCE - 1), view->name,
                   100 * scale / other);
      return FALSE;
    }
  return TRUE;
}
