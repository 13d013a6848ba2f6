/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run.h"

#include "form.h"

static void
hand_over (const FolliProcedure *procedure,
           const FolliValue     *values,
           GimpParam            *results)
{
  for (int i = 0; i < procedure->n_results; i++)
    switch (procedure->results[i].type)
      {
      case FOLLI_TYPE_STRING:
        results[i].data.d_string = values[i].text;
        break;
      case FOLLI_TYPE_DOUBLE:
        results[i].data.d_float = values[i].number;
        break;
      default:
        results[i].data.d_int32 = values[i].number;
      }
}

/* A new image is shown to whoever has asked for it with a dialog. */
static void
show_images (const FolliProcedure *procedure, const FolliValue *values)
{
  for (int i = 0; i < procedure->n_results; i++)
    if (procedure->results[i].type == FOLLI_TYPE_IMAGE && values[i].number >= 0)
      gimp_display_new (values[i].number);
}

static gboolean
ask (FolliHost *host, FolliSettings *settings)
{
  const FolliProcedure *procedure = settings->procedure;

  if (procedure->recall)
    procedure->recall (settings);
  return folli_form_run (host, settings);
}

/* With the bar GIMP offers to cancel, which ends the plug-in. */
static gboolean
carry_out (const FolliProcedure *procedure,
           FolliHost            *host,
           const FolliSettings  *settings,
           FolliValue           *values,
           GError              **error)
{
  g_autofree char *title = folli_procedure_get_title (procedure);
  gboolean         is_done;

  gimp_progress_init (title);
  is_done = folli_procedure_do (procedure, host, settings, values, error);
  gimp_progress_end ();
  return is_done;
}

GimpPDBStatusType
folli_work_run (GimpRunMode    mode,
                FolliHost     *host,
                FolliSettings *settings,
                GimpParam     *results,
                GError       **error)
{
  const FolliProcedure  *procedure = settings->procedure;
  g_autofree FolliValue *values = g_new0 (FolliValue, procedure->n_results + 1);

  if (mode == GIMP_RUN_INTERACTIVE && !ask (host, settings))
    return GIMP_PDB_CANCEL;
  if (!carry_out (procedure, host, settings, values, error))
    return GIMP_PDB_EXECUTION_ERROR;

  if (mode == GIMP_RUN_INTERACTIVE && procedure->keep)
    procedure->keep (settings);
  if (mode != GIMP_RUN_NONINTERACTIVE)
    show_images (procedure, values);
  hand_over (procedure, values, results);
  return GIMP_PDB_SUCCESS;
}
