/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gdk/gdkkeysyms.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "dialog.h"
#include "gimp/dialog/toolkit.h"
#include "gimp/dialog/tuner.h"
#include "picture.h"
#include "toolkit.h"

#define WIDTH_PX 400
#define HEIGHT_PX 400

/* Where text is so large that the rest needs nearly all of the screen. */
#define LEAST_PX 220

/* Each level of zoom halves the photo, or doubles it below 0. */
#define MIN_LEVEL -2
#define MAX_LEVEL 6

/* The part of the photo that is in view: @before without dots, and over it
   @after, but for a share @before_share of the view from its left. */
typedef struct
{
  FolliDialog  *dialog;
  GeglBuffer   *photo;
  GtkWidget    *area;
  GtkLabel     *zoom;
  int           level;
  double        center_x;
  double        center_y;
  gboolean      is_centered;
  double        before_share;
  double        grip_x;
  double        grip_y;
  FolliExcerpt *excerpt;
  double        excerpt_scale;
  GeglBuffer   *excerpt_map;
  FolliPicture  before;
  FolliPicture  after;
} View;

static View *
get_view (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "folli-view");
}

static double
get_scale (const View *view)
{
  return pow (2, -view->level);
}

/* Above 100 % the photo's own pixels are drawn, and enlarged. */
static double
get_drawing_scale (const View *view)
{
  return MIN (get_scale (view), 1);
}

/* The photo at a scale. */
static GeglRectangle
find_whole (const View *view, double scale)
{
  const GeglRectangle *photo = gegl_buffer_get_extent (view->photo);

  return (GeglRectangle){ ceil (photo->x * scale), ceil (photo->y * scale),
                          MAX (1, floor (photo->width * scale)),
                          MAX (1, floor (photo->height * scale)) };
}

/* What of the photo is in the middle of the view, which shows nothing beside
   the photo while there is more of it, and else has it in its own middle. */
static double
find_middle (double wanted, int start, int length, double in_view)
{
  const double margin = MIN (in_view, length) / 2;

  return CLAMP (wanted, start + margin, start + length - margin);
}

static double
find_middle_x (const View *view)
{
  const GeglRectangle *photo = gegl_buffer_get_extent (view->photo);

  return find_middle (view->center_x, photo->x, photo->width,
                      view->area->allocation.width / get_scale (view));
}

static double
find_middle_y (const View *view)
{
  const GeglRectangle *photo = gegl_buffer_get_extent (view->photo);

  return find_middle (view->center_y, photo->y, photo->height,
                      view->area->allocation.height / get_scale (view));
}

/* What is in view of the photo, at the scale it is drawn at. */
static GeglRectangle
find_area (const View *view)
{
  const double        scale = get_drawing_scale (view);
  const double        zoom = get_scale (view) / scale;
  const GeglRectangle whole = find_whole (view, scale);
  const int           width = ceil (view->area->allocation.width / zoom) + 1;
  const int           height = ceil (view->area->allocation.height / zoom) + 1;
  GeglRectangle       area
      = { floor (find_middle_x (view) * scale - width / 2.0),
          floor (find_middle_y (view) * scale - height / 2.0), width, height };

  if (!gegl_rectangle_intersect (&area, &area, &whole))
    gegl_rectangle_set (&area, whole.x, whole.y, 1, 1);
  return area;
}

static void
take_picture (guint                slot,
              const GeglRectangle *area,
              const guchar        *pixels,
              gpointer             data)
{
  View *view = data;

  folli_picture_set (&view->after, area, view->excerpt_scale, pixels);
  gtk_widget_queue_draw (view->area);
}

/* What does not change as long as only numbers do is read once: all of the
   photo at a scale. */
static void
find_excerpt (View *view)
{
  const FolliPlan *plan = view->dialog->plan;
  const double     scale = get_drawing_scale (view);
  GeglBuffer      *map = plan ? plan->mask.map : NULL;
  GeglRectangle    whole;

  if (view->excerpt && view->excerpt_scale == scale && view->excerpt_map == map)
    return;
  whole = find_whole (view, scale);
  g_clear_pointer (&view->excerpt, folli_excerpt_unref);
  view->excerpt = folli_excerpt_new (
      view->dialog->host, plan ? &plan->mask : NULL, &whole, 0, scale);
  view->excerpt_scale = scale;
  g_set_object (&view->excerpt_map, map);
}

/* Until the mask is known, what is selected is likely to be it. */
static GeglRectangle
find_mask (const View *view)
{
  const FolliPlan *plan = view->dialog->plan;
  GeglRectangle    box;
  gboolean         is_there;
  int              right, bottom;

  if (plan)
    return plan->mask.box;
  gimp_selection_bounds (view->dialog->host->image, &is_there, &box.x, &box.y,
                         &right, &bottom);
  if (!is_there)
    return *gegl_buffer_get_extent (view->photo);
  box.width = right - box.x;
  box.height = bottom - box.y;
  return box;
}

/* So that all of the mask is in view. */
static void
center_on_mask (View *view)
{
  GeglRectangle mask;

  if (view->is_centered)
    return;
  mask = find_mask (view);
  view->center_x = mask.x + mask.width / 2.0;
  view->center_y = mask.y + mask.height / 2.0;
  view->level
      = MAX (ceil (log2 (mask.width / (double)view->area->allocation.width)),
             ceil (log2 (mask.height / (double)view->area->allocation.height)));
  view->level = CLAMP (view->level, 0, MAX_LEVEL);
  view->is_centered = view->dialog->plan != NULL;
}

static void
show_zoom (View *view)
{
  g_autofree char *text
      = g_strdup_printf (_ ("%.3g %%"), 100 * get_scale (view));

  gtk_label_set_text (view->zoom, text);
}

/* The photo alone is there at once, and stays as long as the view does. */
static void
draw_before (View *view, const GeglRectangle *area)
{
  const FolliPicture *before = &view->before;
  g_autofree guchar  *pixels = NULL;

  if (before->surface && before->scale == view->excerpt_scale
      && gegl_rectangle_equal (&before->area, area))
    return;
  pixels = g_malloc ((gsize)area->width * area->height * 4);
  folli_excerpt_draw (view->excerpt, NULL, 0, area, pixels);
  folli_picture_set (&view->before, area, view->excerpt_scale, pixels);
}

/* Has what is in view drawn. */
static void
request (View *view)
{
  const FolliPlan *plan = view->dialog->plan;
  GeglRectangle    area;

  if (!gtk_widget_get_realized (view->area))
    return;
  center_on_mask (view);
  show_zoom (view);
  area = find_area (view);
  find_excerpt (view);
  draw_before (view, &area);
  folli_desk_draw (view->dialog->desk, FOLLI_SLOT_STAGE, view->excerpt,
                   plan ? &plan->recipe : NULL, plan ? plan->seed : 0, &area,
                   take_picture, view);
  gtk_widget_queue_draw (view->area);
}

static void
paint (cairo_t            *cr,
       const View         *view,
       const FolliPicture *picture,
       int                 width,
       int                 height)
{
  const double scale = get_scale (view);

  if (!picture->surface)
    return;
  cairo_save (cr);
  cairo_translate (cr, width / 2.0 - find_middle_x (view) * scale,
                   height / 2.0 - find_middle_y (view) * scale);
  cairo_scale (cr, scale / picture->scale, scale / picture->scale);
  cairo_set_source_surface (cr, picture->surface, picture->area.x,
                            picture->area.y);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_restore (cr);
}

/* Dark beside light, to be seen on any photo. */
static void
paint_line (cairo_t *cr, double x, int height)
{
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_rectangle (cr, x - 1, 0, 1, height);
  cairo_fill (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_rectangle (cr, x, 0, 1, height);
  cairo_fill (cr);
}

static void
draw (cairo_t *cr, int width, int height, gpointer data)
{
  const View  *view = data;
  const double x = round (view->before_share * width);

  cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
  cairo_paint (cr);
  paint (cr, view, &view->before, width, height);
  cairo_save (cr);
  cairo_rectangle (cr, x, 0, width - x, height);
  cairo_clip (cr);
  paint (cr, view, &view->after, width, height);
  cairo_restore (cr);
  if (x > 0 && x < width)
    paint_line (cr, x, height);
}

void
folli_view_draw (GtkWidget *widget)
{
  request (get_view (widget));
}

void
folli_view_show_before (GtkWidget *widget, double share)
{
  View *view = get_view (widget);

  view->before_share = share;
  gtk_widget_queue_draw (view->area);
}

static void
set_level (View *view, int level)
{
  view->level = CLAMP (level, MIN_LEVEL, MAX_LEVEL);
  request (view);
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

static void
show_pixels (View *view)
{
  set_level (view, 0);
}

static void
show_mask (View *view)
{
  view->is_centered = FALSE;
  request (view);
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
  gtk_widget_grab_focus (area);
  return TRUE;
}

static void
pan (View *view, double x_px, double y_px)
{
  view->center_x = find_middle_x (view) + x_px / get_scale (view);
  view->center_y = find_middle_y (view) + y_px / get_scale (view);
  request (view);
}

static gboolean
drag (GtkWidget *area, GdkEventMotion *event, View *view)
{
  /* For the sake of its tooltip the widget hears of every motion. */
  if (event->state & GDK_BUTTON1_MASK)
    {
      pan (view, view->grip_x - event->x, view->grip_y - event->y);
      view->grip_x = event->x;
      view->grip_y = event->y;
    }
  gdk_event_request_motions (event);
  return TRUE;
}

/* Arrows move the photo by a quarter of the view, + and - zoom. */
static gboolean
press (GtkWidget *area, GdkEventKey *event, View *view)
{
  const double step = area->allocation.width / 4.0;

  switch (event->keyval)
    {
    case GDK_KEY_Left:
      pan (view, -step, 0);
      return TRUE;
    case GDK_KEY_Right:
      pan (view, step, 0);
      return TRUE;
    case GDK_KEY_Up:
      pan (view, 0, -step);
      return TRUE;
    case GDK_KEY_Down:
      pan (view, 0, step);
      return TRUE;
    case GDK_KEY_plus:
    case GDK_KEY_KP_Add:
      zoom_in (view);
      return TRUE;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      zoom_out (view);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
add_button (GtkWidget  *box,
            View       *view,
            const char *icon,
            const char *name,
            GCallback   callback)
{
  GtkWidget *button = gtk_button_new ();

  gtk_container_add (GTK_CONTAINER (button),
                     gtk_image_new_from_icon_name (icon, GTK_ICON_SIZE_MENU));
  folli_dialog_name (button, name, name);
  g_signal_connect_swapped (button, "clicked", callback, view);
  gtk_box_pack_start (GTK_BOX (box), button, FALSE, FALSE, 0);
}

static GtkWidget *
new_area (View *view)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_widget_set_size_request (area, WIDTH_PX, HEIGHT_PX);
  folli_toolkit_set_least (area, LEAST_PX, LEAST_PX);
  gtk_widget_set_can_focus (area, TRUE);
  gtk_widget_add_events (area, GDK_BUTTON_PRESS_MASK | GDK_BUTTON1_MOTION_MASK
                                   | GDK_POINTER_MOTION_HINT_MASK
                                   | GDK_SCROLL_MASK | GDK_KEY_PRESS_MASK);
  folli_dialog_name (area, _ ("Preview"),
                     _ ("Drag to move the photo, turn the wheel to zoom"));
  folli_toolkit_draw_with (area, draw, view);
  g_signal_connect (area, "button-press-event", G_CALLBACK (grip), view);
  g_signal_connect (area, "motion-notify-event", G_CALLBACK (drag), view);
  g_signal_connect (area, "scroll-event", G_CALLBACK (scroll), view);
  g_signal_connect (area, "key-press-event", G_CALLBACK (press), view);
  g_signal_connect_swapped (area, "size-allocate", G_CALLBACK (request), view);
  /* The photo, long before there is a plan. */
  g_signal_connect_data (area, "map", G_CALLBACK (request), view, NULL,
                         G_CONNECT_AFTER | G_CONNECT_SWAPPED);
  return area;
}

static GtkWidget *
new_buttons (View *view)
{
  GtkWidget *box = folli_toolkit_new_box (GTK_ORIENTATION_HORIZONTAL, 6);

  view->zoom = GTK_LABEL (gtk_label_new (NULL));
  add_button (box, view, "zoom-out", _ ("Zoom out"), G_CALLBACK (zoom_out));
  add_button (box, view, "zoom-in", _ ("Zoom in"), G_CALLBACK (zoom_in));
  add_button (box, view, "zoom-original", _ ("Show the photo's own pixels"),
              G_CALLBACK (show_pixels));
  add_button (box, view, "zoom-fit-best", _ ("Show all of the mask"),
              G_CALLBACK (show_mask));
  gtk_box_pack_start (GTK_BOX (box), GTK_WIDGET (view->zoom), FALSE, FALSE, 0);
  return box;
}

static void
free_view (gpointer data)
{
  View *view = data;

  g_clear_pointer (&view->excerpt, folli_excerpt_unref);
  g_clear_pointer (&view->before.surface, cairo_surface_destroy);
  g_clear_pointer (&view->after.surface, cairo_surface_destroy);
  g_clear_object (&view->excerpt_map);
  g_object_unref (view->photo);
  g_free (view);
}

GtkWidget *
folli_view_new (FolliDialog *dialog)
{
  GtkWidget *box = folli_toolkit_new_box (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *frame = gtk_frame_new (NULL);
  View      *view = g_new0 (View, 1);

  view->dialog = dialog;
  view->photo = folli_host_get_photo (dialog->host);
  view->area = new_area (view);
  gtk_frame_set_shadow_type (GTK_FRAME (frame), GTK_SHADOW_IN);
  gtk_container_add (GTK_CONTAINER (frame), view->area);
  gtk_box_pack_start (GTK_BOX (box), frame, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (box), new_buttons (view), FALSE, FALSE, 0);
  g_object_set_data_full (G_OBJECT (box), "folli-view", view, free_view);
  return box;
}
