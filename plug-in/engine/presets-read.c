/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presets-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "follicle/error.h"

/* What a preset of each kind has to say, besides its name */
static const char *const REQUIRED_KEYS[FOLLI_PRESET_N_KINDS][4] = {
  [FOLLI_PRESET_DENSITY] = { "density" },
  [FOLLI_PRESET_SIZE] = { "diameter" },
  [FOLLI_PRESET_SHADE] = { "shade" },
  [FOLLI_PRESET_LOOK] = { "density", "size", "shade" },
};

/* Words of lower-case letters and digits, joined by single hyphens; a letter
 * first, so that no id can be mistaken for a number or a colour */
static gboolean
is_id (const char *text)
{
  gboolean in_word = FALSE;

  if (!g_ascii_islower (*text))
    return FALSE;
  for (; *text != '\0'; text++)
    {
      if (*text == '-' ? !in_word
                       : !g_ascii_islower (*text) && !g_ascii_isdigit (*text))
        return FALSE;
      in_word = *text != '-';
    }
  return in_word;
}

/* "Name", "Comment" and their translations, "Name[es]" */
static gboolean
is_text_key (const char *key)
{
  gsize length = strcspn (key, "[");

  return (length == 4 && g_str_has_prefix (key, "Name"))
         || (length == 7 && g_str_has_prefix (key, "Comment"));
}

/* A look says how dots are. Whatever is measured in pixels belongs to one
 * photo, and density and diameter are presets of their own. */
static gboolean
is_of_a_look (FolliParameterId id)
{
  return id != FOLLI_DENSITY && id != FOLLI_DIAMETER
         && !g_str_has_prefix (folli_parameter_get (id)->unit, "px");
}

static FolliParameterId
find_parameter_of_a_look (const char *name)
{
  FolliParameterId id = 0;

  while (id < FOLLI_N_PARAMETERS
         && !(is_of_a_look (id)
              && g_str_equal (folli_parameter_get (id)->name, name)))
    id++;
  return id;
}

static gboolean
read_parameter (FolliParameterId id,
                const char      *text,
                FolliRecipe     *recipe,
                GError         **error)
{
  const char *name = folli_parameter_get (id)->name;
  double      value;

  if (!folli_number_parse (text, &value))
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_FILE,
                   _ ("%s '%s' is not a number"), name, text);
      return FALSE;
    }
  if (!folli_parameter_check (id, value, error))
    return FALSE;
  if (id == FOLLI_SESSIONS && value != floor (value))
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_RANGE,
                   _ ("%s %s is not a whole number"), name, text);
      return FALSE;
    }
  recipe->value[id] = value;
  return TRUE;
}

/* Says that a key has no place in a preset of this kind, and which ones do */
static gboolean
refuse_key (FolliPresetKind kind, const char *key, GError **error)
{
  g_autoptr (GString) known = g_string_new ("Name, Comment");

  for (guint i = 0; REQUIRED_KEYS[kind][i] != NULL; i++)
    g_string_append_printf (known, ", %s", REQUIRED_KEYS[kind][i]);
  if (kind == FOLLI_PRESET_LOOK)
    for (FolliParameterId id = 0; id < FOLLI_N_PARAMETERS; id++)
      if (is_of_a_look (id))
        g_string_append_printf (known, ", %s", folli_parameter_get (id)->name);

  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_FILE,
               _ ("the key '%s' is unknown; there are: %s"), key, known->str);
  return FALSE;
}

static gboolean
read_key_of_a_look (const FolliPresets *presets,
                    const char         *key,
                    const char         *text,
                    FolliRecipe        *recipe,
                    GError            **error)
{
  FolliParameterId id = find_parameter_of_a_look (key);

  if (id < FOLLI_N_PARAMETERS)
    return read_parameter (id, text, recipe, error);
  if (g_str_equal (key, "density"))
    return folli_presets_read_number (presets, FOLLI_PRESET_DENSITY, text,
                                      recipe, error);
  if (g_str_equal (key, "size"))
    return folli_presets_read_number (presets, FOLLI_PRESET_SIZE, text, recipe,
                                      error);
  if (g_str_equal (key, "shade"))
    return folli_presets_read_shade (presets, text, recipe, error);
  return refuse_key (FOLLI_PRESET_LOOK, key, error);
}

static gboolean
read_key (FolliPresetKind     kind,
          const FolliPresets *presets,
          const char         *key,
          const char         *text,
          FolliRecipe        *recipe,
          GError            **error)
{
  if (is_text_key (key))
    return TRUE;
  if (kind == FOLLI_PRESET_LOOK)
    return read_key_of_a_look (presets, key, text, recipe, error);
  if (!g_str_equal (key, REQUIRED_KEYS[kind][0]))
    return refuse_key (kind, key, error);
  if (kind == FOLLI_PRESET_DENSITY)
    return read_parameter (FOLLI_DENSITY, text, recipe, error);
  if (kind == FOLLI_PRESET_SIZE)
    return read_parameter (FOLLI_DIAMETER, text, recipe, error);
  return folli_color_parse (text, recipe->shade, error);
}

static void
reset_recipe (FolliRecipe *recipe)
{
  for (FolliParameterId id = 0; id < FOLLI_N_PARAMETERS; id++)
    recipe->value[id] = folli_parameter_get (id)->fallback;
  g_strlcpy (recipe->shade, FOLLI_SHADE_FALLBACK, sizeof recipe->shade);
}

/* In the user's language: the file's own translation, or our catalogue's */
static const char *
get_text (const FolliPresetFile *file,
          FolliPresets          *presets,
          const char            *group,
          const char            *key)
{
  g_autofree char *text
      = g_key_file_get_locale_string (file->keys, group, key, NULL, NULL);

  if (text == NULL || *text == '\0')
    return "";
  return g_string_chunk_insert_const (presets->strings, _ (text));
}

static gboolean
read_preset (const FolliPresetFile *file,
             const char            *id,
             FolliPresets          *presets,
             FolliPresetTable      *table,
             GError               **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file->keys, id, NULL, NULL);
  FolliPresetInfo info;
  FolliRecipe     recipe;

  reset_recipe (&recipe);
  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *text
          = folli_preset_file_get_value (file, id, keys[i], error);

      if (text == NULL
          || !read_key (file->kind, presets, keys[i], text, &recipe, error))
        return folli_preset_file_locate (file, id, keys[i], error);
    }
  if (!folli_preset_file_check_key (file, id, "Name", error))
    return FALSE;
  for (guint i = 0; REQUIRED_KEYS[file->kind][i] != NULL; i++)
    if (!folli_preset_file_check_key (file, id, REQUIRED_KEYS[file->kind][i],
                                      error))
      return FALSE;

  info.id = g_string_chunk_insert_const (presets->strings, id);
  info.name = get_text (file, presets, id, "Name");
  info.description = get_text (file, presets, id, "Comment");
  folli_preset_table_put (table, &info, &recipe);
  return TRUE;
}

FolliPresetTable *
folli_preset_file_read (const FolliPresetFile *file,
                        FolliPresets          *presets,
                        GError               **error)
{
  g_autoptr (FolliPresetTable) table = folli_preset_table_new ();
  g_auto (GStrv) groups = g_key_file_get_groups (file->keys, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    {
      if (g_str_equal (groups[i], FOLLI_PRESET_HEADER))
        continue;
      if (!is_id (groups[i]))
        {
          g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_FILE,
                       _ ("[%s] is not an id of lower-case words joined by "
                          "hyphens"),
                       groups[i]);
          folli_preset_file_locate (file, groups[i], NULL, error);
          return NULL;
        }
      if (!read_preset (file, groups[i], presets, table, error))
        return NULL;
    }
  return g_steal_pointer (&table);
}
