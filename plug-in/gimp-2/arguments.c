/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "follicle/error.h"

FolliSettings *
folli_last_values_read (const FolliProcedure *procedure)
{
  int              size = gimp_get_data_size (procedure->name);
  g_autofree char *text = g_malloc0 (size + 1);
  g_autoptr (FolliSettings) settings = NULL;

  if (size > 0 && gimp_get_data (procedure->name, text))
    settings = folli_settings_from_string (procedure, text, NULL);
  if (!settings)
    return folli_settings_new (procedure);
  folli_settings_forget_image (settings);
  return g_steal_pointer (&settings);
}

void
folli_last_values_keep (const FolliSettings *settings)
{
  g_autofree char *text = folli_settings_to_string (settings, NULL);

  gimp_set_data (settings->procedure->name, text, strlen (text) + 1);
}

int
folli_arguments_count_leading (const FolliProcedure *procedure)
{
  return procedure->is_about_gimp ? 1 : 3;
}

static void
read_argument (FolliSettings *settings, int id, const GimpParamData *data)
{
  if (settings->procedure->arguments[id].type == FOLLI_TYPE_STRING)
    folli_settings_set_text (settings, id, data->d_string);
  else if (settings->procedure->arguments[id].type == FOLLI_TYPE_INT)
    settings->number[id] = data->d_int32;
  else
    settings->number[id] = data->d_float;
}

FolliSettings *
folli_arguments_read (const FolliProcedure *procedure,
                      const GimpParam      *arguments,
                      int                   n_arguments,
                      GError              **error)
{
  const int      n_taken = procedure->n_arguments - procedure->n_named;
  const int      n_leading = folli_arguments_count_leading (procedure);
  const int      n_needed = n_leading + n_taken;
  FolliSettings *settings;

  if (n_arguments != n_needed)
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_HOST,
                   _ ("%d arguments were given, %d are needed"), n_arguments,
                   n_needed);
      return NULL;
    }
  settings = folli_settings_new (procedure);
  for (int id = 0; id < n_taken; id++)
    read_argument (settings, id, &arguments[n_leading + id].data);
  return settings;
}
