/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presets-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "follicle/error.h"

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

/* "natural, buzz-cut, edge-up" */
static char *
join_ids (const FolliPresets *presets, FolliPresetKind kind)
{
  guint                  n_presets;
  const FolliPresetInfo *infos = folli_presets_list (presets, kind, &n_presets);
  g_autoptr (GString) ids = g_string_new (NULL);

  if (n_presets == 0)
    return g_strdup (_ ("none, since no such presets were found"));
  for (guint i = 0; i < n_presets; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", infos[i].id);
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

gboolean
folli_number_parse (const char *text, double *value)
{
  char *end;

  *value = g_ascii_strtod (text, &end);
  return end != text && *end == '\0';
}

gboolean
folli_color_parse (const char *text, char color[8], GError **error)
{
  gsize    length = strlen (text);
  gboolean is_color = *text == '#' && (length == 4 || length == 7);

  for (gsize i = 1; is_color && i < length; i++)
    is_color = g_ascii_isxdigit (text[i]);
  if (!is_color)
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_COLOR,
                   _ ("Shade '%s' is not a colour as #rgb or #rrggbb"), text);
      return FALSE;
    }

  color[0] = '#';
  for (gsize i = 0; i < 6; i++)
    color[i + 1] = g_ascii_tolower (text[1 + (length == 4 ? i / 2 : i)]);
  color[7] = '\0';
  return TRUE;
}

gboolean
folli_presets_read_number (const FolliPresets *presets,
                           FolliPresetKind     kind,
                           const char         *text,
                           FolliRecipe        *recipe,
                           GError            **error)
{
  const gboolean         is_density = kind == FOLLI_PRESET_DENSITY;
  const FolliParameterId id = is_density ? FOLLI_DENSITY : FOLLI_DIAMETER;
  const FolliRecipe     *preset
      = folli_preset_table_find (presets->table[kind], text);
  double value;

  if (preset != NULL)
    value = preset->value[id];
  else if (!folli_number_parse (text, &value))
    {
      g_autofree char *ids = join_ids (presets, kind);

      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_UNKNOWN,
                   _ ("%s '%s' is neither a number nor one of: %s"),
                   is_density ? _ ("Density") : _ ("Size"), text, ids);
      return FALSE;
    }
  if (!folli_parameter_check (id, value, error))
    return FALSE;
  recipe->value[id] = value;
  return TRUE;
}

gboolean
folli_presets_read_shade (const FolliPresets *presets,
                          const char         *text,
                          FolliRecipe        *recipe,
                          GError            **error)
{
  const FolliRecipe *preset
      = folli_preset_table_find (presets->table[FOLLI_PRESET_SHADE], text);
  g_autofree char *ids = NULL;

  if (preset != NULL)
    {
      g_strlcpy (recipe->shade, preset->shade, sizeof recipe->shade);
      return TRUE;
    }
  if (folli_color_parse (text, recipe->shade, NULL))
    return TRUE;

  ids = join_ids (presets, FOLLI_PRESET_SHADE);
  g_set_error (
      error, FOLLI_ERROR, FOLLI_ERROR_COLOR,
      _ ("Shade '%s' is neither a colour as #rgb or #rrggbb nor one of: %s"),
      text, ids);
  return FALSE;
}

static const FolliRecipe *
find_look (const FolliPresets *presets, const char *look, GError **error)
{
  const FolliRecipe *recipe
      = folli_preset_table_find (presets->table[FOLLI_PRESET_LOOK], look);
  g_autofree char *ids = NULL;

  if (recipe != NULL)
    return recipe;
  ids = join_ids (presets, FOLLI_PRESET_LOOK);
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_UNKNOWN,
               _ ("Look '%s' is not one of: %s"), look, ids);
  return NULL;
}

gboolean
folli_presets_make_recipe (const FolliPresets *presets,
                           const char         *look,
                           const char         *density,
                           const char         *size,
                           const char         *shade,
                           FolliRecipe        *recipe,
                           GError            **error)
{
  const FolliRecipe *found;
  FolliRecipe        made;

  g_return_val_if_fail (presets != NULL && look != NULL, FALSE);
  g_return_val_if_fail (recipe != NULL, FALSE);

  found = find_look (presets, look, error);
  if (found == NULL)
    return FALSE;
  made = *found;
  if (is_given (density)
      && !folli_presets_read_number (presets, FOLLI_PRESET_DENSITY, density,
                                     &made, error))
    return FALSE;
  if (is_given (size)
      && !folli_presets_read_number (presets, FOLLI_PRESET_SIZE, size, &made,
                                     error))
    return FALSE;
  if (is_given (shade)
      && !folli_presets_read_shade (presets, shade, &made, error))
    return FALSE;
  *recipe = made;
  return TRUE;
}
