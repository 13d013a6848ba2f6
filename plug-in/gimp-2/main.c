/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <libgimp/gimp.h>
#include <locale.h>

#include "gimp/arguments.h"
#include "dialog.h"
#include "follicle/error.h"
#include "host.h"
#include "operations.h"
#include "gimp/plan.h"
#include "gimp/settings.h"

/* GIMP's own arguments come first: run mode, image, drawable. */
#define N_LEADING 3
#define N_ARGUMENTS (N_LEADING + FOLLI_N_ARGUMENTS)

static void
declare_argument (GimpParamDef *definition, FolliArgumentId id)
{
  static const GimpPDBArgType TYPES[]
      = { [FOLLI_TYPE_STRING] = GIMP_PDB_STRING,
          [FOLLI_TYPE_INT] = GIMP_PDB_INT32,
          [FOLLI_TYPE_DOUBLE] = GIMP_PDB_FLOAT };
  const FolliArgument *argument = folli_argument_get (id);

  definition->type = TYPES[argument->type];
  definition->name = (char *)argument->name;
  definition->description = (char *)argument->blurb;
}

static void
query (void)
{
  GimpParamDef arguments[N_ARGUMENTS] = {
    { GIMP_PDB_INT32, (char *)"run-mode",
      (char *)"The run mode { RUN-INTERACTIVE (0), RUN-NONINTERACTIVE (1), "
              "RUN-WITH-LAST-VALS (2) }" },
    { GIMP_PDB_IMAGE, (char *)"image", (char *)"The image" },
    { GIMP_PDB_DRAWABLE, (char *)"drawable", (char *)"The photo's layer" },
  };
  static const GimpParamDef RESULTS[] = {
    { GIMP_PDB_LAYER, (char *)"layer",
      (char *)"The layer or group that was made" },
  };

  for (int id = 0; id < FOLLI_N_ARGUMENTS; id++)
    declare_argument (&arguments[N_LEADING + id], id);

  gimp_plugin_domain_register (GETTEXT_PACKAGE, FOLLI_LOCALEDIR);
  gimp_install_procedure (
      FOLLI_PROCEDURE,
      N_ ("Stamp realistic follicle dots where a mask is white"),
      "Draws the dots of scalp micropigmentation on a photo of a head: evenly "
      "spaced, in physical units, denser where the mask is lighter. What it "
      "makes is a simulation, not a promised result.",
      "The Follicle developers", "The Follicle developers, GPL-3.0-or-later",
      "2026", N_ ("_Follicle Dots..."), "RGB*, GRAY*", GIMP_PLUGIN, N_ARGUMENTS,
      G_N_ELEMENTS (RESULTS), arguments, RESULTS);
  gimp_plugin_menu_branch_register ("<Image>/Filters", N_ ("S_calp"));
  gimp_plugin_menu_register (FOLLI_PROCEDURE, "<Image>/Filters/Scalp");
}

static FolliSettings *
read_arguments (const GimpParam *arguments, int n_arguments, GError **error)
{
  g_autoptr (FolliSettings) settings = folli_settings_new ();

  if (n_arguments != N_ARGUMENTS)
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_HOST,
                   _ ("%d arguments were given, %d are needed"), n_arguments,
                   N_ARGUMENTS);
      return NULL;
    }
  for (int id = 0; id < FOLLI_N_ARGUMENTS; id++)
    {
      const GimpParamData *data = &arguments[N_LEADING + id].data;

      switch (folli_argument_get (id)->type)
        {
        case FOLLI_TYPE_STRING:
          folli_settings_set_text (settings, id, data->d_string);
          break;
        case FOLLI_TYPE_INT:
          settings->number[id] = data->d_int32;
          break;
        case FOLLI_TYPE_DOUBLE:
          settings->number[id] = data->d_float;
          break;
        }
    }
  return g_steal_pointer (&settings);
}

/* What the user chose last in this session of GIMP, or the defaults. */
static FolliSettings *
read_last_values (void)
{
  int              size = gimp_get_data_size (FOLLI_PROCEDURE);
  g_autofree char *text = g_malloc0 (size + 1);
  g_autoptr (FolliSettings) settings = NULL;

  if (size > 0 && gimp_get_data (FOLLI_PROCEDURE, text))
    settings = folli_settings_from_string (text, NULL);
  return settings ? g_steal_pointer (&settings) : folli_settings_new ();
}

static void
keep_last_values (const FolliSettings *settings)
{
  g_autofree char *text = folli_settings_to_string (settings, NULL);

  gimp_set_data (FOLLI_PROCEDURE, text, strlen (text) + 1);
}

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

/* GIMP_PDB_CANCEL comes without an error. */
static GimpPDBStatusType
work (GimpRunMode      mode,
      FolliHost       *host,
      const GimpParam *arguments,
      int              n_arguments,
      GError         **error)
{
  g_autoptr (FolliPresets) presets = folli_presets_load_all ();
  g_autoptr (FolliSettings) settings = NULL;

  tell_warnings (presets);
  settings = mode == GIMP_RUN_NONINTERACTIVE
                 ? read_arguments (arguments, n_arguments, error)
                 : read_last_values ();
  if (!settings)
    return GIMP_PDB_CALLING_ERROR;
  if (mode == GIMP_RUN_INTERACTIVE
      && !folli_dialog_run (host, presets, settings))
    return GIMP_PDB_CANCEL;
  if (!stamp (host, mode, settings, presets, error))
    return GIMP_PDB_EXECUTION_ERROR;

  if (mode == GIMP_RUN_INTERACTIVE)
    keep_last_values (settings);
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
  static GimpParam values[2];
  g_autoptr (FolliHost) host = NULL;
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, FOLLI_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  gegl_init (NULL, NULL);
  folli_operations_register (NULL);
  gimp_plugin_enable_precision ();

  host = folli_host_open (arguments[1].data.d_image,
                          arguments[2].data.d_drawable);
  values[0].type = GIMP_PDB_STATUS;
  values[0].data.d_status
      = work (arguments[0].data.d_int32, host, arguments, n_arguments, &error);
  values[1].type = GIMP_PDB_LAYER;
  values[1].data.d_layer = host->result;
  if (error)
    {
      values[1].type = GIMP_PDB_STRING;
      values[1].data.d_string = g_strdup (error->message);
    }
  *n_results = values[0].data.d_status == GIMP_PDB_CANCEL ? 1 : 2;
  *results = values;
}

const GimpPlugInInfo PLUG_IN_INFO = { NULL, NULL, query, run };

MAIN ()
