/* SPDX-License-Identifier: GPL-3.0-or-later */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dlfcn.h>
#include <glib.h>
#include <sanitizer/tsan_interface.h>

/* GLib's locks are made of atomics and futexes within a library that is not
 * compiled for the thread sanitizer, which therefore sees none of them and
 * takes everything that they guard for a race. These stand before GLib's own,
 * for us and for GEGL, and tell it. */

#define EXPORT __attribute__ ((visibility ("default")))
#define NEXT(type, name)                                                       \
  static type (*next) PARAMETERS;                                              \
  if (next == NULL)                                                            \
  *(void **)&next = dlsym (RTLD_NEXT, name)

#define PARAMETERS (GMutex *)

EXPORT void
g_mutex_lock (GMutex *mutex)
{
  NEXT (void, "g_mutex_lock");
  next (mutex);
  __tsan_acquire (mutex);
}

EXPORT gboolean
g_mutex_trylock (GMutex *mutex)
{
  gboolean is_locked;

  NEXT (gboolean, "g_mutex_trylock");
  is_locked = next (mutex);
  if (is_locked)
    __tsan_acquire (mutex);
  return is_locked;
}

EXPORT void
g_mutex_unlock (GMutex *mutex)
{
  NEXT (void, "g_mutex_unlock");
  __tsan_release (mutex);
  next (mutex);
}

#undef PARAMETERS
#define PARAMETERS (GRecMutex *)

EXPORT void
g_rec_mutex_lock (GRecMutex *mutex)
{
  NEXT (void, "g_rec_mutex_lock");
  next (mutex);
  __tsan_acquire (mutex);
}

EXPORT void
g_rec_mutex_unlock (GRecMutex *mutex)
{
  NEXT (void, "g_rec_mutex_unlock");
  __tsan_release (mutex);
  next (mutex);
}

#undef PARAMETERS
#define PARAMETERS (GCond *, GMutex *)

EXPORT void
g_cond_wait (GCond *cond, GMutex *mutex)
{
  NEXT (void, "g_cond_wait");
  __tsan_release (mutex);
  next (cond, mutex);
  __tsan_acquire (mutex);
}
