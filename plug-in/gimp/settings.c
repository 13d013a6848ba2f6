/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/settings.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "follicle/error.h"
#include "gimp/label.h"

#define GROUP "follicle"
#define RECIPE_GROUP "recipe"

/* Raised only if text of this format could be misread by an older version. */
#define FORMAT 1

FolliSettings *
folli_settings_new (const FolliProcedure *procedure)
{
  FolliSettings *settings = g_new0 (FolliSettings, 1);

  settings->procedure = procedure;
  settings->text = g_new0 (char *, procedure->n_arguments);
  settings->number = g_new0 (double, procedure->n_arguments);
  for (int id = 0; id < procedure->n_arguments; id++)
    {
      settings->text[id] = g_strdup (procedure->arguments[id].text);
      settings->number[id] = procedure->arguments[id].number;
    }
  return settings;
}

void
folli_settings_free (FolliSettings *settings)
{
  if (!settings)
    return;
  for (int id = 0; id < settings->procedure->n_arguments; id++)
    g_free (settings->text[id]);
  g_free (settings->text);
  g_free (settings->number);
  g_free (settings);
}

FolliSettings *
folli_settings_copy (const FolliSettings *settings)
{
  FolliSettings *copy = folli_settings_new (settings->procedure);

  for (int id = 0; id < settings->procedure->n_arguments; id++)
    {
      g_free (copy->text[id]);
      copy->text[id] = g_strdup (settings->text[id]);
      copy->number[id] = settings->number[id];
    }
  return copy;
}

void
folli_settings_set_text (FolliSettings *settings, int id, const char *text)
{
  g_return_if_fail (settings->procedure->arguments[id].type
                    == FOLLI_TYPE_STRING);

  g_free (settings->text[id]);
  settings->text[id] = g_strdup (text ? text : "");
}

static gboolean
check_range (const FolliArgument *argument, double number, GError **error)
{
  g_autofree char *plain = NULL;
  double           minimum, maximum;

  folli_argument_get_range (argument, &minimum, &maximum);
  if (number >= minimum && number <= maximum)
    return TRUE;

  plain = folli_label_get_plain (_ (argument->label));
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_RANGE,
               _ ("%s %.10g is not a number from %.10g to %.10g"), plain,
               number, minimum, maximum);
  return FALSE;
}

static gboolean
check_number (const FolliArgument *argument, double number, GError **error)
{
  if (number == argument->number || argument->type == FOLLI_TYPE_STRING)
    return TRUE;
  if (argument->parameter >= 0)
    return folli_parameter_check (argument->parameter, number, error);
  return check_range (argument, number, error);
}

gboolean
folli_settings_check (const FolliSettings *settings, GError **error)
{
  const FolliProcedure *procedure = settings->procedure;

  for (int id = 0; id < procedure->n_arguments; id++)
    if (!check_number (&procedure->arguments[id], settings->number[id], error))
      return FALSE;
  return TRUE;
}

void
folli_settings_forget_image (FolliSettings *settings)
{
  for (int id = 0; id < settings->procedure->n_arguments; id++)
    {
      const FolliArgument *argument = &settings->procedure->arguments[id];

      if (argument->parameter == FOLLI_PIXELS_PER_CM)
        settings->number[id] = argument->number;
      else if (argument->is_private)
        folli_settings_set_text (settings, id, argument->text);
      else if (g_strcmp0 (settings->text[id], "merged") == 0)
        folli_settings_set_text (settings, id, argument->text);
    }
}

void
folli_settings_take (FolliSettings *settings, const FolliSettings *from)
{
  for (int id = 0; id < settings->procedure->n_arguments; id++)
    {
      if (from->text[id])
        folli_settings_set_text (settings, id, from->text[id]);
      settings->number[id] = from->number[id];
    }
}

void
folli_settings_lay_over (FolliSettings *settings, const FolliSettings *given)
{
  for (int id = 0; id < settings->procedure->n_arguments; id++)
    {
      const FolliArgument *argument = &settings->procedure->arguments[id];

      if (given->number[id] != argument->number)
        settings->number[id] = given->number[id];
      if (g_strcmp0 (given->text[id], argument->text) != 0)
        folli_settings_set_text (settings, id, given->text[id]);
    }
}

static void
write_recipe (GKeyFile *file, const FolliRecipe *recipe)
{
  for (int id = 0; id < FOLLI_N_PARAMETERS; id++)
    g_key_file_set_double (file, RECIPE_GROUP, folli_parameter_get (id)->name,
                           recipe->value[id]);
  g_key_file_set_string (file, RECIPE_GROUP, "shade", recipe->shade);
  g_key_file_set_string (file, RECIPE_GROUP, "skin", recipe->skin);
}

char *
folli_settings_to_string (const FolliSettings *settings,
                          const FolliRecipe   *recipe)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_set_integer (file, GROUP, "format", FORMAT);
  g_key_file_set_string (file, GROUP, "version", FOLLI_VERSION);
  for (int id = 0; id < settings->procedure->n_arguments; id++)
    {
      const FolliArgument *argument = &settings->procedure->arguments[id];

      if (argument->type == FOLLI_TYPE_STRING)
        g_key_file_set_string (file, GROUP, argument->name, settings->text[id]);
      else
        g_key_file_set_double (file, GROUP, argument->name,
                               settings->number[id]);
    }
  if (recipe)
    write_recipe (file, recipe);
  return g_key_file_to_data (file, NULL, NULL);
}

static void
read_argument (FolliSettings *settings, int id, GKeyFile *file)
{
  const FolliArgument *argument = &settings->procedure->arguments[id];

  if (argument->type == FOLLI_TYPE_STRING)
    {
      g_autofree char *text
          = g_key_file_get_string (file, GROUP, argument->name, NULL);

      if (text)
        folli_settings_set_text (settings, id, text);
    }
  else
    {
      g_autoptr (GError) error = NULL;
      double number
          = g_key_file_get_double (file, GROUP, argument->name, &error);

      /* An image may have been made to break us. */
      if (!error && check_number (argument, number, NULL))
        settings->number[id] = number;
    }
}

FolliSettings *
folli_settings_from_string (const FolliProcedure *procedure,
                            const char           *text,
                            GError              **error)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (FolliSettings) settings = NULL;
  g_autoptr (GError) reason = NULL;
  int format;

  if (!g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE,
                                  &reason))
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_FILE,
                   _ ("Stored settings cannot be read: %s"), reason->message);
      return NULL;
    }
  format = g_key_file_get_integer (file, GROUP, "format", NULL);
  if (format < 1 || format > FORMAT)
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_FILE,
                   _ ("Stored settings have format %d, this version reads "
                      "1 to %d"),
                   format, FORMAT);
      return NULL;
    }

  settings = folli_settings_new (procedure);
  for (int id = 0; id < settings->procedure->n_arguments; id++)
    read_argument (settings, id, file);
  return g_steal_pointer (&settings);
}

/* An image may have been made to break us, or by a version that allowed
   more. */
static double
read_parameter (GKeyFile *file, FolliParameterId id)
{
  const FolliParameter *parameter = folli_parameter_get (id);
  g_autoptr (GError) error = NULL;
  double value
      = g_key_file_get_double (file, RECIPE_GROUP, parameter->name, &error);

  return !error && folli_parameter_check (id, value, NULL)
             ? value
             : parameter->fallback;
}

gboolean
folli_recipe_from_string (const char *text, FolliRecipe *recipe)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *shade = NULL;
  g_autofree char *skin = NULL;

  if (!g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE,
                                  NULL)
      || !g_key_file_has_group (file, RECIPE_GROUP))
    return FALSE;

  for (int id = 0; id < FOLLI_N_PARAMETERS; id++)
    recipe->value[id] = read_parameter (file, id);
  shade = g_key_file_get_string (file, RECIPE_GROUP, "shade", NULL);
  if (!shade || !folli_color_parse (shade, recipe->shade, NULL))
    g_strlcpy (recipe->shade, FOLLI_SHADE_FALLBACK, sizeof recipe->shade);
  skin = g_key_file_get_string (file, RECIPE_GROUP, "skin", NULL);
  if (!skin || !folli_color_parse (skin, recipe->skin, NULL))
    g_strlcpy (recipe->skin, FOLLI_SKIN_FALLBACK, sizeof recipe->skin);
  return TRUE;
}

char *
folli_recipe_get_digest (const FolliRecipe *recipe)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *text = NULL;

  write_recipe (file, recipe);
  text = g_key_file_to_data (file, NULL, NULL);
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}
