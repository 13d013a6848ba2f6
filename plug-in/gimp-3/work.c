/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run.h"

#include <glib/gi18n-lib.h>

#include "arguments.h"
#include "follicle/error.h"
#include "form.h"
#include "operations.h"

static void
hand_over_one (FolliType type, const FolliValue *value, GValue *result)
{
  switch (type)
    {
    case FOLLI_TYPE_STRING:
      g_value_set_string (result, value->text);
      break;
    case FOLLI_TYPE_INT:
      g_value_set_int (result, value->number);
      break;
    case FOLLI_TYPE_DOUBLE:
      g_value_set_double (result, value->number);
      break;
    case FOLLI_TYPE_LAYER:
    case FOLLI_TYPE_PATH:
      g_value_set_object (result, gimp_item_get_by_id (value->number));
      break;
    case FOLLI_TYPE_IMAGE:
      g_value_set_object (result, gimp_image_get_by_id (value->number));
      break;
    }
}

static GimpValueArray *
hand_over (GimpProcedure        *procedure,
           const FolliProcedure *description,
           FolliValue           *values)
{
  GimpValueArray *results
      = gimp_procedure_new_return_values (procedure, GIMP_PDB_SUCCESS, NULL);

  for (int i = 0; i < description->n_results; i++)
    {
      hand_over_one (description->results[i].type, &values[i],
                     gimp_value_array_index (results, 1 + i));
      g_free (values[i].text);
    }
  return results;
}

/* A new image is shown to whoever has asked for it with a dialog. */
static void
show_images (const FolliProcedure *procedure, const FolliValue *values)
{
  for (int i = 0; i < procedure->n_results; i++)
    if (procedure->results[i].type == FOLLI_TYPE_IMAGE && values[i].number >= 0)
      gimp_display_new (gimp_image_get_by_id (values[i].number));
}

static gboolean
ask (const FolliProcedure *procedure,
     FolliHost            *host,
     GimpProcedureConfig  *config)
{
  if (procedure->recall)
    {
      g_autoptr (FolliSettings) settings
          = folli_config_read (config, procedure);

      procedure->recall (settings);
      folli_config_write (config, settings);
    }
  return folli_form_run (config, procedure, host);
}

/* GIMP keeps what the dialog leaves behind, in a file. */
static void
leave (const FolliProcedure *procedure,
       GimpProcedureConfig  *config,
       FolliSettings        *settings)
{
  if (procedure->keep)
    procedure->keep (settings);
  for (int id = 0; id < procedure->n_arguments; id++)
    if (procedure->arguments[id].is_private)
      folli_settings_set_text (settings, id, procedure->arguments[id].text);
  folli_config_write (config, settings);
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

static GimpPDBStatusType
work (const FolliProcedure *procedure,
      GimpRunMode           run_mode,
      FolliHost            *host,
      GimpProcedureConfig  *config,
      FolliValue           *values,
      GError              **error)
{
  g_autoptr (FolliSettings) settings = NULL;

  if (run_mode == GIMP_RUN_INTERACTIVE && !ask (procedure, host, config))
    return GIMP_PDB_CANCEL;
  settings = folli_config_read (config, procedure);
  if (!carry_out (procedure, host, settings, values, error))
    return GIMP_PDB_EXECUTION_ERROR;
  if (run_mode == GIMP_RUN_INTERACTIVE)
    leave (procedure, config, settings);
  if (run_mode != GIMP_RUN_NONINTERACTIVE)
    show_images (procedure, values);
  return GIMP_PDB_SUCCESS;
}

GimpValueArray *
folli_work_run (GimpProcedure       *procedure,
                GimpRunMode          run_mode,
                GimpImage           *image,
                GimpDrawable       **drawables,
                GimpProcedureConfig *config,
                gpointer             data)
{
  const FolliProcedure *description = folli_procedure_get (
      folli_procedure_find (gimp_procedure_get_name (procedure)));
  g_autofree FolliValue *values
      = g_new0 (FolliValue, description->n_results + 1);
  g_autoptr (FolliHost) host = NULL;
  GimpPDBStatusType status;
  GError           *error = NULL;

  gegl_init (NULL, NULL);
  folli_operations_register (NULL);

  if (!drawables[0])
    return gimp_procedure_new_return_values (
        procedure, GIMP_PDB_CALLING_ERROR,
        g_error_new_literal (FOLLI_ERROR, FOLLI_ERROR_IMAGE,
                             _ ("No layer is selected")));
  host = folli_host_open (image, drawables[0]);
  status = work (description, run_mode, host, config, values, &error);
  gimp_displays_flush ();
  if (status != GIMP_PDB_SUCCESS)
    return gimp_procedure_new_return_values (procedure, status, error);
  return hand_over (procedure, description, values);
}
