/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/desk.h"

#include <gio/gio.h>

/* So much is drawn before it is asked whether it is still wanted. */
#define BAND_PX 192

/* One drawing, or a count instead; @number tells it from newer ones of its
   slot, and @cancellable ends it where it is. */
typedef struct
{
  guint         slot;
  guint         number;
  GCancellable *cancellable;
  FolliExcerpt *excerpt;
  gboolean      has_recipe;
  FolliRecipe   recipe;
  guint32       seed;
  GeglRectangle area;
  guchar       *pixels;
  FolliDeskFunc func;
  FolliCount    count;
  gpointer      data;

  FolliDeskCountFunc count_func;
} Drawing;

/* What the threads share is guarded by @mutex. @current is being drawn. */
struct _FolliDesk
{
  GThread   *thread;
  GMutex     mutex;
  GCond      is_wanted;
  gboolean   is_closing;
  guint      n_slots;
  guint     *newest;
  Drawing  **pending;
  Drawing   *current;
  GPtrArray *done;
};

static void
free_drawing (gpointer data)
{
  Drawing *drawing = data;

  g_object_unref (drawing->cancellable);
  folli_excerpt_unref (drawing->excerpt);
  folli_count_clear (&drawing->count);
  g_free (drawing->pixels);
  g_free (drawing);
}

static gboolean
is_stale (FolliDesk *desk, const Drawing *drawing)
{
  return desk->is_closing || desk->newest[drawing->slot] != drawing->number;
}

static gboolean
ask_if_stale (FolliDesk *desk, const Drawing *drawing)
{
  gboolean is_so;

  g_mutex_lock (&desk->mutex);
  is_so = is_stale (desk, drawing);
  g_mutex_unlock (&desk->mutex);
  return is_so;
}

/* The most urgent one that is wanted; NULL when the desk closes. */
static Drawing *
wait_for_work (FolliDesk *desk)
{
  while (!desk->is_closing)
    {
      for (guint slot = 0; slot < desk->n_slots; slot++)
        if (desk->pending[slot])
          return g_steal_pointer (&desk->pending[slot]);
      g_cond_wait (&desk->is_wanted, &desk->mutex);
    }
  return NULL;
}

static gboolean
draw (FolliDesk *desk, Drawing *drawing)
{
  const GeglRectangle *area = &drawing->area;

  if (drawing->count_func)
    return folli_excerpt_count (drawing->excerpt, &drawing->recipe,
                                drawing->seed, &drawing->count);
  drawing->pixels
      = g_realloc (drawing->pixels, (gsize)area->width * area->height * 4);
  for (int y = 0; y < area->height; y += BAND_PX)
    {
      const GeglRectangle band = { area->x, area->y + y, area->width,
                                   MIN (BAND_PX, area->height - y) };

      folli_excerpt_draw (
          drawing->excerpt, drawing->has_recipe ? &drawing->recipe : NULL,
          drawing->seed, &band, drawing->pixels + (gsize)y * area->width * 4);
      if (g_cancellable_is_cancelled (drawing->cancellable))
        return FALSE;
    }
  return TRUE;
}

/* Whoever draws looks now and then whether the current cancellable is
   cancelled. */
static gboolean
draw_while_wanted (FolliDesk *desk, Drawing *drawing)
{
  gboolean is_done;

  g_cancellable_push_current (drawing->cancellable);
  is_done = draw (desk, drawing);
  g_cancellable_pop_current (drawing->cancellable);
  return is_done;
}

static void
hand_over (const Drawing *drawing)
{
  if (drawing->count_func)
    drawing->count_func (&drawing->count, drawing->data);
  else
    drawing->func (drawing->slot, &drawing->area, drawing->pixels,
                   drawing->data);
}

/* In the main loop: hands over what is done and still wanted. */
static gboolean
deliver (gpointer data)
{
  FolliDesk *desk = data;
  g_autoptr (GPtrArray) done = NULL;

  g_mutex_lock (&desk->mutex);
  done = g_steal_pointer (&desk->done);
  desk->done = g_ptr_array_new_with_free_func (free_drawing);
  g_mutex_unlock (&desk->mutex);
  for (guint i = 0; i < done->len; i++)
    {
      const Drawing *drawing = g_ptr_array_index (done, i);

      if (!ask_if_stale (desk, drawing))
        hand_over (drawing);
    }
  return G_SOURCE_REMOVE;
}

/* Something more urgent has come: this is begun anew after it. */
static void
put_back (FolliDesk *desk, Drawing *drawing)
{
  g_object_unref (drawing->cancellable);
  drawing->cancellable = g_cancellable_new ();
  folli_count_clear (&drawing->count);
  desk->pending[drawing->slot] = drawing;
}

static gpointer
work (gpointer data)
{
  FolliDesk *desk = data;
  Drawing   *drawing;

  g_mutex_lock (&desk->mutex);
  while ((drawing = wait_for_work (desk)))
    {
      gboolean is_done;

      desk->current = drawing;
      g_mutex_unlock (&desk->mutex);
      is_done = draw_while_wanted (desk, drawing);
      g_mutex_lock (&desk->mutex);
      desk->current = NULL;
      if (is_done)
        {
          g_ptr_array_add (desk->done, drawing);
          g_idle_add_full (G_PRIORITY_DEFAULT, deliver, desk, NULL);
        }
      else if (is_stale (desk, drawing))
        free_drawing (drawing);
      else
        put_back (desk, drawing);
    }
  g_mutex_unlock (&desk->mutex);
  return NULL;
}

FolliDesk *
folli_desk_new (guint n_slots)
{
  FolliDesk *desk = g_new0 (FolliDesk, 1);

  g_mutex_init (&desk->mutex);
  g_cond_init (&desk->is_wanted);
  desk->n_slots = n_slots;
  desk->newest = g_new0 (guint, n_slots);
  desk->pending = g_new0 (Drawing *, n_slots);
  desk->done = g_ptr_array_new_with_free_func (free_drawing);
  desk->thread = g_thread_new ("follicle-desk", work, desk);
  return desk;
}

void
folli_desk_free (FolliDesk *desk)
{
  g_mutex_lock (&desk->mutex);
  desk->is_closing = TRUE;
  if (desk->current)
    g_cancellable_cancel (desk->current->cancellable);
  g_cond_signal (&desk->is_wanted);
  g_mutex_unlock (&desk->mutex);
  g_thread_join (desk->thread);
  while (g_idle_remove_by_data (desk))
    ;

  for (guint slot = 0; slot < desk->n_slots; slot++)
    g_clear_pointer (&desk->pending[slot], free_drawing);
  g_ptr_array_unref (desk->done);
  g_free (desk->pending);
  g_free (desk->newest);
  g_cond_clear (&desk->is_wanted);
  g_mutex_clear (&desk->mutex);
  g_free (desk);
}

static Drawing *
new_drawing (guint              slot,
             FolliExcerpt      *excerpt,
             const FolliRecipe *recipe,
             guint32            seed,
             gpointer           data)
{
  Drawing *drawing = g_new0 (Drawing, 1);

  drawing->slot = slot;
  drawing->cancellable = g_cancellable_new ();
  drawing->excerpt = folli_excerpt_ref (excerpt);
  drawing->has_recipe = recipe != NULL;
  if (recipe)
    drawing->recipe = *recipe;
  drawing->seed = seed;
  drawing->data = data;
  return drawing;
}

/* In place of an older one, and before all that is less urgent. */
static void
want (FolliDesk *desk, Drawing *drawing)
{
  const guint slot = drawing->slot;

  g_mutex_lock (&desk->mutex);
  drawing->number = ++desk->newest[slot];
  if (desk->current && desk->current->slot >= slot)
    g_cancellable_cancel (desk->current->cancellable);
  g_clear_pointer (&desk->pending[slot], free_drawing);
  desk->pending[slot] = drawing;
  g_cond_signal (&desk->is_wanted);
  g_mutex_unlock (&desk->mutex);
}

void
folli_desk_draw (FolliDesk           *desk,
                 guint                slot,
                 FolliExcerpt        *excerpt,
                 const FolliRecipe   *recipe,
                 guint32              seed,
                 const GeglRectangle *area,
                 FolliDeskFunc        func,
                 gpointer             data)
{
  Drawing *drawing;

  g_return_if_fail (slot < desk->n_slots);

  drawing = new_drawing (slot, excerpt, recipe, seed, data);
  drawing->area = *area;
  drawing->func = func;
  want (desk, drawing);
}

void
folli_desk_count (FolliDesk         *desk,
                  guint              slot,
                  FolliExcerpt      *excerpt,
                  const FolliRecipe *recipe,
                  guint32            seed,
                  FolliDeskCountFunc func,
                  gpointer           data)
{
  Drawing *drawing;

  g_return_if_fail (slot < desk->n_slots);

  drawing = new_drawing (slot, excerpt, recipe, seed, data);
  drawing->count_func = func;
  want (desk, drawing);
}
