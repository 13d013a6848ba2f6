/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libgimp/gimp.h>

G_BEGIN_DECLS

/**
 * FolliNotes:
 *
 * What is stored with an image or a layer of it under our names, as it was.
 */
typedef struct _FolliNotes FolliNotes;

/**
 * folli_notes_take:
 * @image: the image
 * @layer: (nullable): a layer of it; NULL for the image itself
 *
 * Returns: (transfer full): the notes
 */
FolliNotes *folli_notes_take (GimpImage *image, GimpLayer *layer);

void folli_notes_put_back (const FolliNotes *notes);
void folli_notes_free (FolliNotes *notes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FolliNotes, folli_notes_free)

G_END_DECLS
