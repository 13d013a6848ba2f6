/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "healing.h"

#include <math.h>

/* Healed after a month, when the pigment of the epidermis has been shed:
 * diameter × 0.80 to 0.90, optical density × 0.60, 90 to 95 % kept (E).
 * Source of all figures here: doc/numbers.md, "Healing and age". */
static const double       HEALED_MONTHS = 1;
static const FolliHealing HEALED = { 0.85, 0.60, 1, 0.925 };

/* A further tenth, as seen, by the sixth month. */
static const double SETTLED_MONTHS = 6;
static const double SETTLED_OPACITY = 0.9;

/* Each year after: +3 % diameter, -12 % (E). What is lost is lost in grains, so
 * that the darkening goes with it: taken from the density of a strong dot,
 * which takes nearly all light as it is, it would be less than the wider dot
 * gains. */
static const double YEARLY_DIAMETER = 1.03;
static const double YEARLY_OPACITY = 0.88;

/* The share of a span of time that has passed, 0 to 1. */
static double
passed (double now, double start, double end)
{
  return CLAMP ((now - start) / (end - start), 0, 1);
}

FolliHealing
folli_healing_at (double age_months)
{
  const double healed = passed (age_months, 0, HEALED_MONTHS);
  const double settled = passed (age_months, HEALED_MONTHS, SETTLED_MONTHS);
  const double years = MAX (age_months - SETTLED_MONTHS, 0) / 12;

  return (FolliHealing){
    .diameter
    = (1 - (1 - HEALED.diameter) * healed) * pow (YEARLY_DIAMETER, years),
    .strength = 1 - (1 - HEALED.strength) * healed,
    .opacity
    = (1 - (1 - SETTLED_OPACITY) * settled) * pow (YEARLY_OPACITY, years),
    .kept = 1 - (1 - HEALED.kept) * healed,
  };
}
