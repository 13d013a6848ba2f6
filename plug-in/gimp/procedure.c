/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/procedure.h"

#include "follicle/parameters.h"

static const FolliProcedure *const PROCEDURES[FOLLI_N_PROCEDURES] = {
  [FOLLI_PROCEDURE_DOTS] = &folli_dots_procedure,
};

const FolliProcedure *
folli_procedure_get (FolliProcedureId id)
{
  g_return_val_if_fail (id < FOLLI_N_PROCEDURES, NULL);

  return PROCEDURES[id];
}

FolliProcedureId
folli_procedure_find (const char *name)
{
  FolliProcedureId id = 0;

  while (id < FOLLI_N_PROCEDURES && g_strcmp0 (name, PROCEDURES[id]->name) != 0)
    id++;
  return id;
}

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
