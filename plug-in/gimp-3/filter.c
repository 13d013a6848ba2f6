/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "filter.h"

GimpDrawableFilter *
folli_filter_find (GimpLayer *layer, const char *operation)
{
  g_autofree GimpDrawableFilter **filters
      = gimp_drawable_get_filters (GIMP_DRAWABLE (layer));

  for (int i = 0; filters && filters[i]; i++)
    {
      g_autofree char *name
          = gimp_drawable_filter_get_operation_name (filters[i]);

      if (g_strcmp0 (name, operation) == 0)
        return filters[i];
    }
  return NULL;
}

/* GIMP renders effects in its own process, which does not see the operations
   that this one is linked with. */
gboolean
folli_filter_is_known (FolliHost *host)
{
  GimpDrawableFilter *probe
      = gimp_drawable_filter_new (GIMP_DRAWABLE (host->layer), FOLLI_DOTS, "");

  if (!probe)
    return FALSE;
  gimp_drawable_filter_delete (probe);
  return TRUE;
}
