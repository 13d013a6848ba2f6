/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/check.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "follicle/error.h"
#include "gimp/kept-mask.h"
#include "gimp/layer.h"
#include "gimp/place.h"

static gboolean
check_image (const FolliFacts *facts, GError **error)
{
  const char *reason;

  if (facts->is_indexed)
    reason = _ ("The image is indexed; RGB and grayscale images are allowed. "
                "Convert it with Image > Mode > RGB");
  else if (facts->has_floating_selection)
    reason = _ ("The image has a floating selection; anchor it first");
  else if (!facts->has_layers)
    reason = _ ("The image has no layer");
  else if (!facts->has_photo)
    reason
        = _ ("A channel is selected, and no layer; select the photo's layer");
  else
    return TRUE;

  g_set_error_literal (error, FOLLI_ERROR, FOLLI_ERROR_IMAGE, reason);
  return FALSE;
}

static gboolean
check_merge (const FolliFacts *facts, GError **error)
{
  const char *reason;

  if (facts->is_channel)
    reason = _ ("the drawable is not a layer");
  else if (facts->is_group)
    reason = _ ("the layer is a group");
  else if (facts->is_locked)
    reason = _ ("the layer's pixels are locked");
  else
    return TRUE;

  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_IMAGE,
               _ ("Output \"merged\" is not possible: %s"), reason);
  return FALSE;
}

static gboolean
check_effect (const FolliFacts *facts, GError **error)
{
  if (!facts->has_effects)
    g_set_error_literal (error, FOLLI_ERROR, FOLLI_ERROR_UNKNOWN,
                         _ ("Output \"effect\" needs GIMP 3; here auto, "
                            "layers, layer and merged are allowed"));
  else if (!facts->knows_operations)
    g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_HOST,
                 _ ("GIMP does not know the operation %s: install the "
                    "GEGL module that belongs to this plug-in"),
                 "follicle:dots");
  return facts->has_effects && facts->knows_operations;
}

gboolean
folli_check_output (FolliHost *host, FolliOutput output, GError **error)
{
  FolliFacts facts;

  folli_host_get_facts (host, &facts);
  if (!check_image (&facts, error))
    return FALSE;
  if (output == FOLLI_OUTPUT_MERGED)
    return check_merge (&facts, error);
  return output != FOLLI_OUTPUT_EFFECT || check_effect (&facts, error);
}

/* 'Mask "channel:a" is not in the image, which has: b, c' */
static void
set_missing_error (const char        *kind,
                   const char        *name,
                   const char *const *names,
                   GError           **error)
{
  g_autofree char *all = g_strjoinv (", ", (char **)names);

  if (*names)
    g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                 _ ("Mask \"%s:%s\" is not in the image, which has: %s"), kind,
                 name, all);
  else
    g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                 _ ("Mask \"%s:%s\" is not in the image, which has none of "
                    "that kind"),
                 kind, name);
}

static void
set_named_error (FolliHost    *host,
                 FolliMaskKind kind,
                 const char   *name,
                 GError      **error)
{
  static const char *const KINDS[] = { [FOLLI_MASK_CHANNEL] = "channel",
                                       [FOLLI_MASK_PATH] = "path",
                                       [FOLLI_MASK_LAYER] = "layer" };
  g_auto (GStrv) names = folli_host_list_names (host, kind);

  if (kind == FOLLI_MASK_PATH
      && g_strv_contains ((const char *const *)names, name))
    g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                 _ ("Mask \"path:%s\" is empty: it encloses nothing of the "
                    "image"),
                 name);
  else
    set_missing_error (KINDS[kind], name, (const char *const *)names, error);
}

static gboolean
is_own (FolliHost *host, FolliMaskKind kind, const char *name)
{
  const int        own = folli_host_get_own (host);
  g_autofree char *own_name = NULL;

  if (kind != FOLLI_MASK_LAYER || own == FOLLI_NO_LAYER)
    return FALSE;
  own_name = folli_layer_get_name (own);
  return strcmp (name, own_name) == 0;
}

/* Sets @pixels to NULL where none is kept. */
static gboolean
get_kept (FolliHost *host, GeglBuffer **pixels, GError **error)
{
  g_auto (FolliKeptMask) kept = { NULL };

  if (!folli_kept_mask_read (host, folli_host_get_own (host), &kept, error))
    return FALSE;
  *pixels = kept.pixels ? folli_place_buffer (g_steal_pointer (&kept.pixels),
                                              kept.shift_x, kept.shift_y)
                        : NULL;
  return TRUE;
}

/* What is made anew of itself is made of the mask that it keeps, if it does:
   its own pixels are dots. */
GeglBuffer *
folli_check_get_mask (FolliHost    *host,
                      FolliMaskKind kind,
                      const char   *name,
                      GError      **error)
{
  GeglBuffer *pixels = NULL;

  if (is_own (host, kind, name) && !get_kept (host, &pixels, error))
    return NULL;
  if (!pixels)
    pixels = folli_host_get_mask (host, kind, name);
  if (pixels)
    return pixels;
  if (kind == FOLLI_MASK_SELECTION)
    g_set_error_literal (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                         _ ("Mask \"selection\": nothing is selected"));
  else if (kind == FOLLI_MASK_LAYER_MASK)
    g_set_error_literal (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                         _ ("Mask \"layer-mask\": the layer has none"));
  else
    set_named_error (host, kind, name, error);
  return NULL;
}

gboolean
folli_check_reach (FolliHost *host, const FolliMask *mask, GError **error)
{
  const GeglRectangle photo = folli_layer_get_box (folli_host_get_layer (host));

  if (gegl_rectangle_intersect (NULL, &photo, &mask->box))
    return TRUE;
  g_set_error_literal (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                       _ ("The mask does not touch the layer that it is to be "
                          "merged into"));
  return FALSE;
}
