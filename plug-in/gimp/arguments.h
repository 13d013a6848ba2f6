/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "follicle/parameters.h"
#include "gimp/procedure.h"

G_BEGIN_DECLS

/**
 * FolliArgumentId:
 *
 * The arguments of FOLLI_PROCEDURE_DOTS, in the order of the contract.
 */
typedef enum
{
  FOLLI_ARGUMENT_LOOK,
  FOLLI_ARGUMENT_DENSITY,
  FOLLI_ARGUMENT_SIZE,
  FOLLI_ARGUMENT_SHADE,
  FOLLI_ARGUMENT_SESSIONS,
  FOLLI_ARGUMENT_AGE,
  FOLLI_ARGUMENT_PIXELS_PER_CM,
  FOLLI_ARGUMENT_MASK,
  FOLLI_ARGUMENT_OUTPUT,
  FOLLI_ARGUMENT_SEED,
  FOLLI_ARGUMENT_PHOTO_MATCH,
  FOLLI_N_ARGUMENTS
} FolliArgumentId;

/**
 * folli_argument_get:
 * @id: which argument
 *
 * Returns: (transfer none): its description; static
 */
const FolliArgument *folli_argument_get (FolliArgumentId id);

G_END_DECLS
