/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FolliError:
 * @FOLLI_ERROR_RANGE: a number outside its range, or not a number
 * @FOLLI_ERROR_UNKNOWN: no preset, mask or output of that name
 * @FOLLI_ERROR_COLOR: a colour that does not parse
 * @FOLLI_ERROR_FILE: a preset file that cannot be read or written
 * @FOLLI_ERROR_MASK: a mask that is missing, empty or of the wrong size
 * @FOLLI_ERROR_IMAGE: an image that the plug-in cannot work on
 * @FOLLI_ERROR_HOST: GIMP or GEGL could not do what was asked of it
 * @FOLLI_ERROR_LANDMARKS: places in a face that cannot be what they should
 * @FOLLI_ERROR_EXISTS: something of that name is there already
 *
 * What can go wrong. Each message names what, the value and the limit.
 */
typedef enum
{
  FOLLI_ERROR_RANGE,
  FOLLI_ERROR_UNKNOWN,
  FOLLI_ERROR_COLOR,
  FOLLI_ERROR_FILE,
  FOLLI_ERROR_MASK,
  FOLLI_ERROR_IMAGE,
  FOLLI_ERROR_HOST,
  FOLLI_ERROR_LANDMARKS,
  FOLLI_ERROR_EXISTS
} FolliError;

#define FOLLI_ERROR (folli_error_quark ())
GQuark folli_error_quark (void);

G_END_DECLS
