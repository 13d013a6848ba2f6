/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/sheet/order.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "follicle/error.h"
#include "gimp/sheet/images.h"
#include "gimp/sheet/logo.h"
#include "gimp/sheet/text.h"
#include "gimp/tail.h"

#define MOST_CHARACTERS 4000

enum
{
  LAYOUT,
  LOOKS,
  TITLE,
  NOTE,
  PAPER,
  FILE_NAME,
  N_ARGUMENTS = FOLLI_ORDER_N_ARGUMENTS
};

/* In the order of FolliLayout. */
static const FolliChoice LAYOUTS[] = {
  { "before-after", N_ ("Before and after") },
  { "sessions", N_ ("Before and the three sessions") },
  { "years", N_ ("Healed, one, three, five years") },
  { "views", N_ ("Views: all open images with dots") },
  { NULL },
};

static const FolliChoice PAPER_CHOICES[] = {
  { "a4", N_ ("A4") },
  { "letter", N_ ("Letter") },
  { "screen", N_ ("Screen") },
  { NULL },
};

/* Source: doc/numbers.md, "Sheets". */
static const FolliPaper PAPERS[] = {
  { "a4", 210, 297, 12, TRUE, 300 },
  { "letter", 215.9, 279.4, 12, TRUE, 300 },
  { "screen", 338.6666666666667, 190.5, 8, FALSE, 144 },
};

static const FolliTail LOGO = {
  "logo",
  N_ ("Lo_go"),
  N_ ("File with the clinic's logo"),
  FOLLI_HINT_OPEN,
};

static const FolliTail LABEL = {
  "label",
  N_ ("L_abel"),
  /* xgettext:no-c-format */
  /* xgettext:no-c-format */
  N_ ("What advertising law wants in the upper left corner of each panel that "
      "was changed, over 7 % of it: a text, or a file with a picture"),
  FOLLI_HINT_OPEN,
};

/* clang-format off */
const FolliArgument folli_order_arguments[N_ARGUMENTS] = {
  [LAYOUT] = {
    "layout", N_("La_yout"),
    N_("What to compare: \"before-after\", \"sessions\" (before and the three "
       "sessions), \"years\" (healed, one, three, five years) or \"views\" "
       "(all open images with dots, before and after)"),
    FOLLI_TYPE_STRING, "before-after", 0, -1, 0, 0, LAYOUTS },
  [LOOKS] = {
    "looks", N_("Loo_ks"),
    N_("Ids of looks, with commas between them, to show in place of the one "
       "that the image has; empty: that one"),
    FOLLI_TYPE_STRING, "", 0, -1 },
  [TITLE] = {
    "title", N_("_Title"),
    N_("The clinic's name; behind it, after \" logo=\", a file with its logo"),
    FOLLI_TYPE_STRING, "", 0, -1, 0, 0, NULL, FOLLI_HINT_NONE, &LOGO },
  [NOTE] = {
    "note", N_("_Note"),
    N_("What else the sheet says; behind it, after \" label=\", a label for "
       "the upper left corner of each panel that was changed"),
    FOLLI_TYPE_STRING, "", 0, -1, 0, 0, NULL, FOLLI_HINT_NONE, &LABEL, TRUE },
  [PAPER] = {
    "paper", N_("_Paper"),
    N_("\"a4\", \"letter\", or \"screen\", 1920 × 1080 pixels"),
    FOLLI_TYPE_STRING, "a4", 0, -1, 0, 0, PAPER_CHOICES },
  [FILE_NAME] = {
    "file", N_("F_ile"),
    N_("File to write, .pdf or .png, or a folder to put a PDF into; empty: a "
       "new image"),
    FOLLI_TYPE_STRING, "", 0, -1, 0, 0, NULL, FOLLI_HINT_SAVE, NULL, TRUE },
};
/* clang-format on */

void
folli_order_clear (FolliOrder *order)
{
  g_clear_pointer (&order->looks, g_strfreev);
  g_clear_pointer (&order->file, g_free);
  g_clear_pointer (&order->title, g_free);
  g_clear_pointer (&order->note, g_free);
  g_clear_pointer (&order->label, g_free);
  g_clear_pointer (&order->logo, cairo_surface_destroy);
  g_clear_pointer (&order->label_picture, cairo_surface_destroy);
}

static gboolean
take_layout (const char *text, FolliOrder *order, GError **error)
{
  for (int i = 0; LAYOUTS[i].value; i++)
    if (strcmp (text, LAYOUTS[i].value) == 0)
      {
        order->layout = i;
        return TRUE;
      }
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_UNKNOWN,
               _ ("Layout \"%s\" is none of before-after, sessions, years and "
                  "views"),
               text);
  return FALSE;
}

static gboolean
take_paper (const char *text, FolliOrder *order, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (PAPERS); i++)
    if (strcmp (text, PAPERS[i].name) == 0)
      {
        order->paper = &PAPERS[i];
        return TRUE;
      }
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_UNKNOWN,
               _ ("Paper \"%s\" is none of a4, letter and screen"), text);
  return FALSE;
}

static void
take_looks (const char *text, FolliOrder *order)
{
  g_auto (GStrv) parts = g_strsplit (text, ",", -1);
  GPtrArray *looks = g_ptr_array_new ();

  for (int i = 0; parts[i]; i++)
    if (*g_strstrip (parts[i]))
      g_ptr_array_add (looks, g_strdup (parts[i]));
  g_ptr_array_add (looks, NULL);
  order->looks = (char **)g_ptr_array_free (looks, FALSE);
}

/* In a folder, the sheet is called like its image. */
static char *
find_file (FolliHost *host, const char *text)
{
  g_autofree char *name = NULL;
  g_autofree char *file = NULL;
  char            *dot;

  if (!g_str_has_suffix (text, G_DIR_SEPARATOR_S)
      && !g_file_test (text, G_FILE_TEST_IS_DIR))
    return g_strdup (text);
  name = g_strdelimit (folli_host_get_name (host), "/\\:", '-');
  dot = strrchr (name, '.');
  if (dot && dot != name)
    *dot = '\0';
  file = g_strconcat (name, "-sheet.pdf", NULL);
  return g_build_filename (text, file, NULL);
}

/* Before anything is drawn, which takes long. */
static gboolean
check_folder (const char *file, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (file);
  const gboolean   is_file = g_file_test (folder, G_FILE_TEST_EXISTS)
                           && !g_file_test (folder, G_FILE_TEST_IS_DIR);
  const char *reason = is_file ? g_strerror (ENOTDIR) : NULL;

  if (!is_file && g_access (folder, W_OK | X_OK) == 0)
    return TRUE;
  if (!reason)
    reason = g_strerror (errno);
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_FILE,
               _ ("File \"%s\" cannot be written: %s"), file, reason);
  return FALSE;
}

static gboolean
take_file (FolliHost *host, const char *text, FolliOrder *order, GError **error)
{
  g_autofree char *lower = NULL;

  if (!*text)
    return TRUE;
  order->file = find_file (host, text);
  lower = g_ascii_strdown (order->file, -1);
  order->is_pdf = g_str_has_suffix (lower, ".pdf");
  if (order->is_pdf || g_str_has_suffix (lower, ".png"))
    return check_folder (order->file, error);
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_FILE,
               _ ("File \"%s\" has to end with .pdf or .png"), order->file);
  return FALSE;
}

/* A script of 2.10 hands over whatever bytes it has. What no page can hold
   would only be measured again and again. */
static void
bound (char **text)
{
  char *valid = g_utf8_make_valid (*text, -1);

  g_free (*text);
  *text = valid;
  if (g_utf8_strlen (valid, -1) <= MOST_CHARACTERS)
    return;
  *text = folli_text_cut (valid, MOST_CHARACTERS);
  g_free (valid);
}

static gboolean
take_logo (const char *text, FolliOrder *order, GError **error)
{
  g_autofree char *file = NULL;

  folli_tail_split (text, &LOGO, &order->title, &file);
  bound (&order->title);
  if (!*file)
    return TRUE;
  order->logo = folli_logo_load (file, error);
  return order->logo != NULL;
}

/* A label is a picture if there is a file of that name. */
static gboolean
take_label (const char *text, FolliOrder *order, GError **error)
{
  folli_tail_split (text, &LABEL, &order->note, &order->label);
  bound (&order->note);
  if (!g_file_test (order->label, G_FILE_TEST_IS_REGULAR))
    {
      bound (&order->label);
      return TRUE;
    }
  order->label_picture = folli_logo_load (order->label, error);
  return order->label_picture != NULL;
}

gboolean
folli_order_take (FolliHost           *host,
                  const FolliSettings *settings,
                  FolliOrder          *order,
                  GError             **error)
{
  take_looks (settings->text[LOOKS], order);
  return take_layout (settings->text[LAYOUT], order, error)
         && take_paper (settings->text[PAPER], order, error)
         && take_file (host, settings->text[FILE_NAME], order, error)
         && take_logo (settings->text[TITLE], order, error)
         && take_label (settings->text[NOTE], order, error);
}
