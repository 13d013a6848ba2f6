/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "arguments.h"

FolliSettings *
folli_config_read (GimpProcedureConfig *config, const FolliProcedure *procedure)
{
  FolliSettings *settings = folli_settings_new (procedure);

  for (int id = 0; id < procedure->n_arguments; id++)
    {
      const FolliArgument *argument = &procedure->arguments[id];
      g_auto (GValue) value = G_VALUE_INIT;

      if (argument->type == FOLLI_TYPE_STRING)
        g_value_init (&value, G_TYPE_STRING);
      else
        g_value_init (&value, G_TYPE_DOUBLE);
      g_object_get_property (G_OBJECT (config), argument->name, &value);

      if (argument->type == FOLLI_TYPE_STRING)
        folli_settings_set_text (settings, id, g_value_get_string (&value));
      else
        settings->number[id] = g_value_get_double (&value);
    }
  return settings;
}

void
folli_config_write (GimpProcedureConfig *config, const FolliSettings *settings)
{
  for (int id = 0; id < settings->procedure->n_arguments; id++)
    {
      const FolliArgument *argument = &settings->procedure->arguments[id];
      g_auto (GValue) value = G_VALUE_INIT;

      if (argument->type == FOLLI_TYPE_STRING)
        {
          g_value_init (&value, G_TYPE_STRING);
          g_value_set_string (&value, settings->text[id]);
        }
      else
        {
          g_value_init (&value, G_TYPE_DOUBLE);
          g_value_set_double (&value, settings->number[id]);
        }
      g_object_set_property (G_OBJECT (config), argument->name, &value);
    }
}
