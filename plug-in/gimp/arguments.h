/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "follicle/parameters.h"

G_BEGIN_DECLS

/**
 * FOLLI_PROCEDURE:
 *
 * The procedure's name in GIMP's database, part of the contract.
 */
#define FOLLI_PROCEDURE "plug-in-follicle-dots"

/**
 * FolliArgumentId:
 *
 * The procedure's own arguments, in the order of the contract. On every host
 * GIMP's run mode, image and drawable come before them.
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
  FOLLI_N_ARGUMENTS
} FolliArgumentId;

/**
 * FolliArgumentType:
 * @FOLLI_TYPE_STRING: UTF-8 text
 * @FOLLI_TYPE_INT: a whole number
 * @FOLLI_TYPE_DOUBLE: a number
 */
typedef enum
{
  FOLLI_TYPE_STRING,
  FOLLI_TYPE_INT,
  FOLLI_TYPE_DOUBLE
} FolliArgumentType;

/**
 * FolliArgument:
 * @name: as scripts write it, part of the contract
 * @label: (translatable): what a dialog calls it, with a mnemonic
 * @blurb: (translatable): what it means, with its unit
 * @type: of its value
 * @text: the default of a string, otherwise NULL
 * @number: the default of a number; where @parameter is set it may lie
 *   outside the range and then stands for "not stated"
 * @parameter: what the number sets, which gives its range, or -1
 *
 * One argument of the procedure. 2.10's GimpParamDef array, 3.x's argument
 * calls, the stored settings and the dialogs are all made from this table.
 */
typedef struct
{
  const char       *name;
  const char       *label;
  const char       *blurb;
  FolliArgumentType type;
  const char       *text;
  double            number;
  int               parameter;
} FolliArgument;

/**
 * folli_argument_get:
 * @id: which argument
 *
 * Returns: (transfer none): its description; static
 */
const FolliArgument *folli_argument_get (FolliArgumentId id);

/**
 * folli_argument_get_range:
 * @id: a numeric argument
 * @minimum: (out): the smallest value a host may let through, "not stated"
 *   included
 * @maximum: (out): the largest
 *
 * The range to declare to a host that enforces one. Not every value in it is
 * allowed (0.5 pixels per cm is not): folli_settings_check() decides.
 */
void
folli_argument_get_range (FolliArgumentId id, double *minimum, double *maximum);

G_END_DECLS
