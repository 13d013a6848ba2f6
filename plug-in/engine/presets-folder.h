/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "presets-private.h"

G_BEGIN_DECLS

/* The user's folder while nobody else writes there, and what is in it; starts
 * as { .lock = -1 }. */
typedef struct
{
  int           lock;
  FolliPresets *presets;
  const char   *path;
} FolliPresetFolder;

/* Waits for others, and reads the presets anew, since they may have written.
 * Errors: FOLLI_ERROR_FILE. */
gboolean folli_preset_folder_enter (FolliPresetFolder  *folder,
                                    const FolliPresets *known,
                                    GError            **error);
void     folli_preset_folder_leave (FolliPresetFolder *folder);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FolliPresetFolder, folli_preset_folder_leave)

/* The only file that a preset is ever written to, (transfer full) */
char *folli_preset_folder_make_path (const FolliPresetFolder *folder,
                                     FolliPresetKind          kind,
                                     const char              *id);

/* Whether a preset may be written under that id.
 * Errors: FOLLI_ERROR_FILE, FOLLI_ERROR_EXISTS unless @may_replace. */
gboolean folli_preset_folder_check_target (const FolliPresetFolder *folder,
                                           FolliPresetKind          kind,
                                           const char              *id,
                                           gboolean                 may_replace,
                                           GError                 **error);

/* The file of a preset that is the user's own, and stands in it alone; or
 * NULL. Errors: FOLLI_ERROR_UNKNOWN, FOLLI_ERROR_FILE. */
FolliPresetFile *folli_preset_folder_open_own (const FolliPresetFolder *folder,
                                               FolliPresetKind          kind,
                                               const char              *id,
                                               GError                 **error);

/* Whether there is anything of that name, be it a link that leads nowhere */
gboolean folli_preset_path_is_there (const char *path);

/* Makes a FOLLI_ERROR_EXISTS; FALSE. */
gboolean
folli_preset_refuse_existing (const char *id, const char *path, GError **error);

G_END_DECLS
