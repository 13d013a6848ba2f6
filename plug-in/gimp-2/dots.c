/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run.h"

#include <glib/gi18n-lib.h>

#include "dialog.h"
#include "gimp/arguments.h"
#include "gimp/hairline.h"
#include "gimp/plan.h"

static void
tell_warnings (const FolliPresets *presets)
{
  const char *const *warnings = folli_presets_get_warnings (presets);

  for (int i = 0; warnings[i]; i++)
    gimp_message (warnings[i]);
}

static gboolean
stamp (FolliHost           *host,
       GimpRunMode          mode,
       const FolliSettings *settings,
       const FolliPresets  *presets,
       GError             **error)
{
  g_autoptr (FolliPlan) plan = NULL;
  gboolean is_done;

  plan = folli_plan_new (host, settings, presets, error);
  if (!plan)
    return FALSE;
  /* The dialog has shown it. */
  if (plan->remark && mode != GIMP_RUN_INTERACTIVE)
    gimp_message (plan->remark);
  gimp_progress_init (_ ("Drawing follicle dots"));
  is_done = folli_plan_carry_out (plan, host, error);
  gimp_progress_end ();
  return is_done;
}

GimpPDBStatusType
folli_dots_run (GimpRunMode    mode,
                FolliHost     *host,
                FolliSettings *settings,
                GimpParam     *results,
                GError       **error)
{
  g_autoptr (FolliPresets) presets = folli_presets_load_all ();

  tell_warnings (presets);
  if (mode == GIMP_RUN_INTERACTIVE
      && folli_hairline_is_mask (host, settings->text[FOLLI_ARGUMENT_MASK]))
    folli_settings_set_text (settings, FOLLI_ARGUMENT_MASK,
                             FOLLI_HAIRLINE_MASK);
  if (mode == GIMP_RUN_INTERACTIVE
      && !folli_dialog_run (host, presets, settings))
    return GIMP_PDB_CANCEL;
  /* The user may have saved looks. */
  if (mode == GIMP_RUN_INTERACTIVE)
    {
      folli_presets_free (presets);
      presets = folli_presets_load_all ();
    }
  if (!stamp (host, mode, settings, presets, error))
    return GIMP_PDB_EXECUTION_ERROR;

  results[0].data.d_layer = host->result;
  return GIMP_PDB_SUCCESS;
}
