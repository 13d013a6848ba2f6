/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gegl.h>

G_BEGIN_DECLS

/**
 * BenchFormat:
 * @BENCH_FLOAT: photo and result linear RGBA float, map Y' float as the
 *   plug-in reads it
 * @BENCH_FLOAT_LAYER: the map as RGBA float too, as a layer's effect gets it
 * @BENCH_8_BIT: all three R'G'B'A u8
 *
 * How the pixels are stored.
 */
typedef enum
{
  BENCH_FLOAT,
  BENCH_FLOAT_LAYER,
  BENCH_8_BIT,
  BENCH_N_FORMATS
} BenchFormat;

/**
 * BenchMap:
 * @BENCH_WHITE: dots everywhere
 * @BENCH_HAIRLINE: on the upper half of a head, a quarter of the picture
 * @BENCH_BLACK: painted, but without a dot
 * @BENCH_UNPAINTED: a buffer that nobody has written to
 *
 * What is painted on the density map.
 */
typedef enum
{
  BENCH_WHITE,
  BENCH_HAIRLINE,
  BENCH_BLACK,
  BENCH_UNPAINTED,
  BENCH_N_MAPS
} BenchMap;

/**
 * BenchPicture:
 * @megapixels: how large it is
 * @extent: of @photo and @map, px
 * @photo: skin with noise
 * @map: the density map
 * @result_format: what a result is stored as
 * @piece: (nullable): the same with 1 megapixel, where this one has more
 *
 * What operations are run on.
 */
typedef struct _BenchPicture BenchPicture;
struct _BenchPicture
{
  int           megapixels;
  GeglRectangle extent;
  GeglBuffer   *photo;
  GeglBuffer   *map;
  const Babl   *result_format;
  BenchPicture *piece;
};

const char *bench_format_name (BenchFormat format);
const char *bench_map_name (BenchMap map);

/**
 * bench_picture_new:
 * @megapixels: 1, 24 or 100 for exactly as many; others are rounded
 * @format: how it is stored
 * @map: what is painted
 *
 * Returns: (transfer full): a picture
 */
BenchPicture *
bench_picture_new (int megapixels, BenchFormat format, BenchMap map);

void bench_picture_free (BenchPicture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchPicture, bench_picture_free)

G_END_DECLS
