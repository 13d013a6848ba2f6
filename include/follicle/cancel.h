/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FolliCancel:
 * @is_cancelled: (nullable): asked every now and then, in any thread; NULL
 *   where there is nobody to ask
 * @data: for @is_cancelled
 *
 * Whether what takes long is still wanted. Once it is not, whoever works on it
 * ends as soon as possible, and what it has made so far is of no use.
 */
typedef struct
{
  gboolean (*is_cancelled) (gpointer data);
  gpointer data;
} FolliCancel;

static inline gboolean
folli_cancel_ask (const FolliCancel *cancel)
{
  return cancel->is_cancelled != NULL && cancel->is_cancelled (cancel->data);
}

G_END_DECLS
