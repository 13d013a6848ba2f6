/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <dlfcn.h>
#include <gegl.h>
#include <gio/gio.h>
#include <string.h>

#include "gimp/mask.h"
#include "operations.h"

/* A photo of 24 megapixels is worked on in some 12 s. What is read, written or
 * looked at between two questions whether it is still wanted is so little that
 * nobody waits for it. */
#define MOST_PX (1 << 20)

/* What is looked at in one go, and before it is asked. */
#define PIECE_PX (128 * 128)

#define WIDTH 2000
#define HEIGHT 1500

static struct
{
  gint   n_questions;
  gint   n_patient;
  gint64 moved_px;
  gint64 most_px;
  gint64 late_px;
} seen;

static void
forget (gint n_patient)
{
  memset (&seen, 0, sizeof seen);
  seen.n_patient = n_patient;
}

static void
count (gint64 n_px)
{
  seen.moved_px += n_px;
  seen.most_px = MAX (seen.most_px, seen.moved_px);
  if (seen.n_questions > seen.n_patient)
    seen.late_px += n_px;
}

/* The functions below stand before the libraries' own for all that is compiled
 * into this program, and for the libraries themselves. */
#pragma GCC visibility push(default)

#define FIND(name) __typeof__ (&name) next = dlsym (RTLD_NEXT, #name)

/* The user cancels just before a question. */
gboolean
g_cancellable_is_cancelled (GCancellable *cancellable)
{
  FIND (g_cancellable_is_cancelled);

  if (cancellable != NULL && !next (cancellable))
    {
      seen.moved_px = 0;
      if (seen.n_questions++ == seen.n_patient)
        g_cancellable_cancel (cancellable);
    }
  return next (cancellable);
}

/* GEGL itself asks nobody. */
static gboolean
is_ours (void *caller)
{
  extern char __executable_start, etext;

  return (char *)caller >= &__executable_start && (char *)caller < &etext;
}

void
gegl_buffer_get (GeglBuffer          *buffer,
                 const GeglRectangle *part,
                 gdouble              scale,
                 const Babl          *format,
                 gpointer             target,
                 gint                 stride,
                 GeglAbyssPolicy      abyss)
{
  FIND (gegl_buffer_get);

  if (is_ours (__builtin_return_address (0)))
    count ((gint64)part->width * part->height);
  next (buffer, part, scale, format, target, stride, abyss);
}

void
gegl_buffer_set (GeglBuffer          *buffer,
                 const GeglRectangle *part,
                 gint                 level,
                 const Babl          *format,
                 gconstpointer        source,
                 gint                 stride)
{
  FIND (gegl_buffer_set);

  if (is_ours (__builtin_return_address (0)))
    count ((gint64)part->width * part->height);
  next (buffer, part, level, format, source, stride);
}

gboolean
gegl_buffer_iterator_next (GeglBufferIterator *iterator)
{
  FIND (gegl_buffer_iterator_next);
  const gboolean is_there = next (iterator);

  if (is_there && is_ours (__builtin_return_address (0)))
    count (iterator->length);
  return is_there;
}

#pragma GCC visibility pop

static GeglBuffer *
new_filled (const char *format, const char *color)
{
  GeglBuffer *buffer = gegl_buffer_new (GEGL_RECTANGLE (0, 0, WIDTH, HEIGHT),
                                        babl_format (format));
  g_autoptr (GObject) fill = G_OBJECT (gegl_color_new (color));

  gegl_buffer_set_color (buffer, NULL, GEGL_COLOR (fill));
  return buffer;
}

static GeglNode *
add_source (GeglNode *graph, GeglBuffer *buffer)
{
  return gegl_node_new_child (graph, "operation", "gegl:buffer-source",
                              "buffer", buffer, NULL);
}

/* All skin, at once. */
static void
find_edges (gint n_patient)
{
  g_autoptr (GeglBuffer) mask = new_filled ("Y' float", "white");
  g_autoptr (GeglBuffer) photo = new_filled ("R'G'B' u8", "#d2a68c");
  g_autoptr (GeglBuffer) map = new_filled ("Y'A float", "black");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GeglNode) graph = gegl_node_new ();
  GeglNode *edges = gegl_node_new_child (graph, "operation", "follicle:edges",
                                         "pixels-per-cm", 150.0, "cancellable",
                                         cancellable, NULL);

  gegl_node_link (add_source (graph, mask), edges);
  gegl_node_connect_to (add_source (graph, photo), "output", edges, "aux");
  forget (n_patient);
  gegl_node_blit_buffer (edges, map, gegl_buffer_get_extent (map), 0,
                         GEGL_ABYSS_NONE);
}

static void
test_edges_ask_often (void)
{
  find_edges (G_MAXINT);
  g_assert_cmpint (seen.n_questions, >, HEIGHT / 128);
  g_assert_cmpint (seen.most_px, >, 0);
  g_assert_cmpint (seen.most_px, <, MOST_PX);
}

/* Once the answer was no, nothing more is read, and nothing written. */
static void
test_edges_end (void)
{
  gint n_questions;

  find_edges (G_MAXINT);
  n_questions = seen.n_questions;
  for (gint n_patient = 0; n_patient < n_questions;
       n_patient += 1 + n_questions / 4)
    {
      find_edges (n_patient);
      g_assert_cmpint (seen.late_px, ==, 0);
    }
}

static gboolean
read_mask (gint n_patient, FolliMask *mask, GError **error)
{
  const GeglRectangle image = { 0, 0, WIDTH, HEIGHT };
  g_autoptr (GeglBuffer) painted = new_filled ("Y u8", "white");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean is_read;

  forget (n_patient);
  g_cancellable_push_current (cancellable);
  is_read = folli_mask_read ("selection", painted, FOLLI_MASK_SELECTION, &image,
                             NULL, mask, error);
  g_cancellable_pop_current (cancellable);
  return is_read;
}

static void
test_mask_asks_often (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (FolliMask) mask = { NULL };

  g_assert_true (read_mask (G_MAXINT, &mask, &error));
  g_assert_no_error (error);
  g_assert_cmpint (seen.most_px, >, 0);
  g_assert_cmpint (seen.most_px, <, MOST_PX);
}

static void
test_mask_ends (void)
{
  gint n_questions;
  g_auto (FolliMask) whole = { NULL };

  g_assert_true (read_mask (G_MAXINT, &whole, NULL));
  n_questions = seen.n_questions;
  for (gint n_patient = 0; n_patient < n_questions;
       n_patient += 1 + n_questions / 4)
    {
      g_autoptr (GError) error = NULL;
      g_auto (FolliMask) mask = { NULL };

      g_assert_false (read_mask (n_patient, &mask, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_null (mask.map);
      g_assert_cmpint (seen.late_px, <=, PIECE_PX);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_object_set (gegl_config (), "application-license", "GPL3", NULL);
  gegl_init (NULL, NULL);
  folli_operations_register (NULL);
  /* what is counted is counted by one thread */
  g_object_set (gegl_config (), "threads", 1, NULL);
  g_test_add_func ("/cancel/edges/little-is-done-between-two-questions",
                   test_edges_ask_often);
  g_test_add_func ("/cancel/edges/nothing-is-done-after-the-answer-was-no",
                   test_edges_end);
  g_test_add_func ("/cancel/mask/little-is-done-between-two-questions",
                   test_mask_asks_often);
  g_test_add_func ("/cancel/mask/nothing-is-done-after-the-answer-was-no",
                   test_mask_ends);
  status = g_test_run ();
  gegl_exit ();
  return status;
}
