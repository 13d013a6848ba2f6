/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gegl-plugin.h>

#include "installation.h"
#include "operations.h"

G_MODULE_EXPORT const GeglModuleInfo *gegl_module_query (GTypeModule *module);
G_MODULE_EXPORT gboolean gegl_module_register (GTypeModule *module);

static const GeglModuleInfo MODULE_INFO = { GEGL_MODULE_ABI_VERSION };

const GeglModuleInfo *
gegl_module_query (GTypeModule *module)
{
  return &MODULE_INFO;
}

gboolean
gegl_module_register (GTypeModule *module)
{
  folli_installation_bind_translations ();
  folli_operations_register (module);
  return TRUE;
}
