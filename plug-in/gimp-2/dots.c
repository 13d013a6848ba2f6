/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run.h"

#include <glib/gi18n-lib.h>

#include "dialog.h"
#include "gimp/arguments.h"
#include "gimp/hairline.h"
#include "gimp/past.h"
#include "gimp/renewal.h"

static void
tell_warnings (const FolliPresets *presets)
{
  const char *const *warnings = folli_presets_get_warnings (presets);

  for (int i = 0; warnings[i]; i++)
    gimp_message (warnings[i]);
}

/* What was made before goes only when the new is there. */
static gboolean
carry_out (FolliHost *host, const FolliPlan *plan, GError **error)
{
  g_autofree char *remark = NULL;
  gboolean         is_done;

  gimp_image_undo_group_start (host->image);
  is_done = folli_plan_carry_out (plan, host, error);
  if (is_done)
    remark = folli_past_retire (host, plan);
  gimp_image_undo_group_end (host->image);
  if (remark)
    gimp_message (remark);
  return is_done;
}

static gboolean
stamp (FolliHost           *host,
       GimpRunMode          mode,
       const FolliSettings *settings,
       const FolliPresets  *presets,
       GError             **error)
{
  g_autoptr (FolliPlan) plan = NULL;

  plan = folli_plan_new (host, settings, presets, error);
  if (!plan)
    return FALSE;
  /* The dialog has shown it. */
  if (plan->remark && mode != GIMP_RUN_INTERACTIVE)
    gimp_message (plan->remark);
  return carry_out (host, plan, error);
}

/* On what we have made its own settings stand for what is not stated. */
static void
take_recalled (GimpRunMode mode, FolliHost *host, FolliSettings *settings)
{
  g_autoptr (FolliSettings) recalled = NULL;

  folli_renewal_start (host);
  recalled = folli_renewal_recall (host);
  if (!recalled)
    return;
  if (mode == GIMP_RUN_NONINTERACTIVE)
    folli_settings_lay_over (recalled, settings);
  folli_settings_take (settings, recalled);
}

GimpPDBStatusType
folli_dots_run (GimpRunMode    mode,
                FolliHost     *host,
                FolliSettings *settings,
                GimpParam     *results,
                GError       **error)
{
  g_autoptr (FolliPresets) presets = folli_presets_load_all ();
  gboolean is_done;

  tell_warnings (presets);
  take_recalled (mode, host, settings);
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
  /* With the bar GIMP offers to cancel, which ends the plug-in. */
  gimp_progress_init (_ ("Drawing follicle dots"));
  is_done = stamp (host, mode, settings, presets, error);
  gimp_progress_end ();
  if (!is_done)
    return GIMP_PDB_EXECUTION_ERROR;

  results[0].data.d_layer = host->made;
  return GIMP_PDB_SUCCESS;
}
