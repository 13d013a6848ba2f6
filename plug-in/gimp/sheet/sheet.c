/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "follicle/error.h"
#include "gimp/host.h"
#include "gimp/plan.h"
#include "gimp/sheet/clinic.h"
#include "gimp/sheet/document.h"
#include "gimp/sheet/images.h"
#include "gimp/sheet/logo.h"
#include "gimp/sheet/order.h"

enum
{
  IMAGE,
  N_PANELS,
  N_RESULTS
};

static const FolliResult RESULTS[N_RESULTS] = {
  [IMAGE] = { "sheet", N_ ("Sheet"), N_ ("The new image, if no file was named"),
              FOLLI_TYPE_IMAGE },
  [N_PANELS]
  = { "panels", N_ ("Panels"), N_ ("How many it has"), FOLLI_TYPE_INT },
};

static gboolean
add_view (GPtrArray          *views,
          FolliHost          *host,
          const FolliOrder   *order,
          const FolliPresets *presets,
          GError            **error)
{
  FolliSubject *view = folli_subject_new (
      host, (const char *const *)order->looks, presets, error);

  if (view)
    g_ptr_array_add (views, view);
  return view != NULL;
}

/* Whether Follicle has made something in an image; of several things it has
   yet to be told which is meant. */
static gboolean
has_dots (FolliHost *host)
{
  g_auto (FolliMadeLayer) layer = { NULL };
  g_autoptr (GError) error = NULL;

  return folli_made_layer_read (host, &layer, &error)
         || !g_error_matches (error, FOLLI_ERROR, FOLLI_ERROR_UNKNOWN);
}

static gboolean
check_count (guint n_views, GError **error)
{
  if (n_views >= 2)
    return TRUE;
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_IMAGE,
               _ ("Layout \"views\" wants at least 2 open images with dots, "
                  "and there is %d"),
               n_views);
  return FALSE;
}

static gboolean
add_open_views (GPtrArray          *views,
                GPtrArray          *hosts,
                const FolliOrder   *order,
                const FolliPresets *presets,
                GError            **error)
{
  for (guint i = 0; i < hosts->len; i++)
    {
      FolliHost *host = g_ptr_array_index (hosts, i);

      if (has_dots (host) && !add_view (views, host, order, presets, error))
        return FALSE;
    }
  return check_count (views->len, error)
         && folli_compose_check_scales (views, error);
}

/* The images of the order; @hosts has to outlive them. */
static GPtrArray *
find_views (FolliHost          *host,
            GPtrArray          *hosts,
            const FolliOrder   *order,
            const FolliPresets *presets,
            GError            **error)
{
  g_autoptr (GPtrArray) views
      = g_ptr_array_new_with_free_func ((GDestroyNotify)folli_subject_free);
  const gboolean is_done
      = order->layout == FOLLI_LAYOUT_VIEWS
            ? add_open_views (views, hosts, order, presets, error)
            : add_view (views, host, order, presets, error);

  return is_done ? g_steal_pointer (&views) : NULL;
}

static char *
format_date (void)
{
  g_autoptr (GDateTime) now = folli_document_get_date ();
  /* Translators: a date as g_date_time_format() writes it. */
  g_autofree char *date = g_date_time_format (now, _ ("%e %B %Y"));
  const char      *start = date;

  /* GLib fills up days with a space that is as wide as a figure. */
  while (g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  return g_strdup (start);
}

static void
fill_sheet (FolliSheet         *sheet,
            const FolliOrder   *order,
            GPtrArray          *views,
            const FolliPresets *presets)
{
  const FolliSubject *view = g_ptr_array_index (views, 0);

  sheet->paper = order->paper;
  sheet->title = g_strdup (order->title);
  sheet->note = g_strdup (order->note);
  sheet->label = g_strdup (order->label);
  sheet->date = format_date ();
  sheet->mark = g_strdup (_ ("Simulation. Not a guarantee of results."));
  sheet->settings = folli_compose_settings (order->layout, views, presets);
  sheet->scale_remark
      = g_strdup (view->is_guess ? _ ("by a guess of the scale") : "");
  sheet->logo_aspect = folli_logo_get_aspect (order->logo);
  sheet->label_aspect = folli_logo_get_aspect (order->label_picture);
}

static GPtrArray *
draw_pictures (FolliHost        *host,
               const FolliPage  *page,
               const FolliOrder *order,
               GPtrArray        *views,
               GArray           *shots)
{
  GPtrArray *pictures
      = g_ptr_array_new_with_free_func ((GDestroyNotify)cairo_surface_destroy);

  for (guint i = 0; i < shots->len; i++)
    {
      const FolliItem *item = &g_array_index (page->items, FolliItem, i);
      const FolliShot *shot = &g_array_index (shots, FolliShot, i);
      const double     width_px
          = item->width_mm / FOLLI_MM_PER_INCH * order->paper->dpi;

      g_ptr_array_add (
          pictures,
          folli_subject_draw (g_ptr_array_index (views, shot->view), shot->look,
                              shot->sessions, shot->age, lround (width_px)));
      folli_host_show_progress ((i + 1.0) / shots->len, host);
    }
  g_ptr_array_add (pictures, cairo_surface_reference (order->logo));
  g_ptr_array_add (pictures, cairo_surface_reference (order->label_picture));
  return pictures;
}

static gboolean
write_file (const FolliPage        *page,
            cairo_surface_t *const *pictures,
            const FolliOrder       *order,
            const FolliSheet       *sheet,
            GError                **error)
{
  const char *title = _ ("Consultation Sheet");
  g_autoptr (GByteArray) bytes
      = order->is_pdf
            ? folli_document_make_pdf (page, pictures, title, sheet->mark,
                                       error)
            : folli_document_make_png (page, pictures, order->paper->dpi, title,
                                       sheet->mark, error);

  return bytes
         && folli_document_save (order->file, bytes->data, bytes->len, error);
}

static gboolean
make_sheet (FolliHost        *host,
            const FolliOrder *order,
            GPtrArray        *hosts,
            FolliValue       *results,
            GError          **error)
{
  g_autoptr (FolliPresets) presets = folli_presets_load_all ();
  g_auto (FolliSheet) sheet = { NULL };
  g_autoptr (GPtrArray) views = find_views (host, hosts, order, presets, error);
  g_autoptr (GArray) shots = NULL;
  g_autoptr (FolliPage) page = NULL;
  g_autoptr (GPtrArray) pictures = NULL;

  if (!views)
    return FALSE;
  shots = folli_compose_shots (order->layout, views, &sheet);
  fill_sheet (&sheet, order, views, presets);
  folli_compose_widen (views, shots, &sheet);
  page = folli_sheet_lay_out (&sheet, error);
  if (!page)
    return FALSE;
  pictures = draw_pictures (host, page, order, views, shots);
  results[N_PANELS].number = shots->len;
  if (order->file)
    return write_file (page, (cairo_surface_t **)pictures->pdata, order, &sheet,
                       error);
  results[IMAGE].number = folli_host_open_page (
      page, (cairo_surface_t **)pictures->pdata, order->paper->dpi, error);
  return results[IMAGE].number >= 0;
}

static gboolean
compose (FolliHost           *host,
         const FolliSettings *settings,
         FolliValue          *results,
         GError             **error)
{
  g_auto (FolliOrder) order = { 0 };
  g_autoptr (GPtrArray) hosts = NULL;

  results[IMAGE].number = -1;
  if (!folli_order_take (host, settings, &order, error))
    return FALSE;
  hosts = folli_host_list_open (host);
  return make_sheet (host, &order, hosts, results, error);
}

/* Which images are going to be the views. */
static char *
describe_views (FolliHost *host, GError **error)
{
  g_autoptr (GPtrArray) hosts = folli_host_list_open (host);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (guint i = 0; i < hosts->len; i++)
    if (has_dots (g_ptr_array_index (hosts, i)))
      {
        g_autofree char *name
            = folli_host_get_name (g_ptr_array_index (hosts, i));

        g_ptr_array_add (names, folli_subject_show_name (name));
      }
  if (!check_count (names->len, error))
    return NULL;
  g_ptr_array_add (names, NULL);
  list = g_strjoinv (", ", (char **)names->pdata);
  return g_strdup_printf (_ ("The open images with dots, in this order: %s. "
                             "Their names do not get onto the sheet."),
                          list);
}

static char *
describe (FolliHost *host, const FolliSettings *settings, GError **error)
{
  g_auto (FolliOrder) order = { 0 };
  g_auto (FolliMadeLayer) layer = { NULL };
  g_autofree char *name = NULL;

  if (!folli_order_take (host, settings, &order, error)
      || !folli_made_layer_read (host, &layer, error))
    return NULL;
  if (order.layout == FOLLI_LAYOUT_VIEWS)
    return describe_views (host, error);
  if (folli_host_get_scale (host) == 0)
    return g_strdup (_ ("The scale of the photo is a guess, and the sheet will "
                        "say so. Set Scale makes it certain."));
  name = folli_subject_show_name (layer.name);
  return g_strdup_printf (_ ("The dots of \"%s\", drawn anew for each panel. "
                             "Every panel says that it is a simulation."),
                          name);
}

const FolliProcedure folli_sheet_procedure = {
  .name = "plug-in-follicle-sheet",
  .menu_label = N_ ("Consultation S_heet..."),
  .blurb = N_ ("Put before and after, sessions, years or views on a sheet"),
  .help
  = N_ ("Makes a sheet of what Follicle made in the image: panels side by "
        "side at the same place, scale and tone, with a scale bar and "
        "the settings, as PDF, PNG or a new image. Every panel says that "
        "it is a simulation, and nothing of what the photo tells of "
        "place, camera and names goes into the file. The image does not "
        "change."),
  .image_types = "RGB*, GRAY*",
  .arguments = folli_order_arguments,
  .n_arguments = FOLLI_ORDER_N_ARGUMENTS,
  .results = RESULTS,
  .n_results = N_RESULTS,
  .work = compose,
  .describe = describe,
  .recall = folli_clinic_recall,
  .keep = folli_clinic_keep,
};
