/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gi18n-lib.h>

#include "follicle/parameters.h"

/* A property of GEGL's op template, @kind double or int, that says about
 * itself what the parameter @id does. Expands anew in each pass of the
 * template. */
#define FOLLI_PROPERTY(kind, name, id)                                         \
  property_##kind (name, _ (folli_parameter_get (id)->label),                  \
                   folli_parameter_get (id)->fallback)                         \
      description (_ (folli_parameter_get (id)->blurb))                        \
          value_range (folli_parameter_get (id)->minimum,                      \
                       folli_parameter_get (id)->maximum)                      \
              ui_range (folli_parameter_get (id)->ui_minimum,                  \
                        folli_parameter_get (id)->ui_maximum)
