/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/label.h"

static const struct
{
  const char *label;
  const char *plain;
} LABELS[] = {
  { "_Density", "Density" },        { "ال_كثافة", "الكثافة" },
  { "密度(_D)", "密度" },           { "毛包ドット(_F)...", "毛包ドット..." },
  { "長さ (mm)(_L)", "長さ (mm)" }, { "Length (mm)", "Length (mm)" },
};

static void
loses_its_mnemonic_alone (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (LABELS); i++)
    {
      g_autofree char *plain = folli_label_get_plain (LABELS[i].label);

      g_assert_cmpstr (plain, ==, LABELS[i].plain);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/label/loses-its-mnemonic-alone", loses_its_mnemonic_alone);
  return g_test_run ();
}
