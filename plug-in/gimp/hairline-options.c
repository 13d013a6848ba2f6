/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/hairline-options.h"

#include <glib/gi18n-lib.h>

#include "gimp/hairline-asymmetry.h"
#include "gimp/hairline-fields.h"
#include "gimp/paths.h"
#include "gimp/dialog/toolkit.h"

#define REMARK_WIDTH_PX 260
#define PROMPT_WIDTH_PX 380
#define PROMPT_HEIGHT_PX 40

#define SAMPLE_POINTS "sample-points"
#define OWN_SOURCE "path:" FOLLI_LANDMARKS_PATH

/* An argument of 0 asks for the template's own number. */
static const double ALMOST_0_MM = 0.01;

static const FolliHairlineTemplate *
find_template (const FolliHairlinePanel *panel, int *index)
{
  guint                        n_templates;
  const FolliHairlineTemplate *templates
      = folli_hairline_list_templates (&n_templates);
  const char *id = panel->settings->text[FOLLI_HAIRLINE_TEMPLATE];

  *index = 0;
  for (guint i = 0; i < n_templates; i++)
    if (g_strcmp0 (templates[i].id, id) == 0)
      *index = i;
  return &templates[*index];
}

static double
get_own_mm (const FolliHairlineTemplate *kind, int slider)
{
  const double own[FOLLI_HAIRLINE_N_SLIDERS]
      = { kind->height_mm, kind->recession_mm, kind->width_mm };

  return own[slider];
}

static void
show_source (FolliHairlinePanel *panel)
{
  const char *source = panel->settings->text[FOLLI_HAIRLINE_LANDMARKS];

  for (guint i = 0; i < panel->sources->len; i++)
    if (g_strcmp0 (g_ptr_array_index (panel->sources, i), source) == 0)
      gtk_combo_box_set_active (GTK_COMBO_BOX (panel->source), i);
}

static void
show (FolliHairlinePanel *panel)
{
  int                          index;
  const FolliHairlineTemplate *kind = find_template (panel, &index);

  gtk_combo_box_set_active (GTK_COMBO_BOX (panel->kind), index);
  for (int i = 0; i < FOLLI_HAIRLINE_N_SLIDERS; i++)
    {
      const double stated
          = panel->settings->number[FOLLI_HAIRLINE_HEIGHT_MM + i];

      gtk_range_set_value (GTK_RANGE (panel->slider[i]),
                           stated == 0 ? get_own_mm (kind, i) : stated);
    }
  folli_hairline_panel_show_asymmetry (panel);
  show_source (panel);
}

/* Another template brings its own numbers. */
static void
take_kind (GtkComboBox *menu, FolliHairlinePanel *panel)
{
  const int                    chosen = gtk_combo_box_get_active (menu);
  guint                        n_templates;
  const FolliHairlineTemplate *templates
      = folli_hairline_list_templates (&n_templates);

  if (panel->is_filling || chosen < 0)
    return;
  folli_settings_set_text (panel->settings, FOLLI_HAIRLINE_TEMPLATE,
                           templates[chosen].id);
  for (int i = 0; i < FOLLI_HAIRLINE_N_SLIDERS; i++)
    panel->settings->number[FOLLI_HAIRLINE_HEIGHT_MM + i] = 0;
  folli_hairline_panel_refresh (panel);
}

static void
take_number (GtkRange *slider, FolliHairlinePanel *panel)
{
  const double                 value = gtk_range_get_value (slider);
  int                          index;
  const FolliHairlineTemplate *kind = find_template (panel, &index);

  if (panel->is_filling)
    return;
  for (int i = 0; i < FOLLI_HAIRLINE_N_SLIDERS; i++)
    if (panel->slider[i] == GTK_WIDGET (slider))
      panel->settings->number[FOLLI_HAIRLINE_HEIGHT_MM + i]
          = value == get_own_mm (kind, i) ? 0
            : value == 0                  ? ALMOST_0_MM
                                          : value;
  folli_hairline_panel_touch (panel);
}

static void
take_source (GtkComboBox *menu, FolliHairlinePanel *panel)
{
  const int chosen = gtk_combo_box_get_active (menu);

  if (!panel->is_filling && chosen >= 0)
    folli_hairline_panel_take_source (
        panel, g_ptr_array_index (panel->sources, chosen));
}

static void
take_name (GtkEntry *entry, FolliHairlinePanel *panel)
{
  folli_settings_set_text (panel->settings, FOLLI_HAIRLINE_NAME,
                           gtk_entry_get_text (entry));
  folli_hairline_panel_touch (panel);
}

static void
start_over (GtkButton *button, FolliHairlinePanel *panel)
{
  g_array_set_size (panel->landmarks, 0);
  folli_settings_set_text (panel->settings, FOLLI_HAIRLINE_LANDMARKS,
                           OWN_SOURCE);
  panel->is_own = TRUE;
  folli_hairline_panel_refresh (panel);
}

static GtkWidget *
new_label (int width, int height, int n_characters)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_size_request (label, width, height);
  g_object_set (label, "xalign", 0.0, "yalign", 0.0, "max-width-chars",
                n_characters, NULL);
  return label;
}

static void
add_kinds (FolliHairlinePanel *panel, GtkBox *box)
{
  guint                        n_templates;
  const FolliHairlineTemplate *templates
      = folli_hairline_list_templates (&n_templates);

  panel->kind = gtk_combo_box_text_new ();
  for (guint i = 0; i < n_templates; i++)
    gtk_combo_box_text_append_text (GTK_COMBO_BOX_TEXT (panel->kind),
                                    _ (templates[i].name));
  g_signal_connect (panel->kind, "changed", G_CALLBACK (take_kind), panel);
  folli_hairline_panel_add (box, FOLLI_HAIRLINE_TEMPLATE, panel->kind);
}

static void
add_slider (FolliHairlinePanel *panel, GtkBox *box, int i)
{
  panel->slider[i]
      = folli_hairline_panel_new_slider (FOLLI_HAIRLINE_HEIGHT_MM + i, 1);
  g_signal_connect (panel->slider[i], "value-changed", G_CALLBACK (take_number),
                    panel);
  folli_hairline_panel_add (box, FOLLI_HAIRLINE_HEIGHT_MM + i,
                            panel->slider[i]);
}

static void
add_source (FolliHairlinePanel *panel, const char *source, const char *label)
{
  g_ptr_array_add (panel->sources, g_strdup (source));
  gtk_combo_box_text_append_text (GTK_COMBO_BOX_TEXT (panel->source), label);
}

static void
add_sources (FolliHairlinePanel *panel, GtkBox *box)
{
  g_auto (GStrv) names = folli_host_list_paths (panel->host);

  panel->source = gtk_combo_box_text_new ();
  add_source (panel, OWN_SOURCE, _ ("Set in this window"));
  add_source (panel, SAMPLE_POINTS, _ ("Sample points"));
  for (int i = 0; names[i]; i++)
    {
      g_autofree char *source = g_strconcat ("path:", names[i], NULL);
      g_autofree char *label = g_strdup_printf (_ ("Path \"%s\""), names[i]);

      if (g_strcmp0 (names[i], FOLLI_LANDMARKS_PATH) != 0)
        add_source (panel, source, label);
    }
  g_signal_connect (panel->source, "changed", G_CALLBACK (take_source), panel);
  folli_hairline_panel_add (box, FOLLI_HAIRLINE_LANDMARKS, panel->source);
}

static void
add_name (FolliHairlinePanel *panel, GtkBox *box)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_text (GTK_ENTRY (entry),
                      panel->settings->text[FOLLI_HAIRLINE_NAME]);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  g_signal_connect (entry, "changed", G_CALLBACK (take_name), panel);
  folli_hairline_panel_add (box, FOLLI_HAIRLINE_NAME, entry);
}

/* A button no higher than it needs to be. */
static GtkWidget *
top_of (GtkWidget *button)
{
  GtkWidget *box = folli_toolkit_new_box (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_pack_start (GTK_BOX (box), button, FALSE, FALSE, 0);
  return box;
}

static GtkWidget *
build_left (FolliHairlinePanel *panel)
{
  GtkWidget *left = folli_toolkit_new_box (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *bottom = folli_toolkit_new_box (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *again = gtk_button_new_with_mnemonic (_ ("_Start Over"));

  panel->area = folli_hairline_panel_new_area (panel);
  /* two lines, so that the photo stays as it is when one becomes two */
  panel->prompt = new_label (PROMPT_WIDTH_PX, PROMPT_HEIGHT_PX, 54);
  gtk_widget_set_tooltip_text (again, _ ("Set all points anew"));
  g_signal_connect (again, "clicked", G_CALLBACK (start_over), panel);
  gtk_box_pack_start (GTK_BOX (bottom), panel->prompt, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (bottom), top_of (again), FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (left), panel->area, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (left), bottom, FALSE, FALSE, 0);
  return left;
}

GtkWidget *
folli_hairline_panel_build (FolliHairlinePanel *panel)
{
  GtkWidget *box = folli_toolkit_new_box (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *right = folli_toolkit_new_box (GTK_ORIENTATION_VERTICAL, 9);

  panel->show = show;
  panel->is_filling = TRUE;
  panel->remark = new_label (REMARK_WIDTH_PX, -1, 34);
  gtk_box_pack_start (GTK_BOX (box), build_left (panel), TRUE, TRUE, 0);
  add_kinds (panel, GTK_BOX (right));
  for (int i = 0; i < FOLLI_HAIRLINE_N_SLIDERS; i++)
    add_slider (panel, GTK_BOX (right), i);
  folli_hairline_panel_add_asymmetry (panel, GTK_BOX (right));
  add_sources (panel, GTK_BOX (right));
  add_name (panel, GTK_BOX (right));
  gtk_box_pack_start (GTK_BOX (right), panel->remark, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), right, FALSE, FALSE, 0);
  gtk_container_set_border_width (GTK_CONTAINER (box), 12);
  folli_hairline_panel_find_landmarks (panel);
  folli_hairline_panel_refresh (panel);
  gtk_widget_show_all (box);
  return box;
}
