/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "point-set.h"

#include "hash.h"

typedef struct
{
  guint64 seed;
  gint32  x;
  gint32  y;
} Place;

typedef struct
{
  Place      place; /* first, so that an entry is its own key */
  FolliTile *tile;
} Entry;

/* The one thing that the engine remembers. */
static struct
{
  GMutex      lock;
  GHashTable *entries;
  GQueue      by_age; /* oldest at the head */
  gsize       n_bytes;
} cache;

static guint
hash_place (gconstpointer key)
{
  const Place *place = key;

  return (guint)folli_hash_place (place->seed, place->x, place->y, 0);
}

static gboolean
places_equal (gconstpointer a, gconstpointer b)
{
  const Place *p = a, *q = b;

  return p->seed == q->seed && p->x == q->x && p->y == q->y;
}

static void
drop_entry (Entry *entry)
{
  cache.n_bytes -= folli_tile_get_size (entry->tile);
  g_hash_table_remove (cache.entries, &entry->place);
  folli_tile_unref (entry->tile);
  g_free (entry);
}

static void
insert_entry (Place place, FolliTile *tile)
{
  Entry *entry = g_new (Entry, 1);

  *entry = (Entry){ place, g_atomic_rc_box_acquire (tile) };
  g_hash_table_insert (cache.entries, &entry->place, entry);
  g_queue_push_tail (&cache.by_age, entry);
  cache.n_bytes += folli_tile_get_size (tile);
  while (cache.n_bytes > FOLLI_POINT_SET_BYTES && cache.by_age.length > 1)
    drop_entry (g_queue_pop_head (&cache.by_age));
}

FolliTile *
folli_point_set_tile (guint64 seed,
                      gint32  tile_x,
                      gint32  tile_y,
                      guint   n_levels)
{
  const Place place = { seed, tile_x, tile_y };
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (FolliTile) tile = NULL;
  Entry *entry;

  g_mutex_lock (&cache.lock);
  if (cache.entries == NULL)
    cache.entries = g_hash_table_new (hash_place, places_equal);
  entry = g_hash_table_lookup (cache.entries, &place);
  if (entry != NULL && entry->tile->n_levels >= n_levels)
    tile = g_atomic_rc_box_acquire (entry->tile);
  g_mutex_unlock (&cache.lock);
  if (tile != NULL)
    return g_steal_pointer (&tile);

  /* Filled outside the lock: another thread may do the same work meanwhile,
   * but none has to wait for a tile that it does not need. */
  tile = folli_tile_new (seed, tile_x, tile_y, n_levels);

  locker = g_mutex_locker_new (&cache.lock);
  entry = g_hash_table_lookup (cache.entries, &place);
  if (entry != NULL && entry->tile->n_levels >= n_levels)
    return g_atomic_rc_box_acquire (entry->tile);
  if (entry != NULL)
    {
      g_queue_remove (&cache.by_age, entry);
      drop_entry (entry);
    }
  insert_entry (place, tile);
  return g_steal_pointer (&tile);
}

void
folli_point_set_forget (void)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&cache.lock);

  while (cache.by_age.length > 0)
    drop_entry (g_queue_pop_head (&cache.by_age));
}

guint
folli_point_set_levels (double density_per_cm2)
{
  double density = FOLLI_POINTS_PER_CM2;
  guint  n_levels = FOLLI_TILE_LEVELS;

  while (n_levels > 1 && density_per_cm2 <= density / 4)
    {
      density /= 4;
      n_levels--;
    }
  return n_levels;
}
