/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/sheet/text.h"

/* Half a line of a caption. Chosen by eye. */
#define MOST_CHARACTERS 40

#define ELLIPSIS "\342\200\246"
#define JOINER 0x200D

/* Marks of the way a text runs, isolates around what may run the other way.
   Source: Unicode Standard Annex 9. */
#define LEFT_TO_RIGHT_MARK "\342\200\216"
#define RIGHT_TO_LEFT_MARK "\342\200\217"
#define FIRST_STRONG_ISOLATE "\342\201\250"
#define POP_ISOLATE "\342\201\251"

/* What turns all that comes after it, or the marks that we set ourselves. */
static gboolean
turns_text (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069)
         || c == 0x200E || c == 0x200F || c == 0x061C;
}

/* Lines and paragraphs end with separators, too. */
static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0x2028
         || c == 0x2029;
}

static gboolean
is_of_right_to_left_script (gunichar c)
{
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF)
         || (c >= 0xFE70 && c <= 0xFEFE) || (c >= 0x10800 && c <= 0x10FFF)
         || (c >= 0x1E800 && c <= 0x1EFFF);
}

gboolean
folli_text_is_right_to_left (const char *text)
{
  while (*text && !g_unichar_isalpha (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return is_of_right_to_left_script (g_utf8_get_char (text));
}

static gboolean
runs_otherwise (const char *name, gboolean is_right_to_left)
{
  for (; *name; name = g_utf8_next_char (name))
    {
      const gunichar c = g_utf8_get_char (name);

      if (g_unichar_isalpha (c)
          && is_of_right_to_left_script (c) != is_right_to_left)
        return TRUE;
    }
  return FALSE;
}

static char *
put_on_one_line (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  GString         *line = g_string_new (NULL);

  for (const char *c = valid; *c; c = g_utf8_next_char (c))
    {
      const gunichar character = g_utf8_get_char (c);

      if (!is_blank (character) && !turns_text (character))
        g_string_append_unichar (line, character);
      else if (is_blank (character) && line->len > 0
               && line->str[line->len - 1] != ' ')
        g_string_append_c (line, ' ');
    }
  return g_strchomp (g_string_free (line, FALSE));
}

char *
folli_text_cut (const char *text, glong n_characters)
{
  const char      *end = g_utf8_offset_to_pointer (text, n_characters);
  g_autofree char *part = NULL;

  while (end > text
         && (g_unichar_iszerowidth (g_utf8_get_char (end))
             || g_utf8_get_char (g_utf8_prev_char (end)) == JOINER))
    end = g_utf8_prev_char (end);
  part = g_strndup (text, end - text);
  return g_strconcat (g_strchomp (part), ELLIPSIS, NULL);
}

char *
folli_text_get_name (const char *name, gboolean is_right_to_left)
{
  g_autofree char *line = put_on_one_line (name);
  g_autofree char *shown = g_utf8_strlen (line, -1) > MOST_CHARACTERS
                               ? folli_text_cut (line, MOST_CHARACTERS - 1)
                               : g_strdup (line);

  if (!runs_otherwise (shown, is_right_to_left))
    return g_steal_pointer (&shown);
  return g_strconcat (is_right_to_left ? RIGHT_TO_LEFT_MARK
                                       : LEFT_TO_RIGHT_MARK,
                      FIRST_STRONG_ISOLATE, shown, POP_ISOLATE, NULL);
}
