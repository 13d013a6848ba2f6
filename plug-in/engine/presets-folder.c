/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presets-folder.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#ifdef G_OS_UNIX
#include <sys/file.h>
#endif

#include "follicle/error.h"

/* An id is part of a file's name, which may have 255 bytes. */
#define MAX_ID_LENGTH 100

/* How long another process may be at it */
#define PATIENCE_MS 5000

void
folli_preset_folder_leave (FolliPresetFolder *folder)
{
  g_clear_pointer (&folder->presets, folli_presets_free);
  if (folder->lock >= 0)
    g_close (folder->lock, NULL);
}

/* Where files cannot be locked, saving still replaces whole files. */
static gboolean
try_lock (int file)
{
#ifdef G_OS_UNIX
  return flock (file, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
#else
  return TRUE;
#endif
}

static gboolean
wait_for_lock (const char *folder, int file, GError **error)
{
  const gint64 end = g_get_monotonic_time () + PATIENCE_MS * 1000;

  while (!try_lock (file))
    {
      if (g_get_monotonic_time () > end)
        return folli_preset_refuse (
            error, _ ("Another program keeps the presets in %s locked"),
            folder);
      g_usleep (20000);
    }
  return TRUE;
}

gboolean
folli_preset_folder_enter (FolliPresetFolder  *folder,
                           const FolliPresets *known,
                           GError            **error)
{
  const guint      n_folders = g_strv_length (known->folders);
  g_autofree char *path = NULL;

  g_return_val_if_fail (n_folders > 0, FALSE);

  folder->path = known->folders[n_folders - 1];
  path = g_build_filename (folder->path, ".lock", NULL);
  if (g_mkdir_with_parents (folder->path, 0700) != 0
      || (folder->lock = g_open (
              path, O_CREAT | O_RDWR | FOLLI_OPEN_SAFELY | FOLLI_OPEN_NO_LINK,
              0600))
             < 0)
    return folli_preset_refuse (error,
                                _ ("Presets cannot be written to %s: %s"),
                                folder->path, g_strerror (errno));
  if (!wait_for_lock (folder->path, folder->lock, error))
    return FALSE;
  folder->presets = folli_presets_load ((const char *const *)known->folders);
  return TRUE;
}

gboolean
folli_preset_path_is_there (const char *path)
{
  GStatBuf info;

  return g_lstat (path, &info) == 0;
}

static gboolean
check_id (const char *id, GError **error)
{
  if (folli_preset_id_is_valid (id) && strlen (id) <= MAX_ID_LENGTH)
    return TRUE;
  return folli_preset_refuse (
      error,
      _ ("'%s' is not an id of at most %u lower-case letters, joined by "
         "hyphens"),
      id, MAX_ID_LENGTH);
}

char *
folli_preset_folder_make_path (const FolliPresetFolder *folder,
                               FolliPresetKind          kind,
                               const char              *id)
{
  g_autofree char *name
      = g_strdup_printf ("%s-%s.ini", FOLLI_PRESET_KINDS[kind], id);

  return g_build_filename (folder->path, name, NULL);
}

/* A file that has the one preset and no other, or NULL */
static FolliPresetFile *
open_single (const char     *path,
             FolliPresetKind kind,
             const char     *id,
             GError        **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (FolliPresetFile) file
      = folli_preset_file_open (path, TRUE, &cause);
  gsize n_groups = 0;

  if (file != NULL)
    g_strfreev (g_key_file_get_groups (file->keys, &n_groups));
  if (file != NULL && file->kind == kind && n_groups == 2
      && g_key_file_has_group (file->keys, id))
    return g_steal_pointer (&file);

  if (cause != NULL)
    folli_preset_refuse (error, _ ("%s is left alone: %s"), path,
                         cause->message);
  else
    folli_preset_refuse (
        error, _ ("%s is left alone: it has more than the preset '%s'"), path,
        id);
  return NULL;
}

gboolean
folli_preset_refuse_existing (const char *id, const char *path, GError **error)
{
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_EXISTS,
               _ ("There is already a preset '%s', in %s"), id, path);
  return FALSE;
}

gboolean
folli_preset_folder_check_target (const FolliPresetFolder *folder,
                                  FolliPresetKind          kind,
                                  const char              *id,
                                  gboolean                 may_replace,
                                  GError                 **error)
{
  const FolliPresetInfo *info = folli_presets_find (folder->presets, kind, id);
  g_autofree char       *path = NULL;
  g_autoptr (FolliPresetFile) file = NULL;

  if (!check_id (id, error))
    return FALSE;
  path = folli_preset_folder_make_path (folder, kind, id);
  if (info != NULL && info->is_own && !g_str_equal (info->path, path))
    return folli_preset_refuse (
        error, _ ("%s has a preset '%s' already; change it there"), info->path,
        id);
  if (folli_preset_path_is_there (path))
    {
      file = open_single (path, kind, id, error);
      if (file == NULL)
        return FALSE;
    }
  if (may_replace || (info == NULL && file == NULL))
    return TRUE;
  return folli_preset_refuse_existing (id, info != NULL ? info->path : path,
                                       error);
}

FolliPresetFile *
folli_preset_folder_open_own (const FolliPresetFolder *folder,
                              FolliPresetKind          kind,
                              const char              *id,
                              GError                 **error)
{
  const FolliPresetInfo *info = folli_presets_find (folder->presets, kind, id);

  if (info == NULL)
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_UNKNOWN,
                   _ ("There is no preset '%s'"), id);
      return NULL;
    }
  if (!info->is_own)
    {
      folli_preset_refuse (
          error, _ ("The preset '%s' is not your own but comes from %s"), id,
          info->path);
      return NULL;
    }
  return open_single (info->path, kind, id, error);
}
