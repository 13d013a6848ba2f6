/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "dialog.h"

/* "channel:Hairline" under "Channel Hairline" */
static void
list_items (GList        *items,
            const char   *kind,
            const char   *label,
            FolliListFunc func,
            gpointer      data)
{
  for (GList *l = items; l; l = l->next)
    {
      g_autofree char *name = gimp_item_get_name (l->data);
      g_autofree char *value = g_strdup_printf ("%s:%s", kind, name);
      g_autofree char *text = g_strdup_printf (label, name);

      func (value, text, data);
    }
  g_list_free (items);
}

void
folli_stage_list_masks (FolliDialog *dialog, FolliListFunc func, gpointer data)
{
  GimpImage *image = dialog->host->image;

  func ("auto", _ ("Selection, else layer mask"), data);
  if (folli_host_has_mask (dialog->host, FOLLI_MASK_SELECTION))
    func ("selection", _ ("Selection"), data);
  if (folli_host_has_mask (dialog->host, FOLLI_MASK_LAYER_MASK))
    func ("layer-mask", _ ("Layer mask"), data);
  list_items (gimp_image_list_channels (image), "channel", _ ("Channel \"%s\""),
              func, data);
  list_items (gimp_image_list_paths (image), "path", _ ("Path \"%s\""), func,
              data);
  list_items (gimp_image_list_layers (image), "layer", _ ("Layer \"%s\""), func,
              data);
}

void
folli_stage_list_outputs (FolliDialog  *dialog,
                          FolliListFunc func,
                          gpointer      data)
{
  func ("auto", _ ("Live effect"), data);
  func ("layers", _ ("One layer per session"), data);
  func ("layer", _ ("One layer"), data);
  func ("merged", _ ("Into the photo itself"), data);
}

void
folli_stage_show (FolliDialog *dialog)
{
  const FolliStage *stage = dialog->stage;
  g_autoptr (GError) error = NULL;

  if (stage->canvas && !folli_canvas_show (stage->canvas, dialog->plan, &error))
    folli_dialog_show_status (dialog, error);
}

void
folli_stage_show_before (FolliDialog *dialog, gboolean is_before)
{
  const FolliStage *stage = dialog->stage;

  if (stage->canvas)
    folli_canvas_show_before (stage->canvas, is_before);
}
