/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/doctor.h"

#include <gegl-plugin.h>
#include <glib/gi18n-lib.h>
#include <gmodule.h>
#include <string.h>

#ifdef G_OS_UNIX
#include <unistd.h>
#endif

#include "follicle/presets.h"
#include "gimp/about-gimp.h"
#include "gimp/procedure.h"
#include "installation.h"

#define PLUG_IN "follicle-dots"
#define OPERATION "follicle:dots"

#define PLAIN_CHARACTERS G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "/._+-"

/* How far plug-ins lie below the folders in which GIMP looks for them. */
#define MAX_LEVELS 2

static const char *const PRESET_FILES[]
    = { "densities.ini", "looks.ini", "shades.ini", "sizes.ini" };

/* What was found. */
typedef struct
{
  char *plug_in;
  char *presets;
  char *module; /* NULL while GEGL has none of ours */
  char *fault;  /* NULL while all is well */
  char *mend;
} Findings;

static void
findings_clear (Findings *findings)
{
  g_free (findings->plug_in);
  g_free (findings->presets);
  g_free (findings->module);
  g_free (findings->fault);
  g_free (findings->mend);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Findings, findings_clear)

/* Takes both texts over; FALSE. */
static gboolean
complain (Findings *findings, char *fault, char *mend)
{
  findings->fault = fault;
  findings->mend = mend;
  return FALSE;
}

/* Quoted where a shell would take it for more than a name. */
static char *
make_command (const char *command, const char *file)
{
  g_autofree char *quoted = file[strspn (file, PLAIN_CHARACTERS)] == '\0'
                                ? g_strdup (file)
                                : g_shell_quote (file);

  return g_strconcat (command, " ", quoted, NULL);
}

/* Where some of the presets lie beside the plug-in, the rest belongs there. */
static char *
find_presets (const char *plug_in)
{
  const char      *instead = g_getenv ("FOLLICLE_PRESETS_PATH");
  g_autofree char *folder = g_path_get_dirname (plug_in);
  g_autofree char *beside = g_build_filename (folder, "presets", NULL);

  if (instead != NULL && *instead != '\0')
    return g_strdup (instead);
  if (g_file_test (beside, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&beside);
  return folli_installation_find (FOLLI_DATA_PRESETS);
}

static gboolean
check_readable (Findings *findings, const char *folder, const char *name)
{
  g_autofree char *file = g_build_filename (folder, name, NULL);
  g_autofree char *contents = NULL;

  if (g_file_get_contents (file, &contents, NULL, NULL))
    return TRUE;
  if (g_file_test (file, G_FILE_TEST_EXISTS))
    return complain (findings, g_strdup_printf (_ ("not to be read: %s"), file),
                     make_command ("chmod a+r", file));
  return complain (findings, g_strdup_printf (_ ("not there: %s"), file),
                   folli_installation_get_command ());
}

static gboolean
check_presets (Findings *findings)
{
  const char *folders[] = { findings->presets, NULL };
  g_autoptr (FolliPresets) presets = NULL;
  const char *const *warnings;

  for (gsize i = 0; i < G_N_ELEMENTS (PRESET_FILES); i++)
    if (!check_readable (findings, findings->presets, PRESET_FILES[i]))
      return FALSE;
  presets = folli_presets_load (folders);
  warnings = folli_presets_get_warnings (presets);
  return warnings[0] == NULL
         || complain (findings, g_strdup (warnings[0]),
                      folli_installation_get_command ());
}

/* A plug-in of our name that is not this one, or NULL. */
static char *
find_double_in (const char *folder, const char *own, int n_levels)
{
  g_autofree char *file = g_build_filename (folder, PLUG_IN, NULL);
  g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
  const char *name;
  char       *found = NULL;

  if (g_file_test (file, G_FILE_TEST_IS_REGULAR)
      && !g_file_test (file, G_FILE_TEST_IS_SYMLINK)
      && g_strcmp0 (file, own) != 0)
    return g_steal_pointer (&file);
  while (n_levels > 1 && found == NULL && names != NULL
         && (name = g_dir_read_name (names)) != NULL)
    {
      g_autofree char *below = g_build_filename (folder, name, NULL);

      found = find_double_in (below, own, n_levels - 1);
    }
  return found;
}

/* Two plug-ins with the same procedures: nobody knows which GIMP takes. */
static gboolean
check_doubles (Findings *findings)
{
  g_auto (GStrv) folders = folli_gimp_list_plug_in_folders ();

  for (char **folder = folders; *folder != NULL; folder++)
    {
      g_autofree char *double_of_ours
          = find_double_in (*folder, findings->plug_in, MAX_LEVELS);

      if (double_of_ours != NULL)
        return complain (
            findings,
            g_strdup_printf (_ ("a second plug-in: %s"), double_of_ours),
            make_command ("rm", double_of_ours));
    }
  return TRUE;
}

/* The plug-in has the operations in itself, too, for when there is no module:
   so that GEGL has them says nothing, and where they are everything. */
static char *
find_module (const char *plug_in)
{
  g_autoptr (GeglNode) node = gegl_node_new ();
  GeglOperation   *operation;
  g_autofree char *file = NULL;

  gegl_node_set (node, "operation", OPERATION, NULL);
  operation = gegl_node_get_gegl_operation (node);
  if (operation == NULL)
    return NULL;
  file = folli_installation_get_file_of (
      (gconstpointer)GEGL_OPERATION_GET_CLASS (operation)->prepare);
  return g_strcmp0 (file, plug_in) != 0 ? g_steal_pointer (&file) : NULL;
}

static gboolean
is_on_gegl_path (const char *path, const char *name)
{
  g_auto (GStrv) folders = g_strsplit (path, G_SEARCHPATH_SEPARATOR_S, -1);

  for (char **folder = folders; *folder != NULL; folder++)
    {
      g_autofree char *file = g_build_filename (*folder, name, NULL);

      if (g_file_test (file, G_FILE_TEST_EXISTS))
        return TRUE;
    }
  return FALSE;
}

/* Says why GEGL has no module of ours. */
static gboolean
complain_of_module (Findings *findings)
{
  const char      *path = g_getenv ("GEGL_PATH");
  g_autofree char *file = folli_installation_get_module_place ();
  g_autofree char *name = g_path_get_basename (file);
  g_autofree char *command = folli_installation_get_command ();
  GModule         *module;

  if (path != NULL && !is_on_gegl_path (path, name))
    return complain (
        findings,
        g_strdup_printf (
            _ ("GEGL_PATH has operations looked for elsewhere: %s"), path),
        g_strdup ("unset GEGL_PATH"));
  if (!g_file_test (file, G_FILE_TEST_EXISTS))
    return complain (findings, g_strdup_printf (_ ("not there: %s"), file),
                     g_steal_pointer (&command));
  module = g_module_open (file, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
  if (module == NULL)
    return complain (
        findings,
        g_strdup_printf (_ ("not to be loaded: %s"), g_module_error ()),
        g_steal_pointer (&command));
  return complain (
      findings,
      g_strdup_printf (_ ("damaged, or of another version than %s: %s"),
                       FOLLI_VERSION, file),
      g_steal_pointer (&command));
}

static gboolean
check_module (Findings *findings)
{
  const char *version;

  if (findings->module == NULL)
    return complain_of_module (findings);
  version = gegl_operation_get_key (OPERATION, "follicle-version");
  if (g_strcmp0 (version, FOLLI_VERSION) == 0)
    return TRUE;
  return complain (
      findings,
      g_strdup_printf (_ ("damaged, or of another version than %s: %s"),
                       FOLLI_VERSION, findings->module),
      folli_installation_get_command ());
}

/* Whether GIMP's own process has mapped the module that this one has. Where
   the system does not tell, it is taken for granted. */
static gboolean
has_gimp_loaded (const char *module)
{
#ifdef G_OS_UNIX
  g_autofree char *list = g_strdup_printf ("/proc/%d/maps", (int)getppid ());
  g_autofree char *maps = NULL;
  g_autofree char *line = g_strdup_printf ("%s\n", module);

  /* A file that was replaced has " (deleted)" behind it. */
  return !g_file_get_contents (list, &maps, NULL, NULL)
         || strstr (maps, line) != NULL;
#else
  return TRUE;
#endif
}

static gboolean
check_gimp (Findings *findings)
{
  if (has_gimp_loaded (findings->module)
      && folli_gimp_has_operation (OPERATION))
    return TRUE;
  return complain (
      findings,
      g_strdup_printf (_ ("GIMP started before this was there: %s"),
                       findings->module),
      g_strdup (_ ("quit GIMP and start it again")));
}

static char *
write_report (const Findings *findings)
{
  g_autofree char *version = folli_gimp_get_version ();
  GString         *text = g_string_new (NULL);

  if (findings->fault == NULL)
    g_string_append_printf (text, _ ("GIMP %s: Follicle %s is well installed."),
                            version, FOLLI_VERSION);
  else
    {
      g_string_append_printf (text, "GIMP %s: %s\n  ", version,
                              findings->fault);
      g_string_append_printf (text, _ ("mend it with: %s"), findings->mend);
    }
  g_string_append (text, "\n\n");
  g_string_append_printf (text, _ ("Plug-in: %s"), findings->plug_in);
  g_string_append_c (text, '\n');
  g_string_append_printf (text, _ ("Presets: %s"), findings->presets);
  if (findings->module != NULL)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _ ("Operations: %s"), findings->module);
    }
  return g_string_free (text, FALSE);
}

gboolean
folli_doctor_examine (char **report)
{
  g_auto (Findings) findings = { 0 };
  gboolean is_well;

  findings.plug_in = folli_installation_get_file ();
  findings.presets = find_presets (findings.plug_in);
  findings.module = find_module (findings.plug_in);
  is_well = check_presets (&findings) && check_doubles (&findings)
            && check_module (&findings) && check_gimp (&findings);
  *report = write_report (&findings);
  return is_well;
}

static const FolliResult RESULTS[] = {
  { "is-well", N_ ("Well installed"), N_ ("1 if nothing is wrong, else 0"),
    FOLLI_TYPE_INT },
  { "report", N_ ("Report"), N_ ("What was found, and what mends it"),
    FOLLI_TYPE_STRING },
};

const FolliProcedure folli_doctor_procedure = {
  .name = "plug-in-follicle-doctor",
  .menu_label = N_ ("Is _Follicle Well Installed?"),
  .blurb = N_ ("Tell whether all of Follicle is where GIMP looks for it"),
  .help = N_ ("Looks whether the plug-in, its presets and its operations are "
              "there, of one version, and known to GIMP; if not, says which "
              "file is wrong and the one command that mends it."),
  .is_about_gimp = TRUE,
  .image_types = "",
  .results = RESULTS,
  .n_results = G_N_ELEMENTS (RESULTS),
};
