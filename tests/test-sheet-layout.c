/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "follicle/error.h"
#include "gimp/sheet/layout.h"
#include "gimp/sheet/paint.h"

#define MARK "Simulation. Not a guarantee of results."
#define ARABIC_MARK "محاكاة. ليست ضمانًا للنتائج."
#define DATE "4 March 2026"
#define SETTINGS "Natural: 95 dots per cm²\nScale: 75.0 pixels per cm"

/* A pixel of print. */
#define AS_GOOD_AS_EQUAL_MM 0.1

static const FolliPaper A4 = { "a4", 210, 297, 12, TRUE, 300 };
static const FolliPaper SCREEN = { "screen", 338.7, 190.5, 8, FALSE, 144 };

static void
add_panel (FolliSheet *sheet, double width_mm, double height_mm)
{
  const FolliPanel panel = { .caption = "View 1, before",
                             .width_mm = width_mm,
                             .height_mm = height_mm,
                             .most_width_mm = width_mm,
                             .most_height_mm = height_mm };

  g_array_append_val (sheet->panels, panel);
}

/* With a logo, and panels that show all of their photos. */
static FolliSheet
new_sheet (const FolliPaper *paper, const char *mark)
{
  return (FolliSheet){ .paper = paper,
                       .title = g_strdup ("Studio Norte"),
                       .date = g_strdup (DATE),
                       .mark = g_strdup (mark),
                       .settings = g_strdup (SETTINGS),
                       .note = g_strdup ("A note"),
                       .scale_remark = g_strdup (""),
                       .panels
                       = g_array_new (FALSE, FALSE, sizeof (FolliPanel)),
                       .logo_aspect = 2,
                       .label = g_strdup ("") };
}

static FolliPage *
lay_out (const FolliSheet *sheet)
{
  g_autoptr (GError) error = NULL;
  FolliPage *page = folli_sheet_lay_out (sheet, &error);

  g_assert_no_error (error);
  return page;
}

static const FolliItem *
get_item (const FolliPage *page, guint i)
{
  return &g_array_index (page->items, FolliItem, i);
}

static const FolliItem *
find_text (const FolliPage *page, const char *text)
{
  for (guint i = 0; i < page->items->len; i++)
    if (g_strcmp0 (get_item (page, i)->text, text) == 0)
      return get_item (page, i);
  g_assert_not_reached ();
}

static const FolliItem *
find_picture (const FolliPage *page, int picture)
{
  for (guint i = 0; i < page->items->len; i++)
    if (get_item (page, i)->kind == FOLLI_ITEM_PICTURE
        && get_item (page, i)->picture == picture)
      return get_item (page, i);
  g_assert_not_reached ();
}

static void
find_sides (const FolliSheet *sheet,
            const FolliPage  *page,
            double           *left_mm,
            double           *right_mm)
{
  *left_mm = page->width_mm;
  *right_mm = 0;
  for (guint i = 0; i < sheet->panels->len; i++)
    {
      const FolliItem *panel = find_picture (page, i);

      *left_mm = MIN (*left_mm, panel->x_mm);
      *right_mm = MAX (*right_mm, panel->x_mm + panel->width_mm);
    }
}

static void
check_sides (const FolliSheet *sheet)
{
  g_autoptr (FolliPage) page = lay_out (sheet);
  const FolliItem *logo = find_picture (page, folli_sheet_get_logo (sheet));
  const FolliItem *date = find_text (page, DATE);
  const FolliItem *settings = find_text (page, SETTINGS);
  double           left_mm, right_mm;

  find_sides (sheet, page, &left_mm, &right_mm);
  g_assert_cmpfloat_with_epsilon (settings->x_mm, left_mm, AS_GOOD_AS_EQUAL_MM);
  g_assert_cmpfloat_with_epsilon (settings->x_mm + settings->width_mm, right_mm,
                                  AS_GOOD_AS_EQUAL_MM);
  if (settings->align == FOLLI_ALIGN_RIGHT)
    {
      g_assert_cmpfloat_with_epsilon (logo->x_mm + logo->width_mm, right_mm,
                                      AS_GOOD_AS_EQUAL_MM);
      g_assert_cmpfloat_with_epsilon (date->x_mm, left_mm, AS_GOOD_AS_EQUAL_MM);
      return;
    }
  g_assert_cmpfloat_with_epsilon (logo->x_mm, left_mm, AS_GOOD_AS_EQUAL_MM);
  g_assert_cmpfloat_with_epsilon (date->x_mm + date->width_mm, right_mm,
                                  AS_GOOD_AS_EQUAL_MM);
}

/* Photos upright, across, and of each sort one. */
static const double SIZES[][2][2] = {
  { { 160, 200 }, { 160, 200 } },
  { { 240, 160 }, { 240, 160 } },
  { { 200, 160 }, { 160, 200 } },
};

static void
header_and_footer_end_where_the_panels_do (void)
{
  static const FolliPaper *const PAPERS[] = { &A4, &SCREEN };
  static const char *const       MARKS[] = { MARK, ARABIC_MARK };

  for (int i = 0; i < 2 * 2 * 3 * 2; i++)
    {
      const double (*sizes)[2] = SIZES[i / 4 % 3];
      g_auto (FolliSheet) sheet = new_sheet (PAPERS[i % 2], MARKS[i / 2 % 2]);

      for (int panel = 0; panel < 2 + i / 12 * 2; panel++)
        add_panel (&sheet, sizes[panel % 2][0], sizes[panel % 2][1]);
      check_sides (&sheet);
    }
}

static void
columns_are_as_wide_as_their_own_panels (void)
{
  g_auto (FolliSheet) sheet = new_sheet (&A4, MARK);
  g_autoptr (FolliPage) page = NULL;
  double gap_mm;

  for (int panel = 0; panel < 6; panel++)
    add_panel (&sheet, panel % 3 == 1 ? 100 : 160, 160);
  sheet.n_columns = 3;
  page = lay_out (&sheet);
  for (int panel = 1; panel < 6; panel++)
    if (panel != 3)
      {
        const FolliItem *one = find_picture (page, panel - 1);

        gap_mm = find_picture (page, panel)->x_mm - one->x_mm - one->width_mm;
        g_assert_cmpfloat_with_epsilon (gap_mm, 4, AS_GOOD_AS_EQUAL_MM);
      }
}

static void
the_mark_has_one_size_on_all_panels (void)
{
  g_auto (FolliSheet) sheet = new_sheet (&A4, MARK);
  g_autoptr (FolliPage) page = NULL;
  const double size_pt = 7.5;
  int          n_marks = 0;

  add_panel (&sheet, 100, 160);
  add_panel (&sheet, 200, 160);
  page = lay_out (&sheet);
  g_assert_cmpfloat (find_text (page, MARK)->size_pt, >=, size_pt);
  for (guint i = 0; i < page->items->len; i++)
    if (g_strcmp0 (get_item (page, i)->text, MARK) == 0)
      {
        g_assert_cmpfloat (get_item (page, i)->size_pt, ==,
                           find_text (page, MARK)->size_pt);
        n_marks++;
      }
  g_assert_cmpint (n_marks, ==, 2);
}

static char *
repeat (const char *piece)
{
  GString *text = g_string_new (NULL);

  for (int i = 0; i < 500; i++)
    g_string_append (text, piece);
  return g_string_free (text, FALSE);
}

/* Whoever draws it, with an ellipsis or without. */
static void
text_never_leaves_its_box (void)
{
  static const char *const PIECES[] = { "long ", "x", "毛包", "عيادة ", "a\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (PIECES); i++)
    {
      g_auto (FolliSheet) sheet = new_sheet (&A4, MARK);
      g_autoptr (FolliPage) page = NULL;

      g_free (sheet.title);
      g_free (sheet.note);
      sheet.title = repeat (PIECES[i]);
      sheet.note = repeat (PIECES[i]);
      add_panel (&sheet, 160, 200);
      page = lay_out (&sheet);
      for (guint j = 0; j < page->items->len; j++)
        {
          const FolliItem *item = get_item (page, j);

          if (item->kind == FOLLI_ITEM_TEXT)
            g_assert_cmpfloat (folli_paint_measure (item->text, item->size_pt,
                                                    item->is_bold,
                                                    item->width_mm),
                               <, item->height_mm + 0.5);
        }
    }
}

static void
too_many_panels_are_refused (void)
{
  g_auto (FolliSheet) sheet = new_sheet (&A4, MARK);
  g_autoptr (GError) error = NULL;

  for (int panel = 0; panel < 80; panel++)
    add_panel (&sheet, 160, 200);
  g_assert_null (folli_sheet_lay_out (&sheet, &error));
  g_assert_error (error, FOLLI_ERROR, FOLLI_ERROR_RANGE);
  g_assert_nonnull (strstr (error->message, "80 panels"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sheet-layout/header-and-footer-end-where-the-panels-do",
                   header_and_footer_end_where_the_panels_do);
  g_test_add_func ("/sheet-layout/columns-are-as-wide-as-their-own-panels",
                   columns_are_as_wide_as_their_own_panels);
  g_test_add_func ("/sheet-layout/the-mark-has-one-size-on-all-panels",
                   the_mark_has_one_size_on_all_panels);
  g_test_add_func ("/sheet-layout/text-never-leaves-its-box",
                   text_never_leaves_its_box);
  g_test_add_func ("/sheet-layout/too-many-panels-are-refused",
                   too_many_panels_are_refused);
  return g_test_run ();
}
