/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "host-3.h"

#include <glib/gi18n-lib.h>

#include "arguments.h"
#include "operations.h"
#include "plan.h"

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

static void
settings_from_config (FolliSettings *settings, GimpProcedureConfig *config)
{
  for (int id = 0; id < FOLLI_N_ARGUMENTS; id++)
    {
      const FolliArgument *argument = folli_argument_get (id);
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
}

static void
settings_to_config (const FolliSettings *settings, GimpProcedureConfig *config)
{
  for (int id = 0; id < FOLLI_N_ARGUMENTS; id++)
    {
      const FolliArgument *argument = folli_argument_get (id);
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

/* On a layer that carries an effect of ours, its own settings stand for
   whatever the caller has left at its default. */
static void
lay_over (FolliSettings *recalled, const FolliSettings *given)
{
  for (int id = 0; id < FOLLI_N_ARGUMENTS; id++)
    {
      const FolliArgument *argument = folli_argument_get (id);

      if (argument->type != FOLLI_TYPE_STRING)
        {
          if (given->number[id] != argument->number)
            recalled->number[id] = given->number[id];
        }
      else if (g_strcmp0 (given->text[id], argument->text) != 0)
        folli_settings_set_text (recalled, id, given->text[id]);
    }
}

/* What is to be done to one drawable, or NULL if the user has thought better
   of it. */
static FolliSettings *
gather_settings (GimpProcedure       *procedure,
                 GimpRunMode          run_mode,
                 GimpProcedureConfig *config,
                 FolliHost           *host,
                 const FolliPresets  *presets)
{
  g_autoptr (FolliSettings) recalled = folli_host_recall_settings (host);
  g_autoptr (FolliSettings) settings = folli_settings_new ();

  if (recalled && run_mode == GIMP_RUN_WITH_LAST_VALS)
    return g_steal_pointer (&recalled);
  if (recalled && run_mode == GIMP_RUN_INTERACTIVE)
    settings_to_config (recalled, config);
  if (run_mode == GIMP_RUN_INTERACTIVE
      && !folli_dialog_run (procedure, config, host, presets))
    return NULL;

  settings_from_config (settings, config);
  if (recalled && run_mode == GIMP_RUN_NONINTERACTIVE)
    {
      lay_over (recalled, settings);
      return g_steal_pointer (&recalled);
    }
  return g_steal_pointer (&settings);
}

/* Works on one drawable. Returns TRUE if it has its dots; otherwise @error is
   set, or the user has cancelled. */
static gboolean
stamp (GimpProcedure       *procedure,
       GimpRunMode          run_mode,
       GimpProcedureConfig *config,
       FolliHost           *host,
       GError             **error)
{
  g_autoptr (FolliPresets) presets = folli_presets_load_all ();
  g_autoptr (FolliSettings) settings = NULL;
  g_autoptr (FolliPlan) plan = NULL;
  const char *const *warnings = folli_presets_get_warnings (presets);
  gboolean           is_done;

  for (int i = 0; warnings[i]; i++)
    gimp_message (warnings[i]);
  settings = gather_settings (procedure, run_mode, config, host, presets);
  if (!settings)
    return FALSE;
  plan = folli_plan_new (host, settings, presets, error);
  if (!plan)
    return FALSE;
  if (plan->remark)
    gimp_message (plan->remark);

  gimp_progress_init (_ ("Drawing follicle dots"));
  is_done = folli_plan_carry_out (plan, host, error);
  gimp_progress_end ();
  return is_done;
}

static GimpValueArray *
run (GimpProcedure       *procedure,
     GimpRunMode          run_mode,
     GimpImage           *image,
     GimpDrawable       **drawables,
     GimpProcedureConfig *config,
     gpointer             data)
{
  GError         *error = NULL;
  GimpLayer      *made = NULL;
  GimpValueArray *values;

  gegl_init (NULL, NULL);
  folli_operations_register (NULL);

  gimp_image_undo_group_start (image);
  for (int i = 0; drawables[i]; i++)
    {
      g_autoptr (FolliHost) host = folli_host_open (image, drawables[i]);

      if (!stamp (procedure, run_mode, config, host, &error))
        break;
      made = host->made;
      /* The user is asked once for all of them. */
      if (run_mode == GIMP_RUN_INTERACTIVE)
        run_mode = GIMP_RUN_NONINTERACTIVE;
    }
  gimp_image_undo_group_end (image);
  gimp_displays_flush ();

  if (!made || error)
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
