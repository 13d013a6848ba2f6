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
  FOLLI_PROCEDURE_SCALE,
  FOLLI_PROCEDURE_HAIRLINE,
  FOLLI_PROCEDURE_MATCH,
  FOLLI_PROCEDURE_FILL_UP,
  FOLLI_PROCEDURE_COUNT,
  FOLLI_PROCEDURE_DOT_MAP,
  FOLLI_PROCEDURE_SHEET,
  FOLLI_PROCEDURE_DOCTOR,
  FOLLI_N_PROCEDURES
} FolliProcedureId;

/**
 * FolliType:
 * @FOLLI_TYPE_STRING: UTF-8 text
 * @FOLLI_TYPE_INT: a whole number
 * @FOLLI_TYPE_DOUBLE: a number
 * @FOLLI_TYPE_LAYER: a layer or group; of results only
 * @FOLLI_TYPE_PATH: a path; of results only
 * @FOLLI_TYPE_IMAGE: a new image; of results only
 */
typedef enum
{
  FOLLI_TYPE_STRING,
  FOLLI_TYPE_INT,
  FOLLI_TYPE_DOUBLE,
  FOLLI_TYPE_LAYER,
  FOLLI_TYPE_PATH,
  FOLLI_TYPE_IMAGE
} FolliType;

/**
 * FolliHint:
 * @FOLLI_HINT_NONE: nothing more
 * @FOLLI_HINT_PATHS: the image's paths can be chosen, too, as "path:NAME"
 * @FOLLI_HINT_MASKS: so can its channels, as "channel:NAME", and paths
 * @FOLLI_HINT_SAVE: the name of a file to be written
 * @FOLLI_HINT_OPEN: the name of a file to be read
 *
 * What a dialog does with an argument beyond what its type says.
 */
typedef enum
{
  FOLLI_HINT_NONE,
  FOLLI_HINT_PATHS,
  FOLLI_HINT_MASKS,
  FOLLI_HINT_SAVE,
  FOLLI_HINT_OPEN
} FolliHint;

/**
 * FolliChoice:
 * @value: as scripts write it; of a number in C notation
 * @label: (translatable): what a dialog calls it
 *
 * One of the values that a dialog offers for an argument.
 */
typedef struct
{
  const char *value;
  const char *label;
} FolliChoice;

/**
 * FolliTail:
 * @word: as scripts write it, before an equals sign
 * @label: (translatable): what a dialog calls it, with a mnemonic
 * @blurb: (translatable): what it means
 * @hint: what a dialog does beyond that
 *
 * What may stand behind a string, as in "Studio Norte logo=/home/me/logo.png".
 * A dialog has a field of its own for it.
 */
typedef struct
{
  const char *word;
  const char *label;
  const char *blurb;
  FolliHint   hint;
} FolliTail;

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
 * @choices: (nullable): ends with a choice without a value; the only values
 *   that a dialog lets a string have, and helpful ones of a number
 * @hint: what a dialog does beyond that
 * @tail: (nullable): what may stand behind a string
 * @is_private: whether it belongs to one client, so that it is never kept for
 *   the next time
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

  const FolliChoice *choices;
  FolliHint          hint;
  const FolliTail   *tail;
  gboolean           is_private;
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
 * FolliValue:
 * @text: (transfer full) (nullable): a string
 * @number: a number, or the id of something in GIMP, -1 for none
 *
 * What a result has come to.
 */
typedef struct
{
  char  *text;
  double number;
} FolliValue;

/**
 * FolliWorkFunc:
 * @host: the image
 * @settings: the arguments; folli_settings_check() has passed them
 * @results: (inout): one for each of the procedure's results
 * @error: return location
 *
 * What a procedure does. It changes the image in one undo step or not at all.
 *
 * Returns: TRUE if it is done
 */
typedef gboolean (*FolliWorkFunc) (FolliHost           *host,
                                   const FolliSettings *settings,
                                   FolliValue          *results,
                                   GError             **error);

/**
 * FolliDescribeFunc:
 * @host: the image
 * @settings: the arguments; folli_settings_check() has passed them
 * @error: return location
 *
 * Says what a procedure is going to do or to return, as a dialog shows it
 * under the arguments.
 *
 * Returns: (transfer full): a few sentences, or NULL if it cannot be done
 */
typedef char *(*FolliDescribeFunc) (FolliHost           *host,
                                    const FolliSettings *settings,
                                    GError             **error);

/**
 * FolliProcedure:
 * @name: in GIMP's database, part of the contract
 * @menu_label: (translatable): its entry in the menu Filters > Scalp, or Help
 * @blurb: (translatable): what it does, in a line
 * @help: (translatable): what it does, in a paragraph
 * @is_about_gimp: whether it tells of GIMP itself: then it takes no image and
 *   no drawable, and is in the menu Help
 * @image_types: GIMP's words for the images that it takes
 * @arguments: its own; on every host GIMP's run mode, image and drawable come
 *   before them
 * @n_arguments: how many there are
 * @n_named: how many of the last of them a host that takes arguments in their
 *   order does not take, since scripts state all that there are
 * @results: what it returns
 * @n_results: how many there are
 * @work: (nullable): what it does; NULL where each host has a run function of
 *   its own, in the table of its main.c
 * @describe: (nullable): what its dialog says
 * @recall: (nullable): puts what is kept elsewhere into the arguments before a
 *   dialog shows them
 * @keep: (nullable): keeps what @recall puts in, after a dialog
 *
 * A procedure as every host registers it. Where there is @work, hosts run it
 * with a dialog made from the arguments.
 */
typedef struct
{
  const char          *name;
  const char          *menu_label;
  const char          *blurb;
  const char          *help;
  gboolean             is_about_gimp;
  const char          *image_types;
  const FolliArgument *arguments;
  int                  n_arguments;
  int                  n_named;
  const FolliResult   *results;
  int                  n_results;
  FolliWorkFunc        work;
  FolliDescribeFunc    describe;
  void (*recall) (FolliSettings *settings);
  void (*keep) (const FolliSettings *settings);
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
 * folli_procedure_get_title:
 * @procedure: a procedure
 *
 * Returns: (transfer full): its name in the menu, without mnemonic and dots
 */
char *folli_procedure_get_title (const FolliProcedure *procedure);

/**
 * folli_procedure_do:
 * @procedure: a procedure that has work
 * @host: the image
 * @settings: the arguments
 * @results: (inout): one for each of the procedure's results
 * @error: return location
 *
 * Checks the arguments and does the work.
 *
 * Errors: of folli_settings_check() and of the work.
 *
 * Returns: TRUE if it is done
 */
gboolean folli_procedure_do (const FolliProcedure *procedure,
                             FolliHost            *host,
                             const FolliSettings  *settings,
                             FolliValue           *results,
                             GError              **error);

/**
 * folli_procedure_describe:
 * @procedure: a procedure
 * @host: the image
 * @settings: the arguments
 * @error: return location
 *
 * Errors: of folli_settings_check() and of the description.
 *
 * Returns: (transfer full) (nullable): what a dialog says, or NULL with @error
 * set if it cannot be done
 */
char *folli_procedure_describe (const FolliProcedure *procedure,
                                FolliHost            *host,
                                const FolliSettings  *settings,
                                GError              **error);

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
extern const FolliProcedure folli_scale_procedure;
extern const FolliProcedure folli_hairline_procedure;
extern const FolliProcedure folli_match_procedure;
extern const FolliProcedure folli_fill_up_procedure;
extern const FolliProcedure folli_count_procedure;
extern const FolliProcedure folli_dot_map_procedure;
extern const FolliProcedure folli_sheet_procedure;
extern const FolliProcedure folli_doctor_procedure;

G_END_DECLS
