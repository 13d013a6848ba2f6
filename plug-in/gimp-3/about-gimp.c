/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/about-gimp.h"

#include <libgimp/gimp.h>

char *
folli_gimp_get_version (void)
{
  g_autofree char *version = gimp_version ();
  g_auto (GStrv) numbers = g_strsplit (version, ".", 3);

  return g_strjoin (".", numbers[0], numbers[1], NULL);
}

GStrv
folli_gimp_list_plug_in_folders (void)
{
  g_autofree char *path = gimp_gimprc_query ("plug-in-path");
  g_autolist (GFile) folders
      = path ? gimp_config_path_expand_to_files (path, NULL) : NULL;
  GStrvBuilder *names = g_strv_builder_new ();
  GStrv         list;

  for (GList *link = folders; link; link = link->next)
    {
      g_autofree char *name = g_file_get_path (link->data);

      g_strv_builder_add (names, name);
    }
  list = g_strv_builder_end (names);
  g_strv_builder_unref (names);
  return list;
}

/* Only what has pixels can be asked what may be put onto it. */
gboolean
folli_gimp_has_operation (const char *operation)
{
  GimpImage *image = gimp_image_new (8, 8, GIMP_RGB);
  GimpLayer *layer = gimp_layer_new (image, operation, 8, 8, GIMP_RGBA_IMAGE,
                                     100, GIMP_LAYER_MODE_NORMAL);
  GimpDrawableFilter *probe;
  gboolean            is_known;

  gimp_image_insert_layer (image, layer, NULL, 0);
  probe = gimp_drawable_filter_new (GIMP_DRAWABLE (layer), operation, "");
  is_known = probe != NULL;
  if (is_known)
    gimp_drawable_filter_delete (probe);
  gimp_image_delete (image);
  return is_known;
}
