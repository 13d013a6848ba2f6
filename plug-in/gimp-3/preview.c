/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog.h"

#include "gimp/preview.h"

/* Of the preview, px. */
#define WIDTH 380
#define HEIGHT 420

/* What stands under the preview: why there are no dots in it, or what the user
   should know about them. */
static void
show_remark (FolliDialog *dialog, const char *text)
{
  gtk_label_set_text (GTK_LABEL (dialog->remark), text ? text : "");
}

/* Makes a plan of what the dialog says now, which takes reading the mask. */
static void
update_plan (FolliDialog *dialog)
{
  g_autoptr (FolliSettings) settings
      = folli_config_read (dialog->config, &folli_dots_procedure);
  g_autoptr (GError) error = NULL;

  if (dialog->plan)
    return;
  dialog->plan
      = folli_plan_new (dialog->host, settings, dialog->presets, &error);
  show_remark (dialog, dialog->plan ? dialog->plan->remark : error->message);
}

static const Babl *
get_preview_format (GimpDrawable *photo)
{
  gboolean has_alpha = gimp_drawable_has_alpha (photo);

  if (gimp_drawable_is_gray (photo))
    return babl_format (has_alpha ? "Y'A u8" : "Y' u8");
  return babl_format (has_alpha ? "R'G'B'A u8" : "R'G'B' u8");
}

static void
draw (GimpPreview *preview, FolliDialog *dialog)
{
  GimpDrawable *photo = GIMP_DRAWABLE (dialog->host->layer);
  const Babl   *format = get_preview_format (photo);
  const int     n_bytes = babl_format_get_bytes_per_pixel (format);
  g_autoptr (GeglBuffer) buffer = folli_drawable_get_buffer (photo);
  const GeglRectangle *extent = gegl_buffer_get_extent (buffer);
  g_autofree guchar   *pixels = NULL;
  GeglRectangle        area;

  gimp_preview_get_position (preview, &area.x, &area.y);
  gimp_preview_get_size (preview, &area.width, &area.height);
  area.x += extent->x;
  area.y += extent->y;
  pixels = g_malloc0 ((gsize)area.width * area.height * n_bytes);

  update_plan (dialog);
  if (dialog->plan)
    folli_preview_draw (dialog->plan, buffer, &area, format, pixels);
  else
    gegl_buffer_get (buffer, &area, 1, format, pixels, GEGL_AUTO_ROWSTRIDE,
                     GEGL_ABYSS_NONE);
  gimp_preview_draw_buffer (preview, pixels, area.width * n_bytes);
}

static void
forget_plan (GimpProcedureConfig *config,
             GParamSpec          *property,
             FolliDialog         *dialog)
{
  g_clear_pointer (&dialog->plan, folli_plan_free);
  gimp_preview_invalidate (dialog->preview);
}

/* Starts where the mask is instead of in the photo's corner. */
static void
show_middle (FolliDialog *dialog)
{
  GimpDrawable *photo = GIMP_DRAWABLE (dialog->host->layer);
  int           x, y;

  update_plan (dialog);
  if (!dialog->plan)
    return;
  gimp_drawable_get_offsets (photo, &x, &y);
  x = dialog->plan->mask.box.x + (dialog->plan->mask.box.width - WIDTH) / 2 - x;
  y = dialog->plan->mask.box.y + (dialog->plan->mask.box.height - HEIGHT) / 2
      - y;
  gimp_scrolled_preview_set_position (GIMP_SCROLLED_PREVIEW (dialog->preview),
                                      MAX (x, 0), MAX (y, 0));
}

GtkWidget *
folli_dialog_new_preview (FolliDialog *dialog)
{
  GtkWidget *preview = gimp_drawable_preview_new_from_drawable (
      GIMP_DRAWABLE (dialog->host->layer));

  dialog->preview = GIMP_PREVIEW (preview);
  gtk_widget_set_size_request (preview, WIDTH, HEIGHT);
  g_signal_connect (preview, "invalidated", G_CALLBACK (draw), dialog);
  g_signal_connect_data (dialog->config, "notify", G_CALLBACK (forget_plan),
                         dialog, NULL, 0);
  show_middle (dialog);
  return preview;
}
