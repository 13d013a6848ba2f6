/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * folli_first_steps_new:
 *
 * Returns: (transfer floating): the three ways to say where follicles should
 * be, as pictures with a sentence below each
 */
GtkWidget *folli_first_steps_new (void);

G_END_DECLS
