/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/plan.h"
#include "host.h"

G_BEGIN_DECLS

/**
 * FolliCanvas:
 *
 * Dots that the image shows for as long as a dialog is open. They come as the
 * live effect that OK would make, but outside the image's undo history, and go
 * without a trace: pixels, layers, selection and history are as before.
 */
typedef struct _FolliCanvas FolliCanvas;

/**
 * folli_canvas_new:
 * @host: the image; where its layer carries an effect of ours, that effect
 *   follows the plans, and gets its own numbers back in the end
 *
 * Returns: (transfer full): the canvas, which shows nothing yet
 */
FolliCanvas *folli_canvas_new (FolliHost *host);
void         folli_canvas_free (FolliCanvas *canvas);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FolliCanvas, folli_canvas_free)

/**
 * folli_canvas_show:
 * @canvas: the canvas
 * @plan: (nullable): what to show, or NULL for the photo alone
 * @error: return location
 *
 * Shows other dots. GIMP draws them when it comes to it, and what it had begun
 * to draw before is dropped.
 *
 * Errors: FOLLI_ERROR_HOST; the photo is shown alone.
 *
 * Returns: TRUE if it was done
 */
gboolean
folli_canvas_show (FolliCanvas *canvas, const FolliPlan *plan, GError **error);

/**
 * folli_canvas_show_before:
 * @canvas: the canvas
 * @share: of the dots' layer, from its left, in which to hide them
 *
 * A part of them is hidden by a mask of the layer; where it has one of the
 * user's, all or none are shown.
 */
void folli_canvas_show_before (FolliCanvas *canvas, double share);

G_END_DECLS
