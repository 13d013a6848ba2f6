/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "follicle/error.h"
#include "follicle/parameters.h"

static void
every_fallback_is_in_range (void)
{
  for (int id = 0; id < FOLLI_N_PARAMETERS; id++)
    {
      const FolliParameter *p = folli_parameter_get (id);

      g_assert_nonnull (p->name);
      g_assert_cmpfloat (p->ui_minimum, >=, p->minimum);
      g_assert_cmpfloat (p->ui_maximum, <=, p->maximum);
      g_assert_true (folli_parameter_check (id, p->fallback, NULL));
      g_assert_true (folli_parameter_check (id, p->minimum, NULL));
      g_assert_true (folli_parameter_check (id, p->maximum, NULL));
    }
}

static void
check_message (FolliParameterId id, double value, const char *expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (folli_parameter_check (id, value, &error));
  g_assert_error (error, FOLLI_ERROR, FOLLI_ERROR_RANGE);
  g_assert_cmpstr (error->message, ==, expected);
}

static void
an_error_names_what_value_and_limit (void)
{
  check_message (FOLLI_DIAMETER, 3.1,
                 "Diameter 3.1 mm is above the 2 mm maximum");
  check_message (FOLLI_DENSITY, -1,
                 "Density -1 /cm² is below the 0 /cm² minimum");
  check_message (FOLLI_DENSITY, 1e9,
                 "Density 1000000000 /cm² is above the 400 /cm² maximum");
  check_message (FOLLI_SHADOW, NAN, "Shadow nan is not a number from 0 to 3");
  check_message (FOLLI_AGE, INFINITY,
                 "Age inf months is not a number from 0 to 240");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/parameters/every-fallback-is-in-range",
                   every_fallback_is_in_range);
  g_test_add_func ("/parameters/an-error-names-what-value-and-limit",
                   an_error_names_what_value_and_limit);
  return g_test_run ();
}
