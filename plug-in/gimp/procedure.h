/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _FolliHost     FolliHost;
typedef struct _FolliSettings FolliSettings;

/**
 * FolliProcedureId:
 *
 * The plug-in's procedures, in the order in which GIMP hears of them.
 */
typedef enum
{
  FOLLI_PROCEDURE_DOTS,
  FOLLI_N_PROCEDURES
} FolliProcedureId;

/**
 * FolliType:
 * @FOLLI_TYPE_STRING: UTF-8 text
 * @FOLLI_TYPE_INT: a whole number
 * @FOLLI_TYPE_DOUBLE: a number
 * @FOLLI_TYPE_LAYER: a layer or group; of results only
 */
typedef enum
{
  FOLLI_TYPE_STRING,
  FOLLI_TYPE_INT,
  FOLLI_TYPE_DOUBLE,
  FOLLI_TYPE_LAYER
} FolliType;

/**
 * FolliArgument:
 * @name: as scripts write it, part of the contract
 * @label: (translatable): what a dialog calls it, with a mnemonic
 * @blurb: (translatable): what it means, with its unit
 * @type: of its value
 * @text: the default of a string, otherwise NULL
 * @number: the default of a number; it may lie outside the range and then
 *   stands for "not stated"
 * @parameter: what the number sets, which gives its range, or -1
 * @minimum: of a number where @parameter is -1
 * @maximum: of a number where @parameter is -1
 *
 * One argument of a procedure. 2.10's GimpParamDef array, 3.x's argument
 * calls, the stored settings and the dialogs are all made from it.
 */
typedef struct
{
  const char *name;
  const char *label;
  const char *blurb;
  FolliType   type;
  const char *text;
  double      number;
  int         parameter;
  double      minimum;
  double      maximum;
} FolliArgument;

/**
 * FolliResult:
 * @name: part of the contract
 * @label: (translatable): a title
 * @blurb: (translatable): what it means, with its unit
 * @type: of its value
 *
 * One of the values that a procedure returns.
 */
typedef struct
{
  const char *name;
  const char *label;
  const char *blurb;
  FolliType   type;
} FolliResult;

/**
 * FolliProcedure:
 * @name: in GIMP's database, part of the contract
 * @menu_label: (translatable): its entry in the menu Filters > Scalp
 * @blurb: (translatable): what it does, in a line
 * @help: (translatable): what it does, in a paragraph
 * @image_types: GIMP's words for the images that it takes
 * @arguments: its own; on every host GIMP's run mode, image and drawable come
 *   before them
 * @n_arguments: how many there are
 * @results: what it returns
 * @n_results: how many there are
 *
 * A procedure as every host registers it. What runs it stands in the table of
 * each host's main.c.
 */
typedef struct
{
  const char          *name;
  const char          *menu_label;
  const char          *blurb;
  const char          *help;
  const char          *image_types;
  const FolliArgument *arguments;
  int                  n_arguments;
  const FolliResult   *results;
  int                  n_results;
} FolliProcedure;

/**
 * folli_procedure_get:
 * @id: which procedure
 *
 * Returns: (transfer none): its description; static
 */
const FolliProcedure *folli_procedure_get (FolliProcedureId id);

/**
 * folli_procedure_find:
 * @name: in GIMP's database
 *
 * Returns: which procedure it is, or FOLLI_N_PROCEDURES if it is none of ours
 */
FolliProcedureId folli_procedure_find (const char *name);

/**
 * folli_argument_get_range:
 * @argument: a numeric argument
 * @minimum: (out): the smallest value a host may let through, "not stated"
 *   included
 * @maximum: (out): the largest
 *
 * The range to declare to a host that enforces one. Not every value in it is
 * allowed (0.5 pixels per cm is not): folli_settings_check() decides.
 */
void folli_argument_get_range (const FolliArgument *argument,
                               double              *minimum,
                               double              *maximum);

/* Each is described where its arguments are. */
extern const FolliProcedure folli_dots_procedure;

G_END_DECLS
