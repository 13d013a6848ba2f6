/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/tuning.h"

#include <math.h>
#include <string.h>

/* Numbers are written with so many digits; what differs by less is the same. */
#define NUMBER_FORMAT "%.6g"
#define SAME 1e-5

char *
folli_tuning_get_look (const FolliSettings *settings)
{
  const char *text = settings->text[FOLLI_ARGUMENT_LOOK];

  return g_strndup (text, strcspn (text, " "));
}

/* Numbers that are arguments of their own follow what a look is made of. */
static gboolean
is_of_a_look (FolliArgumentId id)
{
  return id == FOLLI_ARGUMENT_SESSIONS || id == FOLLI_ARGUMENT_AGE
         || id == FOLLI_ARGUMENT_PHOTO_MATCH;
}

void
folli_tuning_take_look (FolliSettings *settings, const char *look)
{
  g_autofree char *copy = g_strdup (look);

  folli_settings_set_text (settings, FOLLI_ARGUMENT_LOOK, copy);
  folli_settings_set_text (settings, FOLLI_ARGUMENT_DENSITY, "");
  folli_settings_set_text (settings, FOLLI_ARGUMENT_SIZE, "");
  folli_settings_set_text (settings, FOLLI_ARGUMENT_SHADE, "");
  for (int id = 0; id < FOLLI_N_ARGUMENTS; id++)
    if (is_of_a_look (id))
      settings->number[id] = folli_argument_get (id)->number;
}

gboolean
folli_tuning_make_recipe (const FolliSettings *settings,
                          const FolliPresets  *presets,
                          FolliRecipe         *recipe,
                          GError             **error)
{
  if (!folli_settings_check (settings, error)
      || !folli_presets_make_recipe (
          presets, settings->text[FOLLI_ARGUMENT_LOOK],
          settings->text[FOLLI_ARGUMENT_DENSITY],
          settings->text[FOLLI_ARGUMENT_SIZE],
          settings->text[FOLLI_ARGUMENT_SHADE], recipe, error))
    return FALSE;
  for (int id = 0; id < FOLLI_N_ARGUMENTS; id++)
    {
      const FolliArgument *argument = folli_argument_get (id);

      if (argument->parameter >= 0 && settings->number[id] != argument->number)
        recipe->value[argument->parameter] = settings->number[id];
    }
  return TRUE;
}

gboolean
folli_tuning_make_look (const FolliSettings *settings,
                        const FolliPresets  *presets,
                        FolliRecipe         *look,
                        GError             **error)
{
  g_autofree char *id = folli_tuning_get_look (settings);

  return folli_presets_make_recipe (presets, id, "", "", "", look, error);
}

static char *
write_number (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (text, sizeof text, NUMBER_FORMAT, value));
}

/* "natural softness=10" with one of the numbers written anew, or left out. */
static void
set_difference (FolliSettings   *settings,
                FolliParameterId id,
                double           value,
                gboolean         is_same)
{
  const char      *name = folli_parameter_get (id)->name;
  g_autofree char *start = g_strconcat (name, "=", NULL);
  g_autofree char *number = write_number (value);
  g_auto (GStrv) words
      = g_strsplit (settings->text[FOLLI_ARGUMENT_LOOK], " ", -1);
  g_autoptr (GString) look = g_string_new (NULL);

  for (guint i = 0; words[i]; i++)
    if (!g_str_has_prefix (words[i], start) && (i == 0 || *words[i]))
      g_string_append_printf (look, i ? " %s" : "%s", words[i]);
  if (!is_same)
    g_string_append_printf (look, " %s%s", start, number);
  folli_settings_set_text (settings, FOLLI_ARGUMENT_LOOK, look->str);
}

static void
set_text (FolliSettings  *settings,
          FolliArgumentId id,
          double          value,
          gboolean        is_same)
{
  g_autofree char *text = is_same ? g_strdup ("") : write_number (value);

  folli_settings_set_text (settings, id, text);
}

static void
set_number (FolliSettings  *settings,
            FolliArgumentId id,
            double          value,
            gboolean        is_same)
{
  settings->number[id] = is_same ? folli_argument_get (id)->number : value;
}

void
folli_tuning_set (FolliSettings      *settings,
                  const FolliPresets *presets,
                  FolliParameterId    id,
                  double              value)
{
  FolliRecipe look;
  gboolean    is_same
      = folli_tuning_make_look (settings, presets, &look, NULL)
        && fabs (value - look.value[id]) <= SAME * fabs (look.value[id]);

  if (id == FOLLI_DENSITY)
    set_text (settings, FOLLI_ARGUMENT_DENSITY, value, is_same);
  else if (id == FOLLI_DIAMETER)
    set_text (settings, FOLLI_ARGUMENT_SIZE, value, is_same);
  else if (id == FOLLI_SESSIONS)
    set_number (settings, FOLLI_ARGUMENT_SESSIONS, value, is_same);
  else if (id == FOLLI_AGE)
    set_number (settings, FOLLI_ARGUMENT_AGE, value, is_same);
  else
    set_difference (settings, id, value, is_same);
  /* Said after the look, any value can be said: an argument's default is what
     the look has. */
  if (id == FOLLI_PHOTO_MATCH)
    set_number (settings, FOLLI_ARGUMENT_PHOTO_MATCH, value, TRUE);
}

void
folli_tuning_set_shade (FolliSettings      *settings,
                        const FolliPresets *presets,
                        const char         *shade)
{
  g_autofree char *id = folli_tuning_get_look (settings);
  FolliRecipe      look, wanted;
  gboolean         is_same
      = folli_presets_make_recipe (presets, id, "", "", "", &look, NULL)
        && folli_presets_make_recipe (presets, id, "", "", shade, &wanted, NULL)
        && strcmp (look.shade, wanted.shade) == 0;

  folli_settings_set_text (settings, FOLLI_ARGUMENT_SHADE,
                           is_same ? "" : shade);
}
