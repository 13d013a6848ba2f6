/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/dot.h"
#include "gimp/made.h"

G_BEGIN_DECLS

/**
 * FolliCount:
 * @n_dots: of all sessions
 * @n_dots_of: of each session
 * @area_cm2: where the density map is not black, as the photo shows it
 * @dots_per_cm2: on average
 * @hours: of work
 * @warnings: (transfer full): a line each, or ""
 *
 * What an arrangement of dots comes to.
 */
typedef struct
{
  guint  n_dots;
  guint  n_dots_of[FOLLI_SESSIONS_MAX];
  double area_cm2;
  double dots_per_cm2;
  double hours;
  char  *warnings;
} FolliCount;

void folli_count_clear (FolliCount *count);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FolliCount, folli_count_clear)

/**
 * folli_count_made:
 * @made: dots
 * @is_guess: whether their scale is
 * @count: (out caller-allocates): what they come to
 */
void
folli_count_made (const FolliMade *made, gboolean is_guess, FolliCount *count);

G_END_DECLS
