/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run.h"

#include <glib/gi18n-lib.h>

#include "gimp/help.h"
#include "gimp/label.h"
#include "installation.h"

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

/* Of procedures without work. */
static const GimpRunImageFunc RUNS[FOLLI_N_PROCEDURES] = {
  [FOLLI_PROCEDURE_DOTS] = folli_dots_run,
  [FOLLI_PROCEDURE_HAIRLINE] = folli_hairline_run,
};

static void
add_argument (GimpProcedure *procedure, const FolliArgument *argument)
{
  const char *name = argument->name;
  const char *label = _ (argument->label);
  const char *blurb = _ (argument->blurb);
  double      minimum, maximum;

  if (argument->type == FOLLI_TYPE_STRING)
    {
      gimp_procedure_add_string_argument (procedure, name, label, blurb,
                                          argument->text, G_PARAM_READWRITE);
      return;
    }
  folli_argument_get_range (argument, &minimum, &maximum);
  if (argument->type == FOLLI_TYPE_INT)
    gimp_procedure_add_int_argument (procedure, name, label, blurb, minimum,
                                     maximum, argument->number,
                                     G_PARAM_READWRITE);
  else
    gimp_procedure_add_double_argument (procedure, name, label, blurb, minimum,
                                        maximum, argument->number,
                                        G_PARAM_READWRITE);
}

static void
add_result (GimpProcedure *procedure, const FolliResult *result)
{
  const char *name = result->name;
  const char *label = _ (result->label);
  const char *blurb = _ (result->blurb);

  switch (result->type)
    {
    case FOLLI_TYPE_STRING:
      gimp_procedure_add_string_return_value (procedure, name, label, blurb, "",
                                              G_PARAM_READWRITE);
      break;
    case FOLLI_TYPE_INT:
      gimp_procedure_add_int_return_value (procedure, name, label, blurb,
                                           G_MININT, G_MAXINT, 0,
                                           G_PARAM_READWRITE);
      break;
    case FOLLI_TYPE_DOUBLE:
      gimp_procedure_add_double_return_value (procedure, name, label, blurb,
                                              -G_MAXDOUBLE, G_MAXDOUBLE, 0,
                                              G_PARAM_READWRITE);
      break;
    case FOLLI_TYPE_LAYER:
      gimp_procedure_add_layer_return_value (procedure, name, label, blurb,
                                             TRUE, G_PARAM_READWRITE);
      break;
    case FOLLI_TYPE_PATH:
      gimp_procedure_add_path_return_value (procedure, name, label, blurb, TRUE,
                                            G_PARAM_READWRITE);
      break;
    case FOLLI_TYPE_IMAGE:
      gimp_procedure_add_image_return_value (procedure, name, label, blurb,
                                             TRUE, G_PARAM_READWRITE);
      break;
    }
}

static GimpProcedure *
create_for_image (GimpPlugIn *plug_in, FolliProcedureId id)
{
  const FolliProcedure *description = folli_procedure_get (id);
  GimpProcedure        *procedure = gimp_image_procedure_new (
             plug_in, description->name, GIMP_PDB_PROC_TYPE_PLUGIN,
      RUNS[id] ? RUNS[id] : folli_work_run, NULL, NULL);

  gimp_procedure_set_image_types (procedure, description->image_types);
  gimp_procedure_set_sensitivity_mask (
      procedure,
      GIMP_PROCEDURE_SENSITIVE_DRAWABLE | GIMP_PROCEDURE_SENSITIVE_DRAWABLES);
  return procedure;
}

static GimpProcedure *
create_about_gimp (GimpPlugIn *plug_in, const char *name)
{
  GimpProcedure *procedure = gimp_procedure_new (
      plug_in, name, GIMP_PDB_PROC_TYPE_PLUGIN, folli_doctor_run, NULL, NULL);

  gimp_procedure_set_sensitivity_mask (procedure,
                                       GIMP_PROCEDURE_SENSITIVE_ALWAYS);
  gimp_procedure_add_enum_argument (procedure, "run-mode", "Run mode",
                                    "The run mode", GIMP_TYPE_RUN_MODE,
                                    GIMP_RUN_INTERACTIVE, G_PARAM_READWRITE);
  return procedure;
}

/* GIMP knows no words of ours, and shows the path as it is. */
static char *
find_menu (const FolliProcedure *description)
{
  g_autofree char *branch = folli_label_get_plain (_ ("S_calp"));

  return description->is_about_gimp
             ? g_strdup ("<Image>/Help")
             : g_strconcat ("<Image>/Filters/", branch, NULL);
}

static GimpProcedure *
create_procedure (GimpPlugIn *plug_in, const char *name)
{
  const FolliProcedureId id = folli_procedure_find (name);
  const FolliProcedure  *description;
  GimpProcedure         *procedure;
  g_autofree char       *menu = NULL;

  if (id == FOLLI_N_PROCEDURES)
    return NULL;
  description = folli_procedure_get (id);
  menu = find_menu (description);
  procedure = description->is_about_gimp ? create_about_gimp (plug_in, name)
                                         : create_for_image (plug_in, id);
  gimp_procedure_set_menu_label (procedure, _ (description->menu_label));
  gimp_procedure_add_menu_path (procedure, menu);
  gimp_procedure_set_documentation (procedure, _ (description->blurb),
                                    _ (description->help), name);
  gimp_procedure_set_attribution (procedure, _ ("The Follicle developers"),
                                  _ ("The Follicle developers"), "2026");
  for (int i = 0; i < description->n_arguments; i++)
    add_argument (procedure, &description->arguments[i]);
  for (int i = 0; i < description->n_results; i++)
    add_result (procedure, &description->results[i]);
  return procedure;
}

static GList *
query_procedures (GimpPlugIn *plug_in)
{
  g_autofree char *uri = folli_help_get_uri ();
  g_autoptr (GFile) help = g_file_new_for_uri (uri);
  GList *names = NULL;

  gimp_plug_in_set_help_domain (plug_in, FOLLI_HELP_DOMAIN, help);
  for (int id = 0; id < FOLLI_N_PROCEDURES; id++)
    names = g_list_append (names, g_strdup (folli_procedure_get (id)->name));
  return names;
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

  folli_installation_bind_translations ();
}

static void
folli_plug_in_init (FolliPlugIn *plug_in)
{
}
