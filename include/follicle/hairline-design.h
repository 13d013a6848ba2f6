/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/skull.h"

G_BEGIN_DECLS

/**
 * FolliHairlineTemplate:
 * @id: part of the contract
 * @name: (translatable): what a dialog calls it
 * @height_mm: from the glabella to the line's middle
 * @recession_mm: how much farther from the brows the corners of the temples
 *   lie than the middle; below 0 they lie nearer
 * @width_mm: from one corner over the middle's height to the other
 * @peak_mm: how far the middle comes forward of the line beside it
 * @shoulder: where the line beside the middle is highest or begins to bend
 *   back: as shares of the way to the corner, to the side and back
 * @corner: how wide the corners are rounded, 0-1
 * @temple_mm: from a corner to the peak of the temple below it
 * @temple: how straight the line is between those two, 0-1
 *
 * A kind of hairline. Lengths are a tape's.
 *
 * Source: doc/numbers.md, "Shapes of hairlines".
 */
typedef struct
{
  const char *id;
  const char *name;
  double      height_mm;
  double      recession_mm;
  double      width_mm;
  double      peak_mm;
  double      shoulder[2];
  double      corner;
  double      temple_mm;
  double      temple;
} FolliHairlineTemplate;

/**
 * FolliHairlineDesign:
 * @kind: what is drawn
 * @height_mm: as in the template
 * @recession_mm: as in the template
 * @width_mm: as in the template
 * @asymmetry_mm: how far the corners of the two sides are from mirroring each
 *   other; the line beside them differs by less
 * @seed: in which way the sides differ
 *
 * A hairline for somebody.
 */
typedef struct
{
  const FolliHairlineTemplate *kind;
  double                       height_mm;
  double                       recession_mm;
  double                       width_mm;
  double                       asymmetry_mm;
  guint64                      seed;
} FolliHairlineDesign;

/**
 * FolliHairlineAnchor:
 * @before: the handle towards the anchor before, mm
 * @place: on the skull
 * @after: the handle towards the anchor after, mm
 */
typedef struct
{
  FolliPlace before;
  FolliPlace place;
  FolliPlace after;
} FolliHairlineAnchor;

/* The least and the most of what a person sets, in mm.
 *
 * Source: doc/numbers.md, "Shapes of hairlines". */
#define FOLLI_HAIRLINE_HEIGHT_RANGE 40, 120
#define FOLLI_HAIRLINE_RECESSION_RANGE -20, 70
#define FOLLI_HAIRLINE_WIDTH_RANGE 80, 200
#define FOLLI_HAIRLINE_ASYMMETRY_RANGE 0, 3

/**
 * folli_hairline_list_templates:
 * @n_templates: (out): how many
 *
 * Returns: (transfer none) (array length=n_templates): all of them; static
 */
const FolliHairlineTemplate *folli_hairline_list_templates (guint *n_templates);

/**
 * folli_hairline_design_make:
 * @template_id: which template
 * @height_mm: 0 for the template's
 * @recession_mm: 0 for the template's
 * @width_mm: 0 for the template's
 * @design: (out caller-allocates): untouched on error
 * @error: return location
 *
 * Errors: FOLLI_ERROR_UNKNOWN, with the templates that there are;
 * FOLLI_ERROR_RANGE.
 *
 * Returns: TRUE if @design was filled in, without asymmetry
 */
gboolean folli_hairline_design_make (const char          *template_id,
                                     double               height_mm,
                                     double               recession_mm,
                                     double               width_mm,
                                     FolliHairlineDesign *design,
                                     GError             **error);

/**
 * folli_hairline_design_draw:
 * @design: a design
 * @skull: whose head
 * @stretch: mm of the skull for each mm of the design
 * @error: return location
 *
 * Draws the line from the nape round the left ear, over both temples and the
 * middle, round the right ear and back to the nape, as cubic Bézier curves
 * that lie within a millimetre or two of the skull's surface. Where @design
 * has no asymmetry the right half mirrors the left.
 *
 * Errors: FOLLI_ERROR_RANGE if the line would run over the vertex.
 *
 * Returns: (transfer full) (element-type FolliHairlineAnchor): the anchors, or
 * NULL; the middle is the middle one
 */
GArray *folli_hairline_design_draw (const FolliHairlineDesign *design,
                                    const FolliSkull          *skull,
                                    double                     stretch,
                                    GError                   **error);

G_END_DECLS
