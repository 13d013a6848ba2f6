/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gimp/procedure.h"

G_BEGIN_DECLS

/**
 * FOLLI_HELP_DOMAIN:
 *
 * The name that GIMP knows our help by. What it maps to which page stands in
 * gimp-help.xml, in a folder for each language.
 */
#define FOLLI_HELP_DOMAIN "urn:follicle:help"

/**
 * folli_help_get_uri:
 *
 * Returns: (transfer full): the folder of the help pages, as GIMP wants it
 */
char *folli_help_get_uri (void);

/**
 * folli_help_attach:
 * @dialog: with a button for GTK_RESPONSE_HELP, which GIMP answers
 * @procedure: whose dialog it is
 *
 * Has the button say where the page is, where there is nothing to open it
 * with.
 */
void folli_help_attach (GtkDialog *dialog, const FolliProcedure *procedure);

G_END_DECLS
