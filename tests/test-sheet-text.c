/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/sheet/text.h"

#define ISOLATED(name) "\u2068" name "\u2069"

/* What a user may call a look, and how it stands in a sentence of a language
   that runs to the right, and of one that runs to the left. */
static const struct
{
  const char *name;
  const char *in_english;
  const char *in_arabic;
} NAMES[] = {
  { "Buzz cut", "Buzz cut", "\u200F" ISOLATED ("Buzz cut") },
  { "طبيعي", "\u200E" ISOLATED ("طبيعي"), "طبيعي" },
  { "<b>&amp; %s%n", "<b>&amp; %s%n", "\u200F" ISOLATED ("<b>&amp; %s%n") },
  { " two\n\tlines\r\n", "two lines", "\u200F" ISOLATED ("two lines") },
  { "one\u2029two\xc2\x85\x07", "one two", "\u200F" ISOLATED ("one two") },
  { "\u202Eturned\u2066", "turned", "\u200F" ISOLATED ("turned") },
  { "\xff\xfe 1", "\uFFFD\uFFFD 1", "\uFFFD\uFFFD 1" },
  { "2 %", "2 %", "2 %" },
  { "", "", "" },
};

static void
stands_within_a_sentence (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (NAMES); i++)
    {
      g_autofree char *english = folli_text_get_name (NAMES[i].name, FALSE);
      g_autofree char *arabic = folli_text_get_name (NAMES[i].name, TRUE);

      g_assert_cmpstr (english, ==, NAMES[i].in_english);
      g_assert_cmpstr (arabic, ==, NAMES[i].in_arabic);
    }
}

/* Repeats a piece, and has the name shortened. */
static char *
show_long (const char *start, const char *piece)
{
  g_autoptr (GString) name = g_string_new (start);

  for (int i = 0; i < 200; i++)
    g_string_append (name, piece);
  return folli_text_get_name (name->str, FALSE);
}

static void
is_no_longer_than_half_a_line (void)
{
  g_autofree char *words = show_long ("", "long ");
  g_autofree char *letters = show_long ("", "x");

  g_assert_cmpstr (words, ==, "long long long long long long long long…");
  g_assert_cmpint (g_utf8_strlen (letters, -1), ==, 40);
  g_assert_true (g_str_has_suffix (letters, "x…"));
}

/* A letter with its accent, a family of four. */
static void
ends_with_a_whole_character (void)
{
  g_autofree char *accents = show_long ("", "e\u0301");
  g_autofree char *families
      = show_long ("12345", "\U0001F468\u200D\U0001F469\u200D\U0001F467");

  g_assert_true (g_str_has_suffix (accents, "e\u0301…"));
  g_assert_true (g_str_has_suffix (families, "\U0001F467…"));
  g_assert_true (g_utf8_validate (families, -1, NULL));
}

static void
runs_as_its_first_letter_does (void)
{
  g_assert_true (folli_text_is_right_to_left ("12. שלום"));
  g_assert_true (folli_text_is_right_to_left ("محاكاة"));
  g_assert_false (folli_text_is_right_to_left ("12. View, ש"));
  g_assert_false (folli_text_is_right_to_left ("12."));
  g_assert_false (folli_text_is_right_to_left ("毛包"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-text/name/stands-within-a-sentence",
                   stands_within_a_sentence);
  g_test_add_func ("/sheet-text/name/is-no-longer-than-half-a-line",
                   is_no_longer_than_half_a_line);
  g_test_add_func ("/sheet-text/name/ends-with-a-whole-character",
                   ends_with_a_whole_character);
  g_test_add_func ("/sheet-text/runs-as-its-first-letter-does",
                   runs_as_its_first_letter_does);
  return g_test_run ();
}
