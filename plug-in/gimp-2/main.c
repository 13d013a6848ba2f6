/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <libgimp/gimp.h>
#include <locale.h>

#include "gimp/help.h"
#include "installation.h"
#include "operations.h"
#include "run.h"

#define MAX_ARGUMENTS 32
#define MAX_RESULTS 8

/* Of procedures without work. */
static const FolliRunFunc RUNS[FOLLI_N_PROCEDURES] = {
  [FOLLI_PROCEDURE_DOTS] = folli_dots_run,
  [FOLLI_PROCEDURE_HAIRLINE] = folli_hairline_run,
  [FOLLI_PROCEDURE_DOCTOR] = folli_doctor_run,
};

static const GimpPDBArgType TYPES[] = {
  [FOLLI_TYPE_STRING] = GIMP_PDB_STRING, [FOLLI_TYPE_INT] = GIMP_PDB_INT32,
  [FOLLI_TYPE_DOUBLE] = GIMP_PDB_FLOAT,  [FOLLI_TYPE_LAYER] = GIMP_PDB_LAYER,
  [FOLLI_TYPE_PATH] = GIMP_PDB_VECTORS,  [FOLLI_TYPE_IMAGE] = GIMP_PDB_IMAGE,
};

static void
install (const FolliProcedure *procedure)
{
  GimpParamDef arguments[MAX_ARGUMENTS] = {
    { GIMP_PDB_INT32, (char *)"run-mode",
      (char *)"The run mode { RUN-INTERACTIVE (0), RUN-NONINTERACTIVE (1), "
              "RUN-WITH-LAST-VALS (2) }" },
    { GIMP_PDB_IMAGE, (char *)"image", (char *)"The image" },
    { GIMP_PDB_DRAWABLE, (char *)"drawable", (char *)"The photo's layer" },
  };
  const int    n_leading = folli_arguments_count_leading (procedure);
  const int    n_taken = procedure->n_arguments - procedure->n_named;
  GimpParamDef results[MAX_RESULTS];

  for (int i = 0; i < n_taken; i++)
    arguments[n_leading + i]
        = (GimpParamDef){ TYPES[procedure->arguments[i].type],
                          (char *)procedure->arguments[i].name,
                          (char *)procedure->arguments[i].blurb };
  for (int i = 0; i < procedure->n_results; i++)
    results[i] = (GimpParamDef){ TYPES[procedure->results[i].type],
                                 (char *)procedure->results[i].name,
                                 (char *)procedure->results[i].blurb };

  gimp_install_procedure (
      procedure->name, procedure->blurb, procedure->help,
      "The Follicle developers", "The Follicle developers, GPL-3.0-or-later",
      "2026", procedure->menu_label, procedure->image_types, GIMP_PLUGIN,
      n_leading + n_taken, procedure->n_results, arguments, results);
  gimp_plugin_menu_register (procedure->name, procedure->is_about_gimp
                                                  ? "<Image>/Help"
                                                  : "<Image>/Filters/Scalp");
}

static void
query (void)
{
  g_autofree char *translations
      = folli_installation_find (FOLLI_DATA_TRANSLATIONS);
  g_autofree char *help = folli_help_get_uri ();

  gimp_plugin_domain_register (GETTEXT_PACKAGE, translations);
  gimp_plugin_help_register (FOLLI_HELP_DOMAIN, help);
  gimp_plugin_menu_branch_register ("<Image>/Filters", N_ ("S_calp"));
  for (int id = 0; id < FOLLI_N_PROCEDURES; id++)
    install (folli_procedure_get (id));
}

static GimpPDBStatusType
work (FolliProcedureId id,
      const GimpParam *arguments,
      int              n_arguments,
      GimpParam       *results,
      GError         **error)
{
  const FolliProcedure *procedure = folli_procedure_get (id);
  const GimpRunMode     mode = arguments[0].data.d_int32;
  g_autoptr (FolliHost) host = NULL;
  g_autoptr (FolliSettings) settings
      = mode == GIMP_RUN_NONINTERACTIVE
            ? folli_arguments_read (procedure, arguments, n_arguments, error)
            : folli_last_values_read (procedure);
  FolliRunFunc      func;
  GimpPDBStatusType status;

  if (!settings)
    return GIMP_PDB_CALLING_ERROR;
  if (!procedure->is_about_gimp)
    host = folli_host_open (arguments[1].data.d_image,
                            arguments[2].data.d_drawable);
  func = RUNS[id] ? RUNS[id] : folli_work_run;
  status = func (mode, host, settings, results, error);
  if (status != GIMP_PDB_SUCCESS)
    return status;

  if (mode == GIMP_RUN_INTERACTIVE)
    folli_last_values_keep (settings);
  if (mode != GIMP_RUN_NONINTERACTIVE)
    gimp_displays_flush ();
  return GIMP_PDB_SUCCESS;
}

static void
run (const gchar     *name,
     gint             n_arguments,
     const GimpParam *arguments,
     gint            *n_results,
     GimpParam      **results)
{
  static GimpParam       values[1 + MAX_RESULTS];
  const FolliProcedureId id = folli_procedure_find (name);
  const FolliProcedure  *procedure = folli_procedure_get (id);
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  folli_installation_bind_translations ();
  gegl_init (NULL, NULL);
  folli_operations_register (NULL);
  gimp_plugin_enable_precision ();

  for (int i = 0; i < procedure->n_results; i++)
    values[1 + i].type = TYPES[procedure->results[i].type];
  values[0].type = GIMP_PDB_STATUS;
  values[0].data.d_status
      = work (id, arguments, n_arguments, &values[1], &error);
  *n_results = 1;
  if (values[0].data.d_status == GIMP_PDB_SUCCESS)
    *n_results += procedure->n_results;
  else if (error)
    {
      values[1].type = GIMP_PDB_STRING;
      values[1].data.d_string = g_strdup (error->message);
      *n_results = 2;
    }
  *results = values;
}

const GimpPlugInInfo PLUG_IN_INFO = { NULL, NULL, query, run };

MAIN ()
