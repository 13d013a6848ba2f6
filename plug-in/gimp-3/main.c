/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "host.h"

#include <glib/gi18n-lib.h>

#include "gimp/arguments.h"
#include "operations.h"
#include "gimp/plan.h"

typedef struct
{
  GimpPlugIn parent_instance;
} FolliPlugIn;

typedef struct
{
  GimpPlugInClass parent_class;
} FolliPlugInClass;

GType folli_plug_in_get_type (void) G_GNUC_CONST;
G_DEFINE_TYPE (FolliPlugIn, folli_plug_in, GIMP_TYPE_PLUG_IN)
GIMP_MAIN (folli_plug_in_get_type ())

/* One drawable, and what is going to be done to it. */
typedef struct
{
  FolliHost *host;
  FolliPlan *plan;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  folli_plan_free (job->plan);
  folli_host_close (job->host);
  g_free (job);
}

static void
tell_warnings (const FolliPresets *presets)
{
  const char *const *warnings = folli_presets_get_warnings (presets);

  for (int i = 0; warnings[i]; i++)
    gimp_message (warnings[i]);
}

/* Finds out all there is to do before any of it is done. Returns NULL if
   something is wrong, or if the user has thought better of it: then @error is
   not set. */
static GPtrArray *
plan_jobs (GimpRunMode          run_mode,
           GimpImage           *image,
           GimpDrawable       **drawables,
           GimpProcedureConfig *config,
           GError             **error)
{
  g_autoptr (FolliPresets) presets = folli_presets_load_all ();
  g_autoptr (GPtrArray) jobs = g_ptr_array_new_with_free_func (free_job);

  tell_warnings (presets);
  for (int i = 0; drawables[i]; i++)
    {
      Job *job = g_new0 (Job, 1);
      g_autoptr (FolliSettings) settings = NULL;

      g_ptr_array_add (jobs, job);
      job->host = folli_host_open (image, drawables[i]);
      settings = folli_config_gather (config, run_mode, job->host, presets);
      if (settings)
        job->plan = folli_plan_new (job->host, settings, presets, error);
      if (!job->plan)
        return NULL;
      if (job->plan->remark)
        gimp_message (job->plan->remark);
      /* The user is asked once for all of them. */
      if (run_mode == GIMP_RUN_INTERACTIVE)
        run_mode = GIMP_RUN_NONINTERACTIVE;
    }
  return g_steal_pointer (&jobs);
}

/* Returns the last layer that was made, or NULL with @error set. */
static GimpLayer *
carry_out (GimpImage *image, GPtrArray *jobs, GError **error)
{
  GimpLayer *made = NULL;
  gboolean   is_done = TRUE;

  gimp_progress_init (_ ("Drawing follicle dots"));
  gimp_image_undo_group_start (image);
  for (guint i = 0; is_done && i < jobs->len; i++)
    {
      Job *job = g_ptr_array_index (jobs, i);

      is_done = folli_plan_carry_out (job->plan, job->host, error);
      made = job->host->made;
    }
  gimp_image_undo_group_end (image);
  gimp_progress_end ();
  gimp_displays_flush ();
  return is_done ? made : NULL;
}

static GimpValueArray *
run (GimpProcedure       *procedure,
     GimpRunMode          run_mode,
     GimpImage           *image,
     GimpDrawable       **drawables,
     GimpProcedureConfig *config,
     gpointer             data)
{
  GError    *error = NULL;
  GimpLayer *made = NULL;
  g_autoptr (GPtrArray) jobs = NULL;
  GimpValueArray *values;

  gegl_init (NULL, NULL);
  folli_operations_register (NULL);

  jobs = plan_jobs (run_mode, image, drawables, config, &error);
  if (jobs)
    made = carry_out (image, jobs, &error);
  if (!made)
    return gimp_procedure_new_return_values (
        procedure, error ? GIMP_PDB_EXECUTION_ERROR : GIMP_PDB_CANCEL, error);

  values = gimp_procedure_new_return_values (procedure, GIMP_PDB_SUCCESS, NULL);
  GIMP_VALUES_SET_LAYER (values, 1, made);
  return values;
}

static void
add_argument (GimpProcedure *procedure, FolliArgumentId id)
{
  const FolliArgument *argument = folli_argument_get (id);
  const char          *name = argument->name;
  const char          *label = _ (argument->label);
  const char          *blurb = _ (argument->blurb);
  double               minimum, maximum;

  if (argument->type == FOLLI_TYPE_STRING)
    {
      gimp_procedure_add_string_argument (procedure, name, label, blurb,
                                          argument->text, G_PARAM_READWRITE);
      return;
    }
  folli_argument_get_range (id, &minimum, &maximum);
  if (argument->type == FOLLI_TYPE_INT)
    gimp_procedure_add_int_argument (procedure, name, label, blurb, minimum,
                                     maximum, argument->number,
                                     G_PARAM_READWRITE);
  else
    gimp_procedure_add_double_argument (procedure, name, label, blurb, minimum,
                                        maximum, argument->number,
                                        G_PARAM_READWRITE);
}

static GimpProcedure *
create_procedure (GimpPlugIn *plug_in, const char *name)
{
  GimpProcedure *procedure;

  if (g_strcmp0 (name, FOLLI_PROCEDURE) != 0)
    return NULL;
  procedure = gimp_image_procedure_new (
      plug_in, name, GIMP_PDB_PROC_TYPE_PLUGIN, run, NULL, NULL);
  gimp_procedure_set_image_types (procedure, "RGB*, GRAY*");
  gimp_procedure_set_sensitivity_mask (
      procedure,
      GIMP_PROCEDURE_SENSITIVE_DRAWABLE | GIMP_PROCEDURE_SENSITIVE_DRAWABLES);
  gimp_procedure_set_menu_label (procedure, _ ("_Follicle Dots..."));
  gimp_procedure_add_menu_path (procedure, "<Image>/Filters/Scalp");
  gimp_procedure_set_documentation (
      procedure, _ ("Stamp realistic follicle dots on a photo of a scalp"),
      _ ("Draws what scalp micropigmentation would look like: layered pigment "
         "dots wherever a hairline mask is white, denser where it is "
         "brighter. A simulation, not a promised result."),
      name);
  gimp_procedure_set_attribution (procedure, _ ("The Follicle developers"),
                                  _ ("The Follicle developers"), "2026");
  for (int id = 0; id < FOLLI_N_ARGUMENTS; id++)
    add_argument (procedure, id);
  gimp_procedure_add_layer_return_value (procedure, "layer", _ ("Layer"),
                                         _ ("The layer or group that was made"),
                                         TRUE, G_PARAM_READWRITE);
  return procedure;
}

static GList *
query_procedures (GimpPlugIn *plug_in)
{
  return g_list_append (NULL, g_strdup (FOLLI_PROCEDURE));
}

/* GIMP would look for catalogues beside the executable only. */
static gboolean
set_i18n (GimpPlugIn *plug_in, const char *procedure, char **domain, char **dir)
{
  return FALSE;
}

static void
folli_plug_in_class_init (FolliPlugInClass *class)
{
  GimpPlugInClass *plug_in_class = GIMP_PLUG_IN_CLASS (class);

  plug_in_class->query_procedures = query_procedures;
  plug_in_class->create_procedure = create_procedure;
  plug_in_class->set_i18n = set_i18n;

  bindtextdomain (GETTEXT_PACKAGE, FOLLI_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

static void
folli_plug_in_init (FolliPlugIn *plug_in)
{
}
