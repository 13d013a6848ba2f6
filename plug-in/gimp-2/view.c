/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "dialog.h"
#include "gimp/preview.h"

#define WIDTH_PX 420
#define HEIGHT_PX 420

/* Each level of zoom halves the photo. */
#define MAX_LEVEL 5

/* What lies around the view and matters to it: a hairline may be as soft and
   wavy as that. */
#define MARGIN_CM 4

/* The part of the photo that is in view. */
typedef struct
{
  FolliDialog *dialog;
  GtkWidget   *area;
  GtkWidget   *zoom;
  int          level;
  double       center_x;
  double       center_y;
  gboolean     is_centered;
  gboolean     is_before;
  double       grip_x;
  double       grip_y;
} View;

static View *
get_view (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "folli-view");
}

static double
get_scale (const View *view)
{
  return 1.0 / (1 << view->level);
}

static GeglRectangle
scale_rectangle (const GeglRectangle *rectangle, double scale)
{
  GeglRectangle scaled
      = { rectangle->x * scale, rectangle->y * scale, rectangle->width * scale,
          rectangle->height * scale };

  return scaled;
}

/* What is in view, at the view's scale. */
static GeglRectangle
find_area (const View *view, GeglBuffer *photo)
{
  double        scale = get_scale (view);
  GeglRectangle whole = scale_rectangle (gegl_buffer_get_extent (photo), scale);
  GeglRectangle area;

  whole.width = MAX (1, whole.width);
  whole.height = MAX (1, whole.height);
  area.width = MIN (whole.width, view->area->allocation.width);
  area.height = MIN (whole.height, view->area->allocation.height);
  area.x = CLAMP (view->center_x * scale - area.width / 2, whole.x,
                  whole.x + whole.width - area.width);
  area.y = CLAMP (view->center_y * scale - area.height / 2, whole.y,
                  whole.y + whole.height - area.height);
  return area;
}

static GeglBuffer *
copy_scaled (GeglBuffer *buffer, const GeglRectangle *area, double scale)
{
  const Babl      *format = gegl_buffer_get_format (buffer);
  GeglBuffer      *copy = gegl_buffer_new (area, format);
  g_autofree void *pixels
      = g_malloc ((gsize)area->width * area->height
                  * babl_format_get_bytes_per_pixel (format));

  gegl_buffer_get (buffer, area, scale, format, pixels, GEGL_AUTO_ROWSTRIDE,
                   GEGL_ABYSS_NONE);
  gegl_buffer_set (copy, area, 0, format, pixels, GEGL_AUTO_ROWSTRIDE);
  return copy;
}

/* As much of a buffer as matters to an area, both at the view's scale. */
static GeglBuffer *
copy_around (GeglBuffer          *buffer,
             const GeglRectangle *area,
             int                  margin,
             double               scale)
{
  GeglRectangle whole
      = scale_rectangle (gegl_buffer_get_extent (buffer), scale);
  GeglRectangle around
      = { area->x - margin, area->y - margin, area->width + 2 * margin,
          area->height + 2 * margin };

  gegl_rectangle_intersect (&around, &around, &whole);
  return copy_scaled (buffer, &around, scale);
}

/* Numbers in pixels become those of a smaller copy of the image. Places are
   millimetres of scalp, so the dots are the same ones. */
static void
scale_recipe (FolliRecipe *recipe, double scale)
{
  static const FolliParameterId IN_PIXELS[]
      = { FOLLI_PIXELS_PER_CM, FOLLI_HEAD_X, FOLLI_HEAD_Y, FOLLI_HEAD_WIDTH,
          FOLLI_HEAD_HEIGHT };

  for (guint i = 0; i < G_N_ELEMENTS (IN_PIXELS); i++)
    recipe->value[IN_PIXELS[i]] *= scale;
}

static void
draw_dots (const View          *view,
           GeglBuffer          *photo,
           const GeglRectangle *area,
           guchar              *pixels)
{
  const double scale = get_scale (view);
  FolliPlan    plan = *view->dialog->plan;
  const int margin = MARGIN_CM * plan.recipe.value[FOLLI_PIXELS_PER_CM] * scale;
  g_autoptr (GeglBuffer) part = copy_around (photo, area, margin, scale);
  g_autoptr (GeglBuffer) map = copy_around (plan.mask.map, area, margin, scale);

  plan.mask.map = map;
  plan.mask.box = scale_rectangle (&plan.mask.box, scale);
  scale_recipe (&plan.recipe, scale);
  folli_preview_draw (&plan, part, area, babl_format ("R'G'B'A u8"), pixels);
}

/* The dots of too small a picture cannot be drawn. */
static gboolean
can_draw_dots (const View *view)
{
  const FolliPlan *plan = view->dialog->plan;

  return plan && !view->is_before
         && folli_parameter_check (
             FOLLI_PIXELS_PER_CM,
             plan->recipe.value[FOLLI_PIXELS_PER_CM] * get_scale (view), NULL);
}

/* Starts where the mask is instead of in the middle of the photo. */
static void
center_on_mask (View *view, GeglBuffer *photo)
{
  const FolliPlan     *plan = view->dialog->plan;
  const GeglRectangle *middle
      = plan ? &plan->mask.box : gegl_buffer_get_extent (photo);

  if (view->is_centered)
    return;
  view->center_x = middle->x + middle->width / 2;
  view->center_y = middle->y + middle->height / 2;
  view->is_centered = plan != NULL;
}

static void
draw (View *view)
{
  g_autoptr (GeglBuffer) photo = folli_host_get_photo (view->dialog->host);
  g_autofree guchar   *pixels = NULL;
  const GtkAllocation *whole = &view->area->allocation;
  GeglRectangle        area;

  if (!gtk_widget_get_realized (view->area))
    return;
  center_on_mask (view, photo);
  area = find_area (view, photo);
  pixels = g_malloc0 ((gsize)area.width * area.height * 4);
  if (can_draw_dots (view))
    draw_dots (view, photo, &area, pixels);
  else
    gegl_buffer_get (photo, &area, get_scale (view), babl_format ("R'G'B'A u8"),
                     pixels, GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);

  gimp_preview_area_fill (GIMP_PREVIEW_AREA (view->area), 0, 0, whole->width,
                          whole->height, 128, 128, 128);
  gimp_preview_area_draw (GIMP_PREVIEW_AREA (view->area),
                          (whole->width - area.width) / 2,
                          (whole->height - area.height) / 2, area.width,
                          area.height, GIMP_RGBA_IMAGE, pixels, area.width * 4);
}

void
folli_view_draw (GtkWidget *widget)
{
  draw (get_view (widget));
}

void
folli_view_show_before (GtkWidget *widget, gboolean is_before)
{
  View *view = get_view (widget);

  view->is_before = is_before;
  draw (view);
}

static void
set_level (View *view, int level)
{
  g_autofree char *text = NULL;

  view->level = CLAMP (level, 0, MAX_LEVEL);
  text = g_strdup_printf (_ ("%.3g %%"), 100 * get_scale (view));
  gtk_label_set_text (GTK_LABEL (view->zoom), text);
  draw (view);
}

static void
zoom_in (View *view)
{
  set_level (view, view->level - 1);
}

static void
zoom_out (View *view)
{
  set_level (view, view->level + 1);
}

static gboolean
scroll (GtkWidget *area, GdkEventScroll *event, View *view)
{
  if (event->direction == GDK_SCROLL_UP)
    zoom_in (view);
  else if (event->direction == GDK_SCROLL_DOWN)
    zoom_out (view);
  return TRUE;
}

static gboolean
grip (GtkWidget *area, GdkEventButton *event, View *view)
{
  view->grip_x = event->x;
  view->grip_y = event->y;
  return TRUE;
}

static gboolean
drag (GtkWidget *area, GdkEventMotion *event, View *view)
{
  view->center_x -= (event->x - view->grip_x) / get_scale (view);
  view->center_y -= (event->y - view->grip_y) / get_scale (view);
  view->grip_x = event->x;
  view->grip_y = event->y;
  draw (view);
  gdk_event_request_motions (event);
  return TRUE;
}

static GtkWidget *
new_button (View *view, const char *stock, GCallback callback)
{
  GtkWidget *button = gtk_button_new ();

  gtk_container_add (GTK_CONTAINER (button),
                     gtk_image_new_from_stock (stock, GTK_ICON_SIZE_MENU));
  g_signal_connect_swapped (button, "clicked", callback, view);
  return button;
}

static GtkWidget *
new_area (View *view)
{
  GtkWidget *area = gimp_preview_area_new ();

  gtk_widget_set_size_request (area, WIDTH_PX, HEIGHT_PX);
  gtk_widget_add_events (area, GDK_BUTTON_PRESS_MASK | GDK_BUTTON1_MOTION_MASK
                                   | GDK_POINTER_MOTION_HINT_MASK
                                   | GDK_SCROLL_MASK);
  g_signal_connect (area, "button-press-event", G_CALLBACK (grip), view);
  g_signal_connect (area, "motion-notify-event", G_CALLBACK (drag), view);
  g_signal_connect (area, "scroll-event", G_CALLBACK (scroll), view);
  g_signal_connect_swapped (area, "size-allocate", G_CALLBACK (draw), view);
  return area;
}

GtkWidget *
folli_view_new (FolliDialog *dialog)
{
  GtkWidget *box = gtk_vbox_new (FALSE, 6);
  GtkWidget *buttons = gtk_hbox_new (FALSE, 6);
  GtkWidget *frame = gtk_frame_new (NULL);
  View      *view = g_new0 (View, 1);

  view->dialog = dialog;
  view->area = new_area (view);
  view->zoom = gtk_label_new (NULL);
  set_level (view, 0);
  gtk_frame_set_shadow_type (GTK_FRAME (frame), GTK_SHADOW_IN);
  gtk_container_add (GTK_CONTAINER (frame), view->area);
  gtk_box_pack_start (
      GTK_BOX (buttons),
      new_button (view, GTK_STOCK_ZOOM_OUT, G_CALLBACK (zoom_out)), FALSE,
      FALSE, 0);
  gtk_box_pack_start (
      GTK_BOX (buttons),
      new_button (view, GTK_STOCK_ZOOM_IN, G_CALLBACK (zoom_in)), FALSE, FALSE,
      0);
  gtk_box_pack_start (GTK_BOX (buttons), view->zoom, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), frame, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (box), buttons, FALSE, FALSE, 0);
  g_object_set_data_full (G_OBJECT (box), "folli-view", view, g_free);
  return box;
}
