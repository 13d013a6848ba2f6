/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "host.h"

#include "gimp/hairline.h"
#include "gimp/renewal.h"

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

/* GIMP remembers what was chosen last, for whichever image comes next. */
static void
forget_image (GimpProcedureConfig *config)
{
  g_autoptr (FolliSettings) settings
      = folli_config_read (config, &folli_dots_procedure);

  folli_settings_forget_image (settings);
  folli_config_write (config, settings);
}

/* The hairline that was designed, where no other mask is stated. */
static void
suggest_mask (GimpProcedureConfig *config, FolliHost *host)
{
  g_autofree char *mask = NULL;

  g_object_get (config, "mask", &mask, NULL);
  if (folli_hairline_is_mask (host, mask))
    g_object_set (config, "mask", FOLLI_HAIRLINE_MASK, NULL);
}

FolliSettings *
folli_config_gather (GimpProcedureConfig *config,
                     GimpRunMode          run_mode,
                     FolliHost           *host,
                     const FolliPresets  *presets)
{
  g_autoptr (FolliSettings) recalled = folli_renewal_recall (host);
  g_autoptr (FolliSettings) settings = NULL;

  if (recalled && run_mode == GIMP_RUN_WITH_LAST_VALS)
    return g_steal_pointer (&recalled);
  if (!recalled && run_mode != GIMP_RUN_NONINTERACTIVE)
    forget_image (config);
  if (recalled && run_mode == GIMP_RUN_INTERACTIVE)
    folli_config_write (config, recalled);
  else if (run_mode == GIMP_RUN_INTERACTIVE)
    suggest_mask (config, host);
  if (run_mode == GIMP_RUN_INTERACTIVE
      && !folli_dialog_run (config, host, presets))
    return NULL;

  settings = folli_config_read (config, &folli_dots_procedure);
  if (recalled && run_mode == GIMP_RUN_NONINTERACTIVE)
    {
      folli_settings_lay_over (recalled, settings);
      return g_steal_pointer (&recalled);
    }
  return g_steal_pointer (&settings);
}
