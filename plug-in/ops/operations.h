/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Registers those of the operations that GEGL does not know yet, so that the
 * same objects serve in a GEGL module and linked into a program. @module is
 * the module they live in, or NULL for the program itself. */
void folli_operations_register (GTypeModule *module);

G_END_DECLS
