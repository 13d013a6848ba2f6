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
  g_autofree char *expanded
      = path ? gimp_config_path_expand (path, FALSE, NULL) : NULL;

  return g_strsplit (expanded ? expanded : "", G_SEARCHPATH_SEPARATOR_S, -1);
}

/* 2.10 has no procedure that would tell. */
gboolean
folli_gimp_has_operation (const char *operation)
{
  return TRUE;
}
