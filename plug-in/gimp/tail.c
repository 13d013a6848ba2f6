/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/tail.h"

#include <string.h>

/* The word at the start or behind a space, or NULL. */
static const char *
find_word (const char *text, const char *word)
{
  const char *found = strstr (text, word);

  while (found && found != text && found[-1] != ' ')
    found = strstr (found + 1, word);
  return found;
}

void
folli_tail_split (const char      *text,
                  const FolliTail *tail,
                  char           **head,
                  char           **rest)
{
  g_autofree char *word = g_strconcat (tail->word, "=", NULL);
  const char      *found = find_word (text, word);

  *head = g_strchomp (found ? g_strndup (text, found - text) : g_strdup (text));
  *rest = g_strstrip (g_strdup (found ? found + strlen (word) : ""));
}

char *
folli_tail_join (const char *head, const FolliTail *tail, const char *rest)
{
  if (!*rest)
    return g_strdup (head);
  return g_strconcat (head, *head ? " " : "", tail->word, "=", rest, NULL);
}
