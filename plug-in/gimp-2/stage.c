/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "dialog.h"

static void
list_items (gint32       *items,
            int           n_items,
            const char   *kind,
            const char   *label,
            FolliListFunc func,
            gpointer      data)
{
  for (int i = 0; i < n_items; i++)
    {
      g_autofree char *name = gimp_item_get_name (items[i]);
      g_autofree char *value = g_strdup_printf ("%s:%s", kind, name);
      g_autofree char *text = g_strdup_printf (label, name);

      func (value, text, data);
    }
}

void
folli_stage_list_masks (FolliDialog *dialog, FolliListFunc func, gpointer data)
{
  gint32             image = dialog->host->image;
  g_autofree gint32 *channels = NULL;
  g_autofree gint32 *paths = NULL;
  g_autofree gint32 *layers = NULL;
  int                n_items;

  func ("auto", _ ("Selection, else layer mask"), data);
  if (folli_host_has_mask (dialog->host, FOLLI_MASK_SELECTION))
    func ("selection", _ ("Selection"), data);
  if (folli_host_has_mask (dialog->host, FOLLI_MASK_LAYER_MASK))
    func ("layer-mask", _ ("Layer mask"), data);
  channels = gimp_image_get_channels (image, &n_items);
  list_items (channels, n_items, "channel", _ ("Channel \"%s\""), func, data);
  paths = gimp_image_get_vectors (image, &n_items);
  list_items (paths, n_items, "path", _ ("Path \"%s\""), func, data);
  layers = gimp_image_get_layers (image, &n_items);
  list_items (layers, n_items, "layer", _ ("Layer \"%s\""), func, data);
}

void
folli_stage_list_outputs (FolliDialog  *dialog,
                          FolliListFunc func,
                          gpointer      data)
{
  func ("layers", _ ("One layer per session"), data);
  func ("layer", _ ("One layer"), data);
  func ("merged", _ ("Into the photo itself"), data);
}

void
folli_stage_take_settings (FolliDialog *dialog)
{
}

void
folli_stage_show (FolliDialog *dialog)
{
  if (dialog->stage)
    folli_view_draw (dialog->stage);
}

void
folli_stage_show_before (FolliDialog *dialog, gboolean is_before)
{
  if (dialog->stage)
    folli_view_show_before (dialog->stage, is_before);
}
