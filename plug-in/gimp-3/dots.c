/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "run.h"

#include <glib/gi18n-lib.h>

#include "gather.h"
#include "gimp/past.h"
#include "gimp/renewal.h"
#include "notes.h"
#include "operations.h"

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

/* Several may be selected of what is one thing, a group and what is in it. */
static gboolean
is_begun (GPtrArray *jobs, const FolliHost *host)
{
  for (guint i = 0; host->own != FOLLI_NO_LAYER && i < jobs->len; i++)
    if (((Job *)g_ptr_array_index (jobs, i))->host->own == host->own)
      return TRUE;
  return FALSE;
}

/* Returns FALSE if something is wrong, or if the user has thought better of it:
   then @error is not set. */
static gboolean
plan_job (Job                 *job,
          GimpRunMode          run_mode,
          gboolean             is_asked,
          GimpProcedureConfig *config,
          FolliPresets       **presets,
          GError             **error)
{
  g_autoptr (FolliSettings) settings
      = folli_gather_settings (config, run_mode, job->host, *presets);

  /* The user may have saved looks. */
  if (run_mode == GIMP_RUN_INTERACTIVE)
    {
      folli_presets_free (*presets);
      *presets = folli_presets_load_all ();
    }
  /* With the bar GIMP offers to cancel, which ends the plug-in. */
  if (settings)
    gimp_progress_init (_ ("Drawing follicle dots"));
  if (settings)
    job->plan = folli_plan_new (job->host, settings, *presets, error);
  /* The dialog has shown it. */
  if (job->plan && job->plan->remark && !is_asked)
    gimp_message (job->plan->remark);
  return job->plan != NULL;
}

/* Finds out all there is to do before any of it is done. Returns NULL if
   something is wrong, or if the user has cancelled. */
static GPtrArray *
plan_jobs (GimpRunMode          run_mode,
           GimpImage           *image,
           GimpDrawable       **drawables,
           GimpProcedureConfig *config,
           GError             **error)
{
  const gboolean is_asked = run_mode == GIMP_RUN_INTERACTIVE;
  g_autoptr (FolliPresets) presets = folli_presets_load_all ();
  g_autoptr (GPtrArray) jobs = g_ptr_array_new_with_free_func (free_job);

  tell_warnings (presets);
  for (int i = 0; drawables[i]; i++)
    {
      g_autoptr (FolliHost) host = folli_host_open (image, drawables[i]);
      Job *job;

      folli_renewal_start (host);
      if (is_begun (jobs, host))
        continue;
      job = g_new0 (Job, 1);
      job->host = g_steal_pointer (&host);
      g_ptr_array_add (jobs, job);
      if (!plan_job (job, run_mode, is_asked, config, &presets, error))
        return NULL;
      /* The user is asked once for all of them. */
      if (run_mode == GIMP_RUN_INTERACTIVE)
        run_mode = GIMP_RUN_NONINTERACTIVE;
    }
  return g_steal_pointer (&jobs);
}

/* What was made before goes only when all of the new is there. */
static void
finish (GPtrArray *jobs)
{
  for (guint i = 0; i < jobs->len; i++)
    {
      Job             *job = g_ptr_array_index (jobs, i);
      g_autofree char *remark = NULL;

      /* ready to be painted on */
      if (job->plan->output == FOLLI_OUTPUT_EFFECT)
        folli_host_select_layer (job->host, job->host->made);
      remark = folli_past_retire (job->host, job->plan);
      if (remark)
        gimp_message (remark);
    }
}

static void
take_back (GPtrArray *jobs, const FolliNotes *notes)
{
  for (guint i = 0; i < jobs->len; i++)
    folli_host_take_back (((Job *)g_ptr_array_index (jobs, i))->host);
  folli_notes_put_back (notes);
}

/* All or none. Returns the last layer that was made, or NULL with @error
   set. */
static GimpLayer *
carry_out (GimpImage *image, GPtrArray *jobs, GError **error)
{
  GimpLayer *made = NULL;
  gboolean   is_done = TRUE;
  g_autoptr (FolliNotes) notes = folli_notes_take (image, NULL);

  gimp_image_undo_group_start (image);
  for (guint i = 0; is_done && i < jobs->len; i++)
    {
      Job *job = g_ptr_array_index (jobs, i);

      job->host->keeps_before = jobs->len > 1;
      is_done = folli_plan_carry_out (job->plan, job->host, error);
      made = gimp_layer_get_by_id (job->host->made);
    }
  if (is_done)
    finish (jobs);
  else
    take_back (jobs, notes);
  gimp_image_undo_group_end (image);
  gimp_displays_flush ();
  return is_done ? made : NULL;
}

GimpValueArray *
folli_dots_run (GimpProcedure       *procedure,
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
  gimp_progress_end ();
  if (!made)
    return gimp_procedure_new_return_values (
        procedure, error ? GIMP_PDB_EXECUTION_ERROR : GIMP_PDB_CANCEL, error);

  values = gimp_procedure_new_return_values (procedure, GIMP_PDB_SUCCESS, NULL);
  GIMP_VALUES_SET_LAYER (values, 1, made);
  return values;
}
