/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/label.h"

char *
folli_label_get_plain (const char *label)
{
  g_autoptr (GRegex) mnemonic = g_regex_new ("\\(_.\\)|_", 0, 0, NULL);

  return g_regex_replace_literal (mnemonic, label, -1, 0, "", 0, NULL);
}
