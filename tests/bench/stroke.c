/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stroke.h"

enum
{
  N_STROKES = 6, /* every other one black */
  STROKE = 200,
  PIECE_WIDTH = 256,
  PIECE_HEIGHT = 128
};

static void
unite (GeglNode *node, const GeglRectangle *changed, GeglRectangle *invalid)
{
  gegl_rectangle_bounding_box (invalid, invalid, changed);
}

static void
paint_square (GeglBuffer *map, gint i)
{
  const GeglRectangle *extent = gegl_buffer_get_extent (map);
  const GeglRectangle  square
      = { (extent->width - N_STROKES * STROKE) / 2 + i * STROKE,
          (extent->height - STROKE) / 2, STROKE, STROKE };
  const float luma = i % 2 ? 0 : 1;

  gegl_buffer_set_color_from_pixel (map, &square, &luma,
                                    babl_format ("Y' float"));
}

/* Pieces end where tiles of a projection do. */
static void
render (GeglNode *node, const GeglRectangle *area, GeglBuffer *result)
{
  GeglRectangle pieces;

  gegl_rectangle_align (&pieces, area,
                        GEGL_RECTANGLE (0, 0, PIECE_WIDTH, PIECE_HEIGHT),
                        GEGL_RECTANGLE_ALIGNMENT_SUPERSET);
  for (gint y = pieces.y; y < pieces.y + pieces.height; y += PIECE_HEIGHT)
    for (gint x = pieces.x; x < pieces.x + pieces.width; x += PIECE_WIDTH)
      {
        GeglRectangle piece = { x, y, PIECE_WIDTH, PIECE_HEIGHT };

        if (gegl_rectangle_intersect (&piece, &piece, area))
          gegl_node_blit_buffer (node, result, &piece, 0, GEGL_ABYSS_NONE);
      }
}

BenchTime
bench_stroke_run (GeglNode *node, GeglBuffer *map, GeglBuffer *result)
{
  BenchTime     sum = { 0, 0 };
  GeglRectangle invalid;

  render (node, gegl_buffer_get_extent (result), result);
  g_signal_connect (node, "invalidated", G_CALLBACK (unite), &invalid);
  for (gint i = 0; i < N_STROKES; i++)
    {
      const BenchTime start = bench_clock_read ();
      BenchTime       time;

      invalid = (GeglRectangle){ 0, 0, 0, 0 };
      paint_square (map, i);
      gegl_rectangle_intersect (&invalid, &invalid,
                                gegl_buffer_get_extent (result));
      render (node, &invalid, result);
      time = bench_clock_since (start);
      sum.wall += time.wall / N_STROKES;
      sum.cpu += time.cpu / N_STROKES;
    }
  return sum;
}
