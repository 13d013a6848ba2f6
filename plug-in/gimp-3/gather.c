/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gather.h"

#include "arguments.h"
#include "dialog.h"
#include "gimp/hairline.h"
#include "gimp/renewal.h"

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
folli_gather_settings (GimpProcedureConfig *config,
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
