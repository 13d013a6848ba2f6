/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/memory.h"

#include <glib/gi18n-lib.h>

#include "follicle/error.h"

#define MB (1 << 20)

/* What the plug-in takes at most beyond what it has when it has read the mask:
 * threads and tiles, and some pictures of the mask's box. Measured as
 * address space in GIMP 2.10: 467 MB for a photo of 0.7 megapixels, 705 and 764
 * for 6, 1132 for 24; and what it has by then is some 350. */
#define ALWAYS_MB 256
#define BYTES_PER_PX 44

gboolean
folli_memory_check (const GeglRectangle *box, GError **error)
{
  const guint64 n_px = (guint64)box->width * box->height;
  const guint64 n_mb = ALWAYS_MB + n_px * BYTES_PER_PX / MB;
  gpointer      tried = g_try_malloc (n_mb * MB);

  if (tried)
    {
      g_free (tried);
      return TRUE;
    }
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_HOST,
               _ ("About %d MB of memory are needed for a mask of this size, "
                  "more than there is. Close other images and programs, or "
                  "take a smaller mask"),
               (int)n_mb);
  return FALSE;
}
