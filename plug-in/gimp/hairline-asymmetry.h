/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/hairline-panel.h"

G_BEGIN_DECLS

/**
 * folli_hairline_panel_add_asymmetry:
 * @panel: a panel
 * @box: fields under each other
 */
void folli_hairline_panel_add_asymmetry (FolliHairlinePanel *panel,
                                         GtkBox             *box);

/* Has what was added follow the settings. */
void folli_hairline_panel_show_asymmetry (FolliHairlinePanel *panel);

G_END_DECLS
