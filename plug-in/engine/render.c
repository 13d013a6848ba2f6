/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/render.h"

#include <math.h>
#include <string.h>

/* Below this density the shadow fades with the map, so that it has no edge
 * where a soft map ends. */
static const float SHADOW_FULL_DENSITY = 0.1f;

struct _FolliRender
{
  const FolliScene      *scene;
  const FolliDensityMap *map;
  GArray                *dots;
  FolliRaster            drawn;  /* the sessions asked for */
  FolliRaster            before; /* those before, if one alone was asked for */
  FolliShadow            shadow;
  float                 *row[FOLLI_CHANNELS];
  gsize                  row_length;
};

/* Skin takes pigment only up to what solid pigment would do to it, so what a
 * session adds depends on what is there: its layer is the quotient of the
 * pictures with and without it, and all layers together make the picture. */
static gboolean
needs_sessions_before (const FolliScene *scene)
{
  return scene->session > 0;
}

FolliScene *
folli_scene_new (const FolliArrangement *arrangement,
                 const FolliDotStyle    *style,
                 gint                    session)
{
  FolliScene *scene = g_new (FolliScene, 1);

  scene->arrangement = *arrangement;
  scene->style = *style;
  scene->session = session;
  if (session != FOLLI_ALL_SESSIONS)
    scene->arrangement.sessions
        = MIN (arrangement->sessions, (guint)session + 1);
  folli_dot_model_init (&scene->model, style, arrangement->px_per_mm);
  return scene;
}

void
folli_scene_free (FolliScene *scene)
{
  g_free (scene);
}

static double
reach_px (const FolliScene *scene)
{
  double reach = scene->model.max_outer_px + 1;

  if (scene->style.shadow > 0)
    reach = MAX (reach, folli_shadow_reach_px (scene->arrangement.px_per_mm));
  return reach;
}

gint
folli_scene_margin_px (const FolliScene *scene)
{
  /* The centre of a dot that reaches the pixel, and all that the dot itself
   * reaches, must be within the map. */
  return (gint)ceil (reach_px (scene) + scene->model.max_outer_px
                     + 2 * folli_arrangement_stray_px (&scene->arrangement))
         + 3;
}

FolliRender *
folli_render_new (const FolliScene *scene, gsize max_pixels)
{
  const FolliArrangement *a = &scene->arrangement;
  FolliRender            *render = g_new0 (FolliRender, 1);
  double                  shadow_mm2[FOLLI_CHANNELS];

  render->scene = scene;
  render->dots = g_array_new (FALSE, FALSE, sizeof (FolliDot));
  folli_raster_init (&render->drawn, max_pixels);
  if (needs_sessions_before (scene))
    folli_raster_init (&render->before, max_pixels);
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    shadow_mm2[c] = scene->model.shadow_mm2[c] * scene->style.shadow;
  folli_shadow_init (&render->shadow, a->px_per_mm, a->origin_x, a->origin_y,
                     shadow_mm2);
  return render;
}

void
folli_render_free (FolliRender *render)
{
  g_array_unref (render->dots);
  folli_raster_clear (&render->drawn);
  folli_raster_clear (&render->before);
  folli_shadow_clear (&render->shadow);
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    g_free (render->row[c]);
  g_free (render);
}

static FolliRectangle
grow (FolliRectangle r, gint margin)
{
  return (FolliRectangle){ r.x - margin, r.y - margin, r.width + 2 * margin,
                           r.height + 2 * margin };
}

static void
draw_dot (FolliRender *render, const FolliDot *dot)
{
  const FolliScene    *scene = render->scene;
  const FolliDotModel *model = &scene->model;
  const FolliProfile  *profile = model->profile[dot->session][dot->size];
  const float         *opacity = model->opacity[dot->session][dot->strength];

  if (needs_sessions_before (scene) && dot->session < scene->session)
    {
      folli_raster_add (&render->before, &dot->mark, profile, opacity);
      return;
    }
  folli_raster_add (&render->drawn, &dot->mark, profile, opacity);
  if (scene->style.shadow > 0)
    folli_shadow_add (&render->shadow, &dot->mark,
                      model->shadow_share[dot->session]);
}

void
folli_render_begin (FolliRender           *render,
                    const FolliDensityMap *map,
                    FolliRectangle         rectangle)
{
  const FolliScene    *scene = render->scene;
  const FolliRectangle area = grow (rectangle, (gint)ceil (reach_px (scene)));

  render->map = map;
  if ((gsize)rectangle.width > render->row_length)
    {
      render->row_length = rectangle.width;
      for (guint c = 0; c < FOLLI_CHANNELS; c++)
        render->row[c] = g_renew (float, render->row[c], render->row_length);
    }

  g_array_set_size (render->dots, 0);
  folli_scatter (&scene->arrangement, &scene->model, map, area, render->dots);

  folli_raster_begin (&render->drawn, rectangle);
  if (needs_sessions_before (scene))
    folli_raster_begin (&render->before, rectangle);
  if (scene->style.shadow > 0)
    folli_shadow_begin (&render->shadow, rectangle, map);
  for (guint i = 0; i < render->dots->len; i++)
    draw_dot (render, &g_array_index (render->dots, FolliDot, i));
  if (scene->style.shadow > 0)
    folli_shadow_end (&render->shadow);
}

/* Turns what the dots leave of the skin into transmittance, in place of the
 * shadow's darkening. */
static void
combine_row (const FolliRender *render,
             float             *transmittance,
             guint              channel,
             gsize              start,
             const float       *map,
             gint               n)
{
  const float  solid = render->scene->model.solid[channel];
  const float *left = render->drawn.plane[channel] + start;

  for (gint i = 0; i < n; i++)
    {
      float full = map[i] * (1 / SHADOW_FULL_DENSITY);
      float shadow = transmittance[i] * (full < 1 ? full : 1);

      transmittance[i] = (1 - solid * (1 - left[i])) * (1 - shadow);
    }

  if (needs_sessions_before (render->scene))
    {
      const float *before = render->before.plane[channel] + start;

      for (gint i = 0; i < n; i++)
        {
          float both = 1 - solid * (1 - left[i] * before[i]);
          float alone = 1 - solid * (1 - left[i]);

          transmittance[i] *= both / (alone * (1 - solid * (1 - before[i])));
        }
    }
}

static void
encode_row (float *const transmittance[FOLLI_CHANNELS], float *rgba, gint n)
{
  const float *r = transmittance[0], *g = transmittance[1],
              *b = transmittance[2];

  for (gint i = 0; i < n; i++)
    {
      float red = 1 - r[i], green = 1 - g[i], blue = 1 - b[i];
      float alpha = red > green ? red : green;

      alpha = alpha > blue ? alpha : blue;
      alpha = alpha > 0 ? alpha : 0;

      float per_alpha = alpha > 0 ? 1 / alpha : 0;

      rgba[4 * i] = (alpha - red) * per_alpha;
      rgba[4 * i + 1] = (alpha - green) * per_alpha;
      rgba[4 * i + 2] = (alpha - blue) * per_alpha;
      rgba[4 * i + 3] = alpha;
    }
}

void
folli_render_get (const FolliRender *render, FolliRectangle part, float *rgba)
{
  const FolliRectangle *whole = &render->drawn.rectangle;
  const FolliRectangle *extent = &render->map->extent;

  for (gint y = part.y; y < part.y + part.height; y++)
    {
      const gsize start
          = (gsize)(y - whole->y) * whole->width + (part.x - whole->x);
      const float *map = render->map->value
                         + (gsize)(y - extent->y) * extent->width
                         + (part.x - extent->x);

      if (render->scene->style.shadow > 0)
        folli_shadow_row (&render->shadow, part.x, y, part.width,
                          (float **)render->row);
      else
        for (guint c = 0; c < FOLLI_CHANNELS; c++)
          memset (render->row[c], 0, part.width * sizeof (float));
      for (guint c = 0; c < FOLLI_CHANNELS; c++)
        combine_row (render, render->row[c], c, start, map, part.width);
      encode_row (render->row, rgba, part.width);
      rgba += 4 * (gsize)part.width;
    }
}
