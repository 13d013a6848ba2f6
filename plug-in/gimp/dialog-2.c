/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog-2.h"

#include <glib/gi18n-lib.h>
#include <libgimp/gimpui.h>

gboolean
folli_dialog_run (FolliHost          *host,
                  const FolliPresets *presets,
                  FolliSettings      *settings)
{
  return FALSE;
}
