/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/hairline-panel.h"

G_BEGIN_DECLS

/**
 * folli_hairline_panel_build:
 * @panel: a panel
 *
 * Returns: (transfer floating): the panel's widgets
 */
GtkWidget *folli_hairline_panel_build (FolliHairlinePanel *panel);

G_END_DECLS
