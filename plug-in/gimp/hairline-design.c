/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "follicle/error.h"
#include "gimp/hairline.h"

static gboolean
is_name_of (const char *word, const FolliArgument *argument)
{
  const char *equals = strchr (word, '=');

  return equals && strncmp (argument->name, word, equals - word) == 0
         && argument->name[equals - word] == '\0';
}

/* One word after a template: the name of an argument that has no position, =
   and a number. */
static gboolean
read_word (const char *word, FolliSettings *settings, GError **error)
{
  const FolliProcedure *procedure = settings->procedure;
  char                 *end = NULL;
  int                   id = procedure->n_arguments - procedure->n_named;
  double                number;

  while (id < procedure->n_arguments
         && !is_name_of (word, &procedure->arguments[id]))
    id++;
  if (id < procedure->n_arguments)
    {
      number = g_ascii_strtod (strchr (word, '=') + 1, &end);
      if (end[-1] != '=' && *end == '\0')
        {
          settings->number[id] = number;
          return TRUE;
        }
    }
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_UNKNOWN,
               _ ("Template: \"%s\" is neither asymmetry-mm nor seed, = and a "
                  "number"),
               word);
  return FALSE;
}

gboolean
folli_hairline_settle (FolliSettings *settings, GError **error)
{
  g_auto (GStrv) words
      = g_strsplit (settings->text[FOLLI_HAIRLINE_TEMPLATE], " ", -1);

  for (int i = 1; words[0] && words[i]; i++)
    if (*words[i] && !read_word (words[i], settings, error))
      return FALSE;
  folli_settings_set_text (settings, FOLLI_HAIRLINE_TEMPLATE, words[0]);
  return folli_settings_check (settings, error);
}

gboolean
folli_hairline_read_design (const FolliSettings *settings,
                            FolliHairlineDesign *design,
                            GError             **error)
{
  g_autoptr (FolliSettings) settled = folli_settings_copy (settings);
  FolliHairlineDesign made;

  if (!folli_hairline_settle (settled, error)
      || !folli_hairline_design_make (
          settled->text[FOLLI_HAIRLINE_TEMPLATE],
          settled->number[FOLLI_HAIRLINE_HEIGHT_MM],
          settled->number[FOLLI_HAIRLINE_RECESSION_MM],
          settled->number[FOLLI_HAIRLINE_WIDTH_MM], &made, error))
    return FALSE;
  made.asymmetry_mm = settled->number[FOLLI_HAIRLINE_ASYMMETRY_MM];
  made.seed = settled->number[FOLLI_HAIRLINE_SEED];
  *design = made;
  return TRUE;
}
