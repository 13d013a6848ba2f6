/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/dialog/number.h"

#include <string.h>

/* Decimal signs, the Arabic one among them. */
static gboolean
is_decimal_sign (gunichar c)
{
  return c == '.' || c == ',' || c == 0x066b;
}

static gboolean
is_of_a_number (gunichar c)
{
  return g_unichar_isdigit (c) || is_decimal_sign (c) || c == '-' || c == '+'
         || c == ' ';
}

/* GTK itself takes words, and drops them without a word when the field is
   left. */
static void
refuse_words (GtkEditable *field, const char *text, int n_bytes, int *position)
{
  const char *end = text + (n_bytes < 0 ? (int)strlen (text) : n_bytes);

  for (; text < end; text = g_utf8_next_char (text))
    if (!is_of_a_number (g_utf8_get_char (text)))
      {
        g_signal_stop_emission_by_name (field, "insert-text");
        gtk_widget_error_bell (GTK_WIDGET (field));
        return;
      }
}

/* In the notation of C. */
static char *
transcribe (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (; *text; text = g_utf8_next_char (text))
    {
      const gunichar c = g_utf8_get_char (text);

      if (is_decimal_sign (c))
        g_string_append_c (plain, '.');
      else if (g_unichar_isdigit (c))
        g_string_append_c (plain, '0' + g_unichar_digit_value (c));
      else
        g_string_append_unichar (plain, c);
    }
  return g_strstrip (g_string_free (plain, FALSE));
}

static int
read_number (GtkSpinButton *field, double *value)
{
  g_autofree char *plain = transcribe (gtk_entry_get_text (GTK_ENTRY (field)));
  char            *end;

  *value = g_ascii_strtod (plain, &end);
  return *plain && !*end ? TRUE : GTK_INPUT_ERROR;
}

void
folli_number_guard (GtkWidget *field)
{
  g_signal_connect (field, "insert-text", G_CALLBACK (refuse_words), NULL);
  g_signal_connect (field, "input", G_CALLBACK (read_number), NULL);
}
