/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gegl-plugin.h>
#include <math.h>

#include "dots-graph.h"
#include "follicle/parameters.h"

static const GeglRectangle SKIN = { -30, 20, 260, 200 };

/* What saved files and scripts rely on. Source: the contract on the product
 * page of the design. */
static const struct
{
  const char      *name;
  FolliParameterId id;
  double           fallback, minimum, maximum;
} CONTRACT[] = {
  { "pixels-per-cm", FOLLI_PIXELS_PER_CM, 40, 1, 2000 },
  { "density", FOLLI_DENSITY, 100, 0, 400 },
  { "diameter", FOLLI_DIAMETER, 0.25, 0.05, 2 },
  { "diameter-variation", FOLLI_DIAMETER_VARIATION, 0.15, 0, 1 },
  { "strength", FOLLI_STRENGTH, 1.8, 0, 6 },
  { "strength-variation", FOLLI_STRENGTH_VARIATION, 0.2, 0, 1 },
  { "depth", FOLLI_DEPTH, 0.15, 0.05, 1 },
  { "shadow", FOLLI_SHADOW, 1, 0, 3 },
  { "surface", FOLLI_SURFACE, 0.04, 0, 0.2 },
  { "photo-blur", FOLLI_PHOTO_BLUR, 0, 0, 5 },
  { "jitter", FOLLI_JITTER, 0.6, 0, 1 },
  { "sessions", FOLLI_SESSIONS, 3, 1, 3 },
  { "age", FOLLI_AGE, 1, 0, 240 },
  { "head-curvature", FOLLI_HEAD_CURVATURE, 0, 0, 1 },
  { "origin-x", FOLLI_ORIGIN_X, 0, -1e6, 1e6 },
  { "origin-y", FOLLI_ORIGIN_Y, 0, -1e6, 1e6 },
};

static void
check_number (const GParamSpec *spec,
              double            fallback,
              double            minimum,
              double            maximum)
{
  if (G_IS_PARAM_SPEC_INT (spec))
    {
      const GParamSpecInt *whole = (const GParamSpecInt *)spec;

      g_assert_cmpint (whole->default_value, ==, fallback);
      g_assert_cmpint (whole->minimum, ==, minimum);
      g_assert_cmpint (whole->maximum, ==, maximum);
      return;
    }
  g_assert_true (G_IS_PARAM_SPEC_DOUBLE (spec));
  g_assert_cmpfloat (((const GParamSpecDouble *)spec)->default_value, ==,
                     fallback);
  g_assert_cmpfloat (((const GParamSpecDouble *)spec)->minimum, ==, minimum);
  g_assert_cmpfloat (((const GParamSpecDouble *)spec)->maximum, ==, maximum);
}

static void
numbers_are_those_of_the_contract (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (CONTRACT); i++)
    {
      const FolliParameter *p = folli_parameter_get (CONTRACT[i].id);
      const GParamSpec     *spec
          = gegl_operation_find_property ("follicle:dots", CONTRACT[i].name);

      g_assert_nonnull (spec);
      g_assert_cmpstr (p->name, ==, CONTRACT[i].name);
      check_number (spec, CONTRACT[i].fallback, CONTRACT[i].minimum,
                    CONTRACT[i].maximum);
    }
}

/* Every property of the operation is in the table of parameters, or one of the
 * four that are no number. */
static void
properties_follow_the_table_of_parameters (void)
{
  guint                   n_properties, n_found = 0;
  g_autofree GParamSpec **specs
      = gegl_operation_list_properties ("follicle:dots", &n_properties);

  for (guint i = 0; i < n_properties; i++)
    {
      const char *name = specs[i]->name;

      if (g_str_equal (name, "shade") || g_str_equal (name, "skin")
          || g_str_equal (name, "session") || g_str_equal (name, "seed"))
        {
          n_found++;
          continue;
        }
      for (guint id = 0; id < FOLLI_N_PARAMETERS; id++)
        {
          const FolliParameter *p = folli_parameter_get (id);

          if (!g_str_equal (name, p->name))
            continue;
          n_found++;
          check_number (specs[i], p->fallback, p->minimum, p->maximum);
          g_assert_cmpstr (g_param_spec_get_nick (specs[i]), ==, p->label);
          g_assert_cmpstr (g_param_spec_get_blurb (specs[i]), ==, p->blurb);
        }
    }
  g_assert_cmpuint (n_found, ==, n_properties);
}

static void
what_is_no_number_is_as_in_the_contract (void)
{
  static const char *const SESSIONS[] = { "all", "first", "second", "third" };
  const GParamSpec        *shade
      = gegl_operation_find_property ("follicle:dots", "shade");
  const GParamSpec *skin
      = gegl_operation_find_property ("follicle:dots", "skin");
  const GParamSpec *session
      = gegl_operation_find_property ("follicle:dots", "session");
  const GParamSpec *seed
      = gegl_operation_find_property ("follicle:dots", "seed");
  const GEnumClass *sessions;

  g_assert_true (g_type_is_a (shade->value_type, GEGL_TYPE_COLOR));
  g_assert_true (g_type_is_a (skin->value_type, GEGL_TYPE_COLOR));
  g_assert_true (G_IS_PARAM_SPEC_ENUM (session));
  g_assert_cmpstr (G_PARAM_SPEC_TYPE_NAME (seed), ==, "GeglParamSeed");
  sessions = ((const GParamSpecEnum *)session)->enum_class;
  g_assert_cmpuint (sessions->n_values, ==, G_N_ELEMENTS (SESSIONS));
  for (guint i = 0; i < G_N_ELEMENTS (SESSIONS); i++)
    g_assert_cmpstr (sessions->values[i].value_nick, ==, SESSIONS[i]);
  g_assert_cmpint (((const GParamSpecEnum *)session)->default_value, ==, 0);
}

/* A pad more, and GIMP would refuse it as a layer effect. */
static void
it_has_one_input_and_can_be_an_effect (void)
{
  g_autoptr (GeglNode) node = gegl_node_new ();
  GeglNode *dots
      = gegl_node_new_child (node, "operation", "follicle:dots", NULL);
  g_auto (GStrv) inputs = gegl_node_list_input_pads (dots);

  g_assert_cmpuint (g_strv_length (inputs), ==, 1);
  g_assert_cmpstr (inputs[0], ==, "input");
  g_assert_cmpstr (
      gegl_operation_get_key ("follicle:dots", "position-dependent"), ==,
      "true");
}

static double
white (gint x, gint y)
{
  return 1;
}

static double
black (gint x, gint y)
{
  return 0;
}

static double
half (gint x, gint y)
{
  return 0.5;
}

static double
sum_alpha (const float *rgba, gsize n_pixels)
{
  double sum = 0;

  for (gsize i = 0; i < n_pixels; i++)
    {
      for (guint k = 0; k < 4; k++)
        {
          g_assert_cmpfloat (rgba[4 * i + k], >=, 0);
          g_assert_cmpfloat (rgba[4 * i + k], <=, 1);
        }
      sum += rgba[4 * i + 3];
    }
  return sum;
}

static double
draw_sum (GeglBuffer *map)
{
  g_auto (FolliTestDots) dots
      = folli_test_dots_new (map, "pixels-per-cm", 60.0, NULL);
  g_autofree float *rgba = folli_test_dots_draw (&dots, &SKIN);

  return sum_alpha (rgba, (gsize)SKIN.width * SKIN.height);
}

static void
an_empty_map_draws_nothing (void)
{
  g_autoptr (GeglBuffer) map = folli_test_grey_map (&SKIN, black, "Y' u8");

  g_assert_cmpfloat (draw_sum (map), ==, 0);
}

/* Painted 50 % grey means 0.5 in every format, and an image without colour or
 * alpha will do. */
static void
half_grey_is_half_in_every_format (void)
{
  static const char *const FORMATS[]
      = { "Y' u8",         "R'G'B' u8", "R'G'B'A u8", "R'G'B'A u16",
          "Y'A float",     "RGBA half", "RGB u16",    "R'G'B'A float",
          "RaGaBaA float", "Y float" };
  g_autoptr (GeglBuffer) reference
      = folli_test_grey_map (&SKIN, half, "RGBA float");
  const double expected = draw_sum (reference);

  g_assert_cmpfloat (expected, >, 1000);
  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    {
      g_autoptr (GeglBuffer) map
          = folli_test_grey_map (&SKIN, half, FORMATS[i]);

      g_assert_cmpfloat_with_epsilon (draw_sum (map) / expected, 1, 0.01);
    }
}

static double
wild (gint x, gint y)
{
  switch ((x + y) % 5)
    {
    case 0:
      return NAN;
    case 1:
      return 1e9;
    case 2:
      return -1e9;
    case 3:
      return INFINITY;
    default:
      return 1;
    }
}

static double
too_white (gint x, gint y)
{
  return 25;
}

static void
values_that_are_none_do_no_harm (void)
{
  static const char *const FORMATS[]
      = { "RGBA float", "Y' float", "R'G'B'A float" };

  for (guint i = 0; i < G_N_ELEMENTS (FORMATS); i++)
    {
      g_autoptr (GeglBuffer) plain
          = folli_test_grey_map (&SKIN, white, FORMATS[i]);
      g_autoptr (GeglBuffer) bright
          = folli_test_grey_map (&SKIN, too_white, FORMATS[i]);
      g_autoptr (GeglBuffer) broken
          = folli_test_grey_map (&SKIN, wild, FORMATS[i]);

      g_assert_cmpfloat (draw_sum (bright), ==, draw_sum (plain));
      draw_sum (broken);
    }
}

static void
an_input_without_end_is_drawn_where_it_is_asked_for (void)
{
  g_autoptr (GeglNode) graph = gegl_node_new ();
  g_autoptr (GObject) colour = G_OBJECT (gegl_color_new ("white"));
  g_autofree float *rgba = g_new (float, 4 * SKIN.width * SKIN.height);
  GeglNode *source = gegl_node_new_child (graph, "operation", "gegl:color",
                                          "value", colour, NULL);
  GeglNode *dots = gegl_node_new_child (graph, "operation", "follicle:dots",
                                        "pixels-per-cm", 60.0, NULL);
  g_autoptr (GeglBuffer) map = folli_test_grey_map (&SKIN, white, "Y' u8");

  gegl_node_link (source, dots);
  gegl_node_blit (dots, 1.0, &SKIN, babl_format ("RGBA float"), rgba,
                  GEGL_AUTO_ROWSTRIDE, GEGL_BLIT_DEFAULT);
  g_assert_cmpfloat_with_epsilon (
      sum_alpha (rgba, (gsize)SKIN.width * SKIN.height) / draw_sum (map), 1,
      0.01);
}

static void
an_input_of_one_pixel_is_drawn (void)
{
  const GeglRectangle pixel = { 7, -9, 1, 1 };
  g_autoptr (GeglBuffer) map = folli_test_grey_map (&pixel, white, "Y' u8");
  /* So large that a dot covers it. */
  g_auto (FolliTestDots) dots
      = folli_test_dots_new (map, "pixels-per-cm", 2.0, "density", 400.0, NULL);
  g_autofree float *rgba = folli_test_dots_draw (&dots, &pixel);

  g_assert_cmpfloat (sum_alpha (rgba, 1), >, 0);
}

static void
the_origin_moves_everything (void)
{
  const GeglRectangle moved
      = { SKIN.x + 512, SKIN.y - 333, SKIN.width, SKIN.height };
  g_autoptr (GeglBuffer) map = folli_test_grey_map (&SKIN, white, "Y' u8");
  g_autoptr (GeglBuffer) moved_map
      = folli_test_grey_map (&moved, white, "Y' u8");
  g_auto (FolliTestDots) dots = folli_test_dots_new (map, NULL);
  g_auto (FolliTestDots) moved_dots = folli_test_dots_new (
      moved_map, "origin-x", 512.0, "origin-y", -333.0, NULL);
  g_autofree float *here = folli_test_dots_draw (&dots, &SKIN);
  g_autofree float *there = folli_test_dots_draw (&moved_dots, &moved);

  g_assert_cmpfloat (sum_alpha (here, (gsize)SKIN.width * SKIN.height), >, 0);
  for (gint i = 0; i < 4 * SKIN.width * SKIN.height; i++)
    if (i % 4 == 3)
      g_assert_cmpfloat_with_epsilon (here[i], there[i], 1e-5);
}

static void
shades_colour_the_pigment (void)
{
  g_autoptr (GeglBuffer) map = folli_test_grey_map (&SKIN, white, "Y' u8");
  g_autoptr (GObject) brown = G_OBJECT (gegl_color_new ("#8a5a2b"));
  g_auto (FolliTestDots) dots
      = folli_test_dots_new (map, "shade", brown, "shadow", 0.0, NULL);
  g_autofree float *rgba = folli_test_dots_draw (&dots, &SKIN);
  double            red = 0, blue = 0;

  for (gint i = 0; i < SKIN.width * SKIN.height; i++)
    {
      red += rgba[4 * i + 3] * (1 - rgba[4 * i]);
      blue += rgba[4 * i + 3] * (1 - rgba[4 * i + 2]);
    }
  g_assert_cmpfloat (blue, >, 1.3 * red);
  g_assert_cmpfloat (red, >, 0);
}

/* Each number at both ends of its range, alone and with the densest dots. */
static void
extremes_do_no_harm (void)
{
  const GeglRectangle spot = { 3, -5, 48, 40 };
  g_autoptr (GeglBuffer) map = folli_test_grey_map (&spot, white, "Y' u8");

  for (guint i = 0; i < G_N_ELEMENTS (CONTRACT); i++)
    for (guint end = 0; end < 4; end++)
      {
        const double value
            = end % 2 == 0 ? CONTRACT[i].minimum : CONTRACT[i].maximum;
        g_auto (FolliTestDots) dots = folli_test_dots_new (
            map, "shadow", 3.0, "density", end < 2 ? 100.0 : 400.0, "diameter",
            end < 2 ? 0.25 : 2.0, "strength", end < 2 ? 1.8 : 6.0, "head-width",
            40.0, "head-height", 30.0, NULL);
        g_autofree float *rgba = NULL;

        if (CONTRACT[i].id == FOLLI_SESSIONS)
          gegl_node_set (dots.operation, CONTRACT[i].name, (gint)value, NULL);
        else
          gegl_node_set (dots.operation, CONTRACT[i].name, value, NULL);
        rgba = folli_test_dots_draw (&dots, &spot);
        if (value > 0 || CONTRACT[i].id == FOLLI_AGE)
          g_assert_cmpfloat (sum_alpha (rgba, 48 * 40), >, 0);
        else
          sum_alpha (rgba, 48 * 40);
      }
}

/* GIMP 3 would offer it beside the plug-in, on a photo, where it makes a hole.
 */
static void
has_no_entry_in_the_menus (void)
{
  g_assert_null (gegl_operation_get_key ("follicle:dots", "gimp:menu-path"));
}

/* The rows of the dialog that GIMP makes for an effect: what is read from the
 * photo, and where the head is, is not among them. */
static void
dialogs_show_what_a_person_sets (void)
{
  static const char *const HIDDEN[]
      = { "surface",         "skin",     "photo-blur", "photo-grain",
          "earlier-density", "head-x",   "head-y",     "head-width",
          "head-height",     "origin-x", "origin-y",   NULL };
  guint                   n_specs, n_hidden = 0;
  g_autofree GParamSpec **specs
      = gegl_operation_list_properties ("follicle:dots", &n_specs);

  for (guint i = 0; i < n_specs; i++)
    {
      const gboolean is_hidden
          = g_strcmp0 (gegl_param_spec_get_property_key (specs[i], "visible"),
                       "0")
            == 0;

      g_assert_cmpint (is_hidden, ==, g_strv_contains (HIDDEN, specs[i]->name));
      n_hidden += is_hidden;
    }
  g_assert_cmpuint (n_hidden, ==, g_strv_length ((char **)HIDDEN));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  folli_test_start_gegl (&argc, &argv);
  g_test_add_func ("/dots/numbers-are-those-of-the-contract",
                   numbers_are_those_of_the_contract);
  g_test_add_func ("/dots/has-no-entry-in-the-menus",
                   has_no_entry_in_the_menus);
  g_test_add_func ("/dots/properties-follow-the-table-of-parameters",
                   properties_follow_the_table_of_parameters);
  g_test_add_func ("/dots/what-is-no-number-is-as-in-the-contract",
                   what_is_no_number_is_as_in_the_contract);
  g_test_add_func ("/dots/it-has-one-input-and-can-be-an-effect",
                   it_has_one_input_and_can_be_an_effect);
  g_test_add_func ("/dots/an-empty-map-draws-nothing",
                   an_empty_map_draws_nothing);
  g_test_add_func ("/dots/half-grey-is-half-in-every-format",
                   half_grey_is_half_in_every_format);
  g_test_add_func ("/dots/values-that-are-none-do-no-harm",
                   values_that_are_none_do_no_harm);
  g_test_add_func ("/dots/an-input-without-end-is-drawn-where-it-is-asked-for",
                   an_input_without_end_is_drawn_where_it_is_asked_for);
  g_test_add_func ("/dots/an-input-of-one-pixel-is-drawn",
                   an_input_of_one_pixel_is_drawn);
  g_test_add_func ("/dots/the-origin-moves-everything",
                   the_origin_moves_everything);
  g_test_add_func ("/dots/shades-colour-the-pigment",
                   shades_colour_the_pigment);
  g_test_add_func ("/dots/extremes-do-no-harm", extremes_do_no_harm);
  g_test_add_func ("/dots/dialogs-show-what-a-person-sets",
                   dialogs_show_what_a_person_sets);
  return g_test_run ();
}
