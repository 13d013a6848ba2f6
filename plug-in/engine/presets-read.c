/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presets-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "follicle/error.h"

const char *const FOLLI_PRESET_KEYS[FOLLI_PRESET_N_KINDS][4] = {
  [FOLLI_PRESET_DENSITY] = { "density" },
  [FOLLI_PRESET_SIZE] = { "diameter" },
  [FOLLI_PRESET_SHADE] = { "shade" },
  [FOLLI_PRESET_LOOK] = { "density", "size", "shade" },
};

static const FolliPresetInfo *
get_info (const FolliPresets *presets, FolliPresetKind kind, guint i)
{
  return &g_array_index (presets->infos[kind], FolliPresetInfo, i);
}

const FolliPresetInfo *
folli_presets_find (const FolliPresets *presets,
                    FolliPresetKind     kind,
                    const char         *id)
{
  for (guint i = 0; i < presets->infos[kind]->len; i++)
    if (g_str_equal (get_info (presets, kind, i)->id, id))
      return get_info (presets, kind, i);
  return NULL;
}

const FolliPresetInfo *
folli_presets_list (const FolliPresets *presets,
                    FolliPresetKind     kind,
                    guint              *n_presets)
{
  g_return_val_if_fail (presets != NULL && n_presets != NULL, NULL);
  g_return_val_if_fail (kind < FOLLI_PRESET_N_KINDS, NULL);

  *n_presets = presets->infos[kind]->len;
  return (const FolliPresetInfo *)presets->infos[kind]->data;
}

/* "natural, buzz-cut, edge-up" */
static char *
join_ids (const FolliPresets *presets, FolliPresetKind kind)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < presets->infos[kind]->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "",
                            get_info (presets, kind, i)->id);
  if (ids->len == 0)
    g_string_append (ids, _ ("none, since no such presets were found"));
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static gboolean
parse_number (const char *text, double *value)
{
  char *end;

  *value = g_ascii_strtod (text, &end);
  return end != text && *end == '\0';
}

/* What a user writes, who may take a comma for the decimal point. */
static gboolean
parse_written_number (const char *text, double *value)
{
  g_autofree char *pointed = g_strdelimit (g_strdup (text), ",", '.');

  return parse_number (pointed, value);
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

static gboolean
read_number (const FolliPresets *presets,
             FolliPresetKind     kind,
             const char         *text,
             FolliRecipe        *recipe,
             GError            **error)
{
  const gboolean         is_density = kind == FOLLI_PRESET_DENSITY;
  const FolliParameterId id = is_density ? FOLLI_DENSITY : FOLLI_DIAMETER;
  const FolliPresetInfo *preset = folli_presets_find (presets, kind, text);
  double                 value;

  if (preset != NULL)
    value = preset->recipe.value[id];
  else if (!parse_written_number (text, &value))
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

static gboolean
read_shade (const FolliPresets *presets,
            const char         *text,
            FolliRecipe        *recipe,
            GError            **error)
{
  const FolliPresetInfo *preset
      = folli_presets_find (presets, FOLLI_PRESET_SHADE, text);
  g_autofree char *ids = NULL;

  if (preset != NULL)
    {
      g_strlcpy (recipe->shade, preset->recipe.shade, sizeof recipe->shade);
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

gboolean
folli_preset_id_is_valid (const char *text)
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

gboolean
folli_parameter_is_of_a_look (FolliParameterId id)
{
  return id != FOLLI_DENSITY && id != FOLLI_DIAMETER
         && !g_str_has_prefix (folli_parameter_get (id)->unit, "px");
}

static FolliParameterId
find_parameter_of_a_look (const char *name)
{
  FolliParameterId id = 0;

  while (id < FOLLI_N_PARAMETERS
         && !(folli_parameter_is_of_a_look (id)
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

  if (!parse_number (text, &value))
    return folli_preset_refuse (error, _ ("%s '%s' is not a number"), name,
                                text);
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

static gboolean
is_given (const char *text)
{
  return text != NULL && *text != '\0';
}

/* "softness=10": takes the place of what the look says */
static gboolean
read_difference (const char *word, FolliRecipe *recipe, GError **error)
{
  const char      *sign = strchr (word, '=');
  g_autofree char *name = sign != NULL ? g_strndup (word, sign - word) : NULL;
  FolliParameterId id
      = sign != NULL ? find_parameter_of_a_look (name) : FOLLI_N_PARAMETERS;

  if (id < FOLLI_N_PARAMETERS)
    return read_parameter (id, sign + 1, recipe, error);
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_UNKNOWN,
               _ ("Look: '%s' is not the name of one of its numbers, = and a "
                  "value"),
               word);
  return FALSE;
}

/* A look's id, and after it what differs from it */
static gboolean
read_look (const FolliPresets *presets,
           const char         *text,
           FolliRecipe        *recipe,
           GError            **error)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  const char            *id = words[0] != NULL ? words[0] : "";
  const FolliPresetInfo *found
      = folli_presets_find (presets, FOLLI_PRESET_LOOK, id);

  if (found == NULL)
    {
      g_autofree char *ids = join_ids (presets, FOLLI_PRESET_LOOK);

      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_UNKNOWN,
                   _ ("Look '%s' is not one of: %s"), id, ids);
      return FALSE;
    }
  *recipe = found->recipe;
  for (guint i = 1; words[i] != NULL; i++)
    if (*words[i] != '\0' && !read_difference (words[i], recipe, error))
      return FALSE;
  return TRUE;
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
  FolliRecipe made;

  g_return_val_if_fail (presets != NULL && look != NULL, FALSE);
  g_return_val_if_fail (recipe != NULL, FALSE);

  if (!read_look (presets, look, &made, error))
    return FALSE;
  if (is_given (density)
      && !read_number (presets, FOLLI_PRESET_DENSITY, density, &made, error))
    return FALSE;
  if (is_given (size)
      && !read_number (presets, FOLLI_PRESET_SIZE, size, &made, error))
    return FALSE;
  if (is_given (shade) && !read_shade (presets, shade, &made, error))
    return FALSE;
  *recipe = made;
  return TRUE;
}

/* Says that a key has no place in a preset of this kind, and which ones do */
static gboolean
refuse_key (FolliPresetKind kind, const char *key, GError **error)
{
  g_autoptr (GString) known = g_string_new ("Name, Comment");

  for (guint i = 0; FOLLI_PRESET_KEYS[kind][i] != NULL; i++)
    g_string_append_printf (known, ", %s", FOLLI_PRESET_KEYS[kind][i]);
  if (kind == FOLLI_PRESET_LOOK)
    for (FolliParameterId id = 0; id < FOLLI_N_PARAMETERS; id++)
      if (folli_parameter_is_of_a_look (id))
        g_string_append_printf (known, ", %s", folli_parameter_get (id)->name);

  return folli_preset_refuse (
      error, _ ("the key '%s' is unknown; there are: %s"), key, known->str);
}

/* A preset that is being read */
typedef struct
{
  FolliPresetKind     kind;
  const FolliPresets *presets;
  FolliRecipe         recipe;
} Reading;

static gboolean
read_key_of_a_look (Reading    *reading,
                    const char *key,
                    const char *text,
                    GError    **error)
{
  FolliParameterId id = find_parameter_of_a_look (key);

  if (id < FOLLI_N_PARAMETERS)
    return read_parameter (id, text, &reading->recipe, error);
  if (g_str_equal (key, "density"))
    return read_number (reading->presets, FOLLI_PRESET_DENSITY, text,
                        &reading->recipe, error);
  if (g_str_equal (key, "size"))
    return read_number (reading->presets, FOLLI_PRESET_SIZE, text,
                        &reading->recipe, error);
  if (g_str_equal (key, "shade"))
    return read_shade (reading->presets, text, &reading->recipe, error);
  return refuse_key (FOLLI_PRESET_LOOK, key, error);
}

static gboolean
read_key (gpointer data, const char *key, const char *text, GError **error)
{
  Reading *reading = data;

  if (is_text_key (key))
    return TRUE;
  if (reading->kind == FOLLI_PRESET_LOOK)
    return read_key_of_a_look (reading, key, text, error);
  if (!g_str_equal (key, FOLLI_PRESET_KEYS[reading->kind][0]))
    return refuse_key (reading->kind, key, error);
  if (reading->kind == FOLLI_PRESET_SHADE)
    return folli_color_parse (text, reading->recipe.shade, error);
  return read_parameter (reading->kind == FOLLI_PRESET_DENSITY ? FOLLI_DENSITY
                                                               : FOLLI_DIAMETER,
                         text, &reading->recipe, error);
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

static FolliRecipe
get_fallbacks (void)
{
  FolliRecipe recipe
      = { .shade = FOLLI_SHADE_FALLBACK, .skin = FOLLI_SKIN_FALLBACK };

  for (FolliParameterId id = 0; id < FOLLI_N_PARAMETERS; id++)
    recipe.value[id] = folli_parameter_get (id)->fallback;
  return recipe;
}

static gboolean
read_preset (const FolliPresetFile *file,
             const char            *id,
             FolliPresets          *presets,
             GArray                *found,
             GError               **error)
{
  static const char *const NAME[] = { "Name", NULL };
  Reading                  reading = { file->kind, presets, get_fallbacks () };
  FolliPresetInfo          info;

  if (!folli_preset_id_is_valid (id))
    {
      folli_preset_refuse (
          error, _ ("[%s] is not an id of lower-case words joined by hyphens"),
          id);
      return folli_preset_file_locate (file, id, NULL, error);
    }
  if (!folli_preset_file_read_group (file, id, read_key, &reading, error)
      || !folli_preset_file_check_keys (file, id, NAME, error)
      || !folli_preset_file_check_keys (file, id, FOLLI_PRESET_KEYS[file->kind],
                                        error))
    return FALSE;

  info = (FolliPresetInfo){
    .id = g_string_chunk_insert_const (presets->strings, id),
    .name = get_text (file, presets, id, "Name"),
    .description = get_text (file, presets, id, "Comment"),
    .recipe = reading.recipe,
    .path = g_string_chunk_insert_const (presets->strings, file->path),
    .is_own = file->is_own,
  };
  g_array_append_val (found, info);
  return TRUE;
}

GArray *
folli_preset_file_read (const FolliPresetFile *file,
                        FolliPresets          *presets,
                        GError               **error)
{
  g_autoptr (GArray) found
      = g_array_new (FALSE, FALSE, sizeof (FolliPresetInfo));
  g_auto (GStrv) groups = g_key_file_get_groups (file->keys, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    if (!g_str_equal (groups[i], FOLLI_PRESET_HEADER)
        && !read_preset (file, groups[i], presets, found, error))
      return NULL;
  return g_steal_pointer (&found);
}
