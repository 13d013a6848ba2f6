/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hostile-image.h"

#include <string.h>

#include "follicle/hairline-design.h"
#include "gimp/footprint.h"
#include "gimp/hairline.h"
#include "gimp/made-layer.h"
#include "gimp/paths.h"
#include "gimp/points.h"
#include "gimp/scale.h"

#define WIDTH 640
#define HEIGHT 480

struct _FolliHost
{
  char **texts;
  int    layer, own, made;
};

/* Layers are numbers without a host. */
static FolliHost *opened;

FolliHost *
hostile_image_open (const char *text)
{
  g_assert_null (opened);
  opened = g_new0 (FolliHost, 1);
  opened->texts = g_strsplit (text, "\f", HOSTILE_N_TEXTS);
  opened->layer = HOSTILE_MADE;
  opened->own = opened->made = FOLLI_NO_LAYER;
  return opened;
}

void
hostile_image_close (FolliHost *host)
{
  g_strfreev (host->texts);
  g_clear_pointer (&opened, g_free);
}

const char *
hostile_image_get (FolliHost *host, HostileText which)
{
  return which < g_strv_length (host->texts) ? host->texts[which] : NULL;
}

/* Returns HOSTILE_N_TEXTS for what an item does not carry. */
static HostileText
find_text (int item, const char *name)
{
  static const char *const OF_MADE[]
      = { FOLLI_SETTINGS_PARASITE,  "follicle-size", "follicle-asked",
          FOLLI_FOOTPRINT_PARASITE, "follicle-map",  "follicle-session" };

  if (item == HOSTILE_PHOTO)
    return strcmp (name, FOLLI_SETTINGS_PARASITE) == 0 ? HOSTILE_PHOTO_SETTINGS
                                                       : HOSTILE_N_TEXTS;
  for (guint i = 0; i < G_N_ELEMENTS (OF_MADE); i++)
    if (strcmp (name, OF_MADE[i]) == 0)
      return i;
  return HOSTILE_N_TEXTS;
}

char *
folli_layer_recall (int layer, const char *name)
{
  return g_strdup (hostile_image_get (opened, find_text (layer, name)));
}

/* Whatever is written is of no use to anybody. */
void
folli_layer_store (int layer, const char *name, const char *text)
{
  g_assert_cmpint (layer, >, 0);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

int
folli_host_get_layer (FolliHost *host)
{
  return host->layer;
}

void
folli_host_set_layer (FolliHost *host, int layer)
{
  host->layer = layer;
}

int
folli_host_get_own (FolliHost *host)
{
  return host->own;
}

void
folli_host_set_own (FolliHost *host, int layer)
{
  host->own = layer;
}

int
folli_host_get_made (FolliHost *host)
{
  return host->made;
}

void
folli_host_set_made (FolliHost *host, int layer)
{
  host->made = layer;
}

void
folli_host_get_facts (FolliHost *host, FolliFacts *facts)
{
  *facts = (FolliFacts){ .has_layers = TRUE,
                         .has_photo = TRUE,
                         .has_effects = TRUE,
                         .knows_operations = TRUE };
}

void
folli_host_get_size (FolliHost *host, int *width, int *height)
{
  *width = WIDTH;
  *height = HEIGHT;
}

double
folli_host_get_scale (FolliHost *host)
{
  const char *text = hostile_image_get (host, HOSTILE_SCALE);

  return text ? folli_scale_from_string (text, WIDTH, HEIGHT) : 0;
}

void
folli_host_store_scale (FolliHost *host, double px_per_cm)
{
  g_assert_true (folli_parameter_check (FOLLI_PIXELS_PER_CM, px_per_cm, NULL));
}

void
folli_host_show_photo (FolliHost *host)
{
}

void
folli_host_select_layer (FolliHost *host, int layer)
{
}

/* What is ours may go, and nothing else. */
void
folli_host_remove_layer (FolliHost *host, int layer)
{
  g_assert_cmpint (layer, !=, HOSTILE_PHOTO);
}

/* It is a group where it has a session. */
gboolean
folli_layer_is_group (int layer)
{
  return layer == HOSTILE_MADE
         && hostile_image_get (opened, HOSTILE_MARK) != NULL;
}

GArray *
folli_host_list_layers (FolliHost *host, int parent)
{
  static const int TOP[] = { HOSTILE_MADE, HOSTILE_PHOTO };
  static const int WITHIN[] = { HOSTILE_SESSION };
  GArray          *layers = g_array_new (FALSE, FALSE, sizeof (int));

  if (parent == FOLLI_NO_LAYER)
    g_array_append_vals (layers, TOP, G_N_ELEMENTS (TOP));
  else if (folli_layer_is_group (parent))
    g_array_append_vals (layers, WITHIN, G_N_ELEMENTS (WITHIN));
  return layers;
}

int
folli_layer_get_parent (int layer)
{
  return layer == HOSTILE_SESSION ? HOSTILE_MADE : FOLLI_NO_LAYER;
}

gboolean
folli_layer_is_visible (int layer)
{
  return TRUE;
}

void
folli_layer_set_visible (int layer, gboolean is_visible)
{
}

/* GIMP makes UTF-8 of all names. */
char *
folli_layer_get_name (int layer)
{
  const char *name = hostile_image_get (opened, HOSTILE_NAME);

  return g_utf8_make_valid (name ? name : "", -1);
}

void
folli_layer_set_name (int layer, const char *name)
{
}

GeglRectangle
folli_layer_get_box (int layer)
{
  return (GeglRectangle){ 0, 0, WIDTH, HEIGHT };
}

GeglBuffer *
folli_layer_get_buffer (int layer)
{
  return gegl_buffer_new (GEGL_RECTANGLE (0, 0, 4, 4), babl_format ("Y' u8"));
}

double
folli_layer_get_effect_scale (int layer)
{
  return hostile_image_get (opened, HOSTILE_ASKED) ? 40 : 0;
}

gboolean
folli_layer_was_reset (int layer)
{
  return FALSE;
}

/* Its numbers are GIMP's own and within their ranges. */
gboolean
folli_layer_read_effects (int layer, FolliMadeLayer *made)
{
  return FALSE;
}

char *
folli_host_recall_path (FolliHost *host, const char *name, const char *parasite)
{
  return g_strdup (hostile_image_get (host, HOSTILE_PATH_SETTINGS));
}

GArray *
folli_host_read_path (FolliHost *host, const char *name)
{
  static const double LINE[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 };
  GArray             *line = g_array_new (FALSE, FALSE, sizeof (double));

  return g_array_append_vals (line, LINE, G_N_ELEMENTS (LINE));
}

GStrv
folli_host_list_paths (FolliHost *host)
{
  return g_new0 (char *, 1);
}

/* As the hairline's own, whose file has its dialog, too. */
static const FolliArgument ARGUMENTS[FOLLI_HAIRLINE_N_ARGUMENTS] = {
  [FOLLI_HAIRLINE_TEMPLATE]
  = { "template", "", "", FOLLI_TYPE_STRING, "adult", 0, -1 },
  [FOLLI_HAIRLINE_HEIGHT_MM] = { "height-mm", "", "", FOLLI_TYPE_DOUBLE, NULL,
                                 0, -1, FOLLI_HAIRLINE_HEIGHT_RANGE },
  [FOLLI_HAIRLINE_RECESSION_MM]
  = { "recession-mm", "", "", FOLLI_TYPE_DOUBLE, NULL, 0, -1,
      FOLLI_HAIRLINE_RECESSION_RANGE },
  [FOLLI_HAIRLINE_WIDTH_MM] = { "width-mm", "", "", FOLLI_TYPE_DOUBLE, NULL, 0,
                                -1, FOLLI_HAIRLINE_WIDTH_RANGE },
  [FOLLI_HAIRLINE_LANDMARKS]
  = { "landmarks", "", "", FOLLI_TYPE_STRING, "sample-points", 0, -1 },
  [FOLLI_HAIRLINE_NAME]
  = { "name", "", "", FOLLI_TYPE_STRING, "hairline", 0, -1 },
  [FOLLI_HAIRLINE_ASYMMETRY_MM]
  = { "asymmetry-mm", "", "", FOLLI_TYPE_DOUBLE, NULL, 0, -1,
      FOLLI_HAIRLINE_ASYMMETRY_RANGE },
  [FOLLI_HAIRLINE_SEED]
  = { "seed", "", "", FOLLI_TYPE_INT, NULL, 0, -1, 0, G_MAXINT },
};

const FolliProcedure folli_hairline_procedure = {
  .name = "plug-in-follicle-hairline",
  .arguments = ARGUMENTS,
  .n_arguments = FOLLI_HAIRLINE_N_ARGUMENTS,
};

const char *
folli_hairline_get_name (const FolliSettings *settings)
{
  return settings->text[FOLLI_HAIRLINE_NAME];
}
