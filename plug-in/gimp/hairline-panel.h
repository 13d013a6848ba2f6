/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gimp/hairline.h"
#include "gimp/sketch.h"

G_BEGIN_DECLS

typedef struct _FolliHairlinePanel FolliHairlinePanel;

/**
 * FOLLI_HAIRLINE_N_SLIDERS:
 *
 * Height, recession and width, whose arguments follow each other.
 */
#define FOLLI_HAIRLINE_N_SLIDERS 3

/**
 * FolliHairlinePanel:
 * @host: the image
 * @settings: (inout): what the user has chosen so far
 * @landmarks: (element-type FolliPoint): of the face
 * @is_own: whether @landmarks were set in the panel
 * @picture: (nullable): of the photo, where the head's outline is looked for
 * @plan: (nullable): what all that comes to; NULL if something is wrong
 * @touched: called whenever @settings or @plan have changed
 * @data: handed to @touched
 * @sketch: the photo with the line
 * @area: shows it
 * @prompt: says what can be done in it
 * @kind: lists the templates
 * @slider: the numbers of the line
 * @asymmetry: how much the sides differ
 * @vary: has them differ in another way
 * @source: lists where landmarks may come from
 * @sources: (element-type utf8): what @source lists, as scripts write it
 * @remark: says what is wrong, or what to know
 * @show: has the widgets show @settings
 * @is_filling: whether the widgets follow the settings, not the user
 *
 * What a dialog shows while a hairline is designed.
 */
struct _FolliHairlinePanel
{
  FolliHost         *host;
  FolliSettings     *settings;
  GArray            *landmarks;
  gboolean           is_own;
  FolliHeadPicture  *picture;
  FolliHairlinePlan *plan;
  void (*touched) (FolliHairlinePanel *panel, gpointer data);
  gpointer data;

  FolliSketch *sketch;
  GtkWidget   *area;
  GtkWidget   *prompt;
  GtkWidget   *kind;
  GtkWidget   *slider[FOLLI_HAIRLINE_N_SLIDERS];
  GtkWidget   *asymmetry;
  GtkWidget   *vary;
  GtkWidget   *source;
  GPtrArray   *sources;
  GtkWidget   *remark;
  void (*show) (FolliHairlinePanel *panel);
  gboolean is_filling;
};

/**
 * folli_hairline_panel_open:
 * @host: the image
 * @settings: where to start, and what the user chooses
 * @touched: called whenever something has changed
 * @data: handed to @touched
 *
 * Returns: (transfer full): a panel without widgets
 */
FolliHairlinePanel *folli_hairline_panel_open (
    FolliHost     *host,
    FolliSettings *settings,
    void (*touched) (FolliHairlinePanel *panel, gpointer data),
    gpointer data);

/* After its widgets are gone. */
void folli_hairline_panel_close (FolliHairlinePanel *panel);

/**
 * folli_hairline_panel_refresh:
 * @panel: a panel with widgets
 *
 * Has the widgets follow settings that somebody else has changed.
 */
void folli_hairline_panel_refresh (FolliHairlinePanel *panel);

/**
 * folli_hairline_panel_carry_out:
 * @panel: a panel with a plan
 * @error: return location
 *
 * Puts into the image what the panel shows: the line, and landmarks that were
 * set in it.
 *
 * Returns: the path's id, or -1
 */
gint folli_hairline_panel_carry_out (FolliHairlinePanel *panel, GError **error);

/* For the panel's own files. */

/**
 * folli_hairline_panel_touch:
 * @panel: a panel
 *
 * Plans anew, shows it and tells @touched.
 */
void folli_hairline_panel_touch (FolliHairlinePanel *panel);

/**
 * folli_hairline_panel_find_landmarks:
 * @panel: a panel
 *
 * Takes the landmarks that the settings name or, where there are none, the
 * first that look like a face's.
 */
void folli_hairline_panel_find_landmarks (FolliHairlinePanel *panel);

/**
 * folli_hairline_panel_take_source:
 * @panel: a panel
 * @source: as scripts write it
 *
 * Takes other landmarks, where there are any.
 */
void folli_hairline_panel_take_source (FolliHairlinePanel *panel,
                                       const char         *source);

/**
 * folli_hairline_panel_new_area:
 * @panel: a panel
 *
 * Returns: (transfer floating): the photo
 */
GtkWidget *folli_hairline_panel_new_area (FolliHairlinePanel *panel);

G_END_DECLS
