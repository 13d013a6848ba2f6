/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/parameters.h"
#include "gimp/procedure.h"

void
folli_argument_get_range (const FolliArgument *argument,
                          double              *minimum,
                          double              *maximum)
{
  const FolliParameter *parameter;

  g_return_if_fail (argument->type == FOLLI_TYPE_INT
                    || argument->type == FOLLI_TYPE_DOUBLE);

  *minimum = argument->minimum;
  *maximum = argument->maximum;
  if (argument->parameter >= 0)
    {
      parameter = folli_parameter_get (argument->parameter);
      *minimum = parameter->minimum;
      *maximum = parameter->maximum;
    }
  *minimum = MIN (*minimum, argument->number);
  *maximum = MAX (*maximum, argument->number);
}
