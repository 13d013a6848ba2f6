/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "follicle/dot-list.h"
#include "follicle/error.h"
#include "gimp/host.h"
#include "gimp/made.h"
#include "gimp/settings.h"
#include "gimp/sheet/document.h"

enum
{
  FORMAT,
  FILE_NAME,
  N_ARGUMENTS
};

static const FolliChoice FORMATS[] = {
  { "svg", N_ ("SVG, a drawing at true scale") },
  { "csv", N_ ("CSV, a table") },
  { NULL },
};

/* clang-format off */
static const FolliArgument ARGUMENTS[N_ARGUMENTS] = {
  [FORMAT] = {
    "format", N_("_Format"),
    N_("\"svg\", a drawing in millimetres, or \"csv\", a table"),
    FOLLI_TYPE_STRING, "svg", 0, -1, 0, 0, FORMATS },
  [FILE_NAME] = {
    "file", N_("F_ile"),
    N_("Name of the file to write"),
    FOLLI_TYPE_STRING, "", 0, -1, 0, 0, NULL, FOLLI_HINT_SAVE },
};
/* clang-format on */

static const FolliResult RESULTS[] = {
  { "dots", N_ ("Dots"), N_ ("How many dots the file has"), FOLLI_TYPE_INT },
};

/* A thousandth of a millimetre, whatever the locale writes for a point. */
static void
append_number (GString *text, double number)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (text,
                   g_ascii_formatd (digits, sizeof digits, "%.3f", number));
}

static gboolean
is_allowed_in_xml (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r'
         || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

/* Escaping is not enough: XML has no way to write some characters. */
static char *
escape (const char *text)
{
  g_autoptr (GString) allowed = g_string_new (NULL);

  for (const char *c = text; *c; c = g_utf8_next_char (c))
    {
      const gunichar character = g_utf8_get_char (c);

      g_string_append_unichar (
          allowed, is_allowed_in_xml (character) ? character : 0xFFFD);
    }
  return g_markup_escape_text (allowed->str, -1);
}

static void
append_session (GString *text, const FolliMade *made, guint session, double mm)
{
  g_string_append_printf (text, "<g id=\"session-%u\">\n", session);
  for (guint i = 0; i < made->dots->len; i++)
    {
      const FolliPlacedDot *dot
          = &g_array_index (made->dots, FolliPlacedDot, i);

      if (dot->session != session)
        continue;
      g_string_append (text, "<circle cx=\"");
      append_number (text, dot->x * mm);
      g_string_append (text, "\" cy=\"");
      append_number (text, dot->y * mm);
      g_string_append (text, "\" r=\"");
      append_number (text, dot->diameter_mm / 2);
      g_string_append (text, "\"/>\n");
    }
  g_string_append (text, "</g>\n");
}

static GString *
write_svg (FolliHost *host, const FolliMade *made)
{
  const double     mm = 10 / made->recipe.value[FOLLI_PIXELS_PER_CM];
  g_autofree char *name = escape (made->name);
  g_autofree char *note
      = escape (_ ("Simulation. Not a guarantee of results."));
  GString *text = g_string_new ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                                "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                                "width=\"");
  int      width, height;

  folli_host_get_size (host, &width, &height);
  append_number (text, width * mm);
  g_string_append (text, "mm\" height=\"");
  append_number (text, height * mm);
  g_string_append (text, "mm\" viewBox=\"0 0 ");
  append_number (text, width * mm);
  g_string_append (text, " ");
  append_number (text, height * mm);
  g_string_append_printf (text, "\">\n<title>%s</title>\n<desc>%s</desc>\n",
                          name, note);
  for (guint session = 1; session <= FOLLI_SESSIONS_MAX; session++)
    append_session (text, made, session, mm);
  g_string_append (text, "</svg>\n");
  return text;
}

/* Quoted or not, spreadsheets work out whatever begins like a formula, and show
   what has an apostrophe before it as it is. */
static const char *
find_guard (const char *name)
{
  return *name && strchr ("=+-@\t\r\n", *name) ? "'" : "";
}

/* As RFC 4180 has it, except for lines that end as they do on this system. */
static char *
quote (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "\"", -1);
  g_autofree char *doubled = g_strjoinv ("\"\"", parts);

  return g_strdup_printf ("\"%s%s\"", find_guard (name), doubled);
}

static GString *
write_csv (FolliHost *host, const FolliMade *made)
{
  const double     mm = 10 / made->recipe.value[FOLLI_PIXELS_PER_CM];
  g_autofree char *name = quote (made->name);
  GString *text = g_string_new ("x_mm,y_mm,diameter_mm,session,layer\n");

  for (guint i = 0; i < made->dots->len; i++)
    {
      const FolliPlacedDot *dot
          = &g_array_index (made->dots, FolliPlacedDot, i);

      append_number (text, dot->x * mm);
      g_string_append_c (text, ',');
      append_number (text, dot->y * mm);
      g_string_append_c (text, ',');
      append_number (text, dot->diameter_mm);
      g_string_append_printf (text, ",%u,%s\n", dot->session, name);
    }
  return text;
}

static gboolean
check_arguments (const FolliSettings *settings, GError **error)
{
  const char *format = settings->text[FORMAT];

  if (strcmp (format, "svg") != 0 && strcmp (format, "csv") != 0)
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_UNKNOWN,
                   _ ("Format \"%s\" is none of svg and csv"), format);
      return FALSE;
    }
  if (!*settings->text[FILE_NAME])
    {
      g_set_error_literal (error, FOLLI_ERROR, FOLLI_ERROR_FILE,
                           _ ("No file is named"));
      return FALSE;
    }
  return TRUE;
}

static gboolean
export_map (FolliHost           *host,
            const FolliSettings *settings,
            FolliValue          *results,
            GError             **error)
{
  g_auto (FolliMade) made = { NULL };
  g_autoptr (GString) text = NULL;

  if (!check_arguments (settings, error)
      || !folli_made_read (host, &made, error))
    return FALSE;
  text = strcmp (settings->text[FORMAT], "svg") == 0 ? write_svg (host, &made)
                                                     : write_csv (host, &made);
  results[0].number = made.dots->len;
  return folli_document_save (settings->text[FILE_NAME], text->str, text->len,
                              error);
}

static char *
describe (FolliHost *host, const FolliSettings *settings, GError **error)
{
  if (!check_arguments (settings, error))
    return NULL;
  return g_strdup (_ ("Every dot with its place and diameter in millimetres, "
                      "by session."));
}

const FolliProcedure folli_dot_map_procedure = {
  .name = "plug-in-follicle-dot-map",
  .menu_label = N_ ("_Export Dot Map..."),
  .blurb = N_ ("Write the dots of a layer that Follicle made to a file"),
  .help = N_ ("Writes every dot of a layer, group or live effect that Follicle "
              "made: its place in millimetres from the image's corner, its "
              "diameter and its session, as SVG at true scale or as CSV. The "
              "image does not change."),
  .image_types = "RGB*, GRAY*",
  .arguments = ARGUMENTS,
  .n_arguments = N_ARGUMENTS,
  .results = RESULTS,
  .n_results = G_N_ELEMENTS (RESULTS),
  .work = export_map,
  .describe = describe,
};
