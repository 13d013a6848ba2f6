/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <time.h>

#include "fuzz.h"

/* In the place of libFuzzer, for every compiler: tries each file of a folder,
 * and variations of it that are the same in each run. */
enum
{
  MAX_CHANGES = 6
};

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *
list_names (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  GPtrArray  *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  return names;
}

/* In time of the processor, since others may be at work, too */
static void
try_input (const guint8 *data, gsize length, double limit_s)
{
  const clock_t start = clock ();

  LLVMFuzzerTestOneInput (data, length);
  g_assert_cmpfloat ((double)(clock () - start) / CLOCKS_PER_SEC, <, limit_s);
}

/* Other bytes, and perhaps an earlier end */
static gsize
vary (GRand *rand, guint8 *data, gsize length)
{
  const gint n_changes = g_rand_int_range (rand, 1, MAX_CHANGES + 1);

  for (gint i = 0; i < n_changes && length > 0; i++)
    data[g_rand_int (rand) % length] = g_rand_int_range (rand, 0, 256);
  if (length > 0 && g_rand_int_range (rand, 0, 4) == 0)
    length = g_rand_int (rand) % length;
  return length;
}

static void
try_file (const char *path, guint n_variations, double limit_s, GRand *rand)
{
  g_autofree char *data = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  try_input ((guint8 *)data, length, limit_s);
  for (guint i = 0; i < n_variations; i++)
    {
      g_autofree guint8 *varied = g_memdup2 (data, length);
      const gsize        varied_length = vary (rand, varied, length);

      try_input (varied, varied_length, limit_s);
    }
}

/* replay FOLDER VARIATIONS SECONDS: how long each may take at most */
int
main (int argc, char **argv)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  g_autoptr (GPtrArray) names = list_names (argv[1]);
  const guint n_variations = g_ascii_strtoull (argv[2], NULL, 10);

  const double limit_s = g_ascii_strtod (argv[3], NULL);

  LLVMFuzzerInitialize (NULL, NULL);
  g_assert_cmpuint (names->len, >, 0);
  for (guint i = 0; i < names->len; i++)
    {
      const char      *name = g_ptr_array_index (names, i);
      g_autofree char *path = g_build_filename (argv[1], name, NULL);

      /* Left to be seen when the next one ends the process */
      g_printerr ("# %s\n", name);
      try_file (path, n_variations, limit_s, rand);
    }
  g_print ("1..1\nok 1 /fuzz/%u-files/and-variations-of-them-are-well\n",
           names->len);
  return 0;
}
