/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <fcntl.h>

#include "follicle/presets.h"

/* Opening must neither wait for a pipe nor follow a link. Where a system has
 * no such flags, files are looked at before they are opened, and no more. */
#ifdef O_NOFOLLOW
#define FOLLI_OPEN_SAFELY (O_NONBLOCK | O_CLOEXEC)
#define FOLLI_OPEN_NO_LINK O_NOFOLLOW
#else
#define FOLLI_OPEN_SAFELY 0
#define FOLLI_OPEN_NO_LINK 0
#endif

G_BEGIN_DECLS

struct _FolliPresets
{
  GStrv         folders;
  GArray       *infos[FOLLI_PRESET_N_KINDS]; /* of FolliPresetInfo */
  GStringChunk *strings;                     /* that the infos point to */
  GPtrArray    *warnings;
};

/* One .ini file whose syntax and header are right. */
typedef struct
{
  char           *path;
  gboolean        is_own;
  gsize           length;
  GKeyFile       *keys;
  GHashTable     *lines; /* where each group and key stands */
  FolliPresetKind kind;  /* of all its presets */
} FolliPresetFile;

/* Errors: FOLLI_ERROR_FILE, with the line, for what is no plain file, cannot
 * be read or is no preset file of a format that is known. A user's own file
 * may not be a link, which could lead anywhere. */
FolliPresetFile *
folli_preset_file_open (const char *path, gboolean is_own, GError **error);
/* The same of text that is in memory; @path is only its name. */
FolliPresetFile *folli_preset_file_parse (const char *path,
                                          const char *text,
                                          gsize       length,
                                          GError    **error);
void             folli_preset_file_free (FolliPresetFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FolliPresetFile, folli_preset_file_free)

typedef gboolean (*FolliPresetReadKey) (gpointer    data,
                                        const char *key,
                                        const char *text,
                                        GError    **error);

/* Hands over what each key of a group says, without the blanks around it;
 * what is refused gets its line. */
gboolean folli_preset_file_read_group (const FolliPresetFile *file,
                                       const char            *group,
                                       FolliPresetReadKey     read_key,
                                       gpointer               data,
                                       GError               **error);

/* Whether all the keys of a list that ends with NULL are there */
gboolean folli_preset_file_check_keys (const FolliPresetFile *file,
                                       const char            *group,
                                       const char *const     *keys,
                                       GError               **error);

/* Puts the line's number before an error's message; FALSE. */
gboolean folli_preset_file_locate (const FolliPresetFile *file,
                                   const char            *group,
                                   const char            *key,
                                   GError               **error);

/* Makes a FOLLI_ERROR_FILE; FALSE. */
gboolean folli_preset_refuse (GError **error, const char *format, ...)
    G_GNUC_PRINTF (2, 3);

/* The group that makes a key file a preset file, and what it says */
#define FOLLI_PRESET_HEADER "Follicle Presets"
#define FOLLI_PRESET_FORMAT "1"
extern const char *const FOLLI_PRESET_KINDS[FOLLI_PRESET_N_KINDS + 1];

/* What a preset of each kind has to say, besides its name */
extern const char *const FOLLI_PRESET_KEYS[FOLLI_PRESET_N_KINDS][4];

/* All presets of a file as an array of FolliPresetInfo, whose strings go to
 * @presets, among which looks look for what they name; or NULL.
 * Errors: any code, with the line, for the first preset that is not right. */
GArray *folli_preset_file_read (const FolliPresetFile *file,
                                FolliPresets          *presets,
                                GError               **error);

/* NULL if there is none of that id */
const FolliPresetInfo *folli_presets_find (const FolliPresets *presets,
                                           FolliPresetKind     kind,
                                           const char         *id);

/* Whatever is measured in pixels belongs to one photo, and density and
 * diameter are presets of their own. */
gboolean folli_parameter_is_of_a_look (FolliParameterId id);

/* Words of lower-case letters and digits, joined by single hyphens; a letter
 * first, so that no id can be mistaken for a number or a colour */
gboolean folli_preset_id_is_valid (const char *text);

G_END_DECLS
