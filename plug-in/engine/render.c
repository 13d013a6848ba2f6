/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/render.h"

#include <math.h>
#include <string.h>

#include "grain.h"
#include "rectangle.h"
#include "shadow.h"
#include "wide.h"

/* Below this density the shadow fades with the map, so that it has no edge
 * where a soft map ends. */
static const float SHADOW_FULL_DENSITY = 0.1f;

/* As large as or smaller than SHADOW_FULL_DENSITY in linear light. */
static const float SHADOW_FULL_LINEAR = 0.0101f;

/* Noise of light that is darkened to T deviates by about sqrt (T) of what it
 * did before, of which T is there already: the rest, at the darkening of a
 * healed scalp, is this much of the darkening. */
static const double GRAIN_OF_DARKENING = 1.4;

/* Keeps a division by 0 away from pixels without pigment. */
static const float LEAST_ALPHA = 1e-9f;

struct _FolliRender
{
  const FolliScene      *scene;
  const FolliDensityMap *map;
  GArray                *dots;
  FolliRaster            drawn;  /* the sessions asked for */
  FolliRaster            before; /* those before, if one alone was asked for */
  FolliShadow            shadow; /* of all sessions up to the last one drawn */
  FolliShadow            shadow_before;
  float                 *row[FOLLI_CHANNELS];
  float                 *row_before;
  float                 *grain;
  float                 *ones;
  gsize                  row_length;
};

/* Skin takes pigment only up to what solid pigment would do to it, so what a
 * session adds depends on what is there: its layer is the quotient of the
 * pictures with and without it, and all layers together make the picture. */
static gboolean
needs_sessions_before (const FolliScene *scene)
{
  return scene->session > 1;
}

static gboolean
has_shadow (const FolliScene *scene)
{
  return scene->style.shadow > 0;
}

/* What the dots of the first @sessions cast. */
static FolliShadowCast *
make_cast (const FolliScene *scene, guint sessions)
{
  const FolliArrangement *a = &scene->arrangement;
  const FolliDotModel    *model = &scene->model;
  const double            dots_per_mm2 = a->density_per_cm2 / 100;
  FolliShadowCast        *cast = g_new (FolliShadowCast, 1);

  folli_shadow_cast_init (cast, a->front_fineness);
  for (guint s = 0; s < sessions; s++)
    cast->dots_per_mm2
        += dots_per_mm2 * model->kept * model->shadow_share[s]
           * (folli_dot_session_end (s + 1) - folli_dot_session_end (s));
  /* Dots and shadow together take no more than solid pigment would. */
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    cast->dot_mm2[c]
        = model->shadow_mm2[c] * scene->style.shadow / model->solid[c];
  return cast;
}

/* The last session is the fresh one: those before it were red weeks ago. */
static void
add_redness (const FolliScene *scene, guint last, FolliShadowCast *cast)
{
  cast->fresh_per_mm2
      = scene->arrangement.density_per_cm2 / 100
        * (folli_dot_session_end (last) - folli_dot_session_end (last - 1));
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    cast->redness[c] = scene->model.redness[c] / scene->model.solid[c];
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
  if (session != FOLLI_SESSION_ALL)
    scene->arrangement.sessions = MIN (arrangement->sessions, (guint)session);
  folli_dot_model_init (&scene->model, style, arrangement->px_per_mm);
  scene->cast = make_cast (scene, scene->arrangement.sessions);
  scene->cast_before = make_cast (
      scene, MIN (arrangement->sessions, (guint)MAX (session - 1, 0)));
  if (session == FOLLI_SESSION_ALL || session == (gint)arrangement->sessions)
    add_redness (scene, arrangement->sessions, scene->cast);
  return scene;
}

void
folli_scene_free (FolliScene *scene)
{
  g_free (scene->cast);
  g_free (scene->cast_before);
  g_free (scene);
}

static double
reach_px (const FolliScene *scene)
{
  double reach = scene->model.max_outer_px + 1;

  if (has_shadow (scene))
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
folli_render_new (void)
{
  FolliRender *render = g_new0 (FolliRender, 1);

  render->dots = g_array_new (FALSE, FALSE, sizeof (FolliDot));
  folli_raster_init (&render->drawn);
  folli_raster_init (&render->before);
  folli_shadow_init (&render->shadow);
  folli_shadow_init (&render->shadow_before);
  return render;
}

void
folli_render_free (FolliRender *render)
{
  g_array_unref (render->dots);
  folli_raster_clear (&render->drawn);
  folli_raster_clear (&render->before);
  folli_shadow_clear (&render->shadow);
  folli_shadow_clear (&render->shadow_before);
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    g_free (render->row[c]);
  g_free (render->row_before);
  g_free (render->grain);
  g_free (render->ones);
  g_free (render);
}

static void
draw_dot (FolliRender *render, const FolliDot *dot)
{
  const FolliScene    *scene = render->scene;
  const FolliDotModel *model = &scene->model;
  const FolliProfile  *profile = model->profile[dot->session][dot->size];
  const float          halo = model->shadow_share[dot->session] * dot->halo;
  const gboolean       is_before = needs_sessions_before (scene)
                             && (gint)dot->session + 1 < scene->session;
  float opacity[FOLLI_CHANNELS];

  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    opacity[c] = model->opacity[dot->session][dot->strength][c] * dot->opacity;

  if (dot->opacity > 0)
    folli_raster_add (is_before ? &render->before : &render->drawn, &dot->mark,
                      profile, opacity);
  if (has_shadow (scene))
    folli_shadow_add (&render->shadow, &dot->mark, halo);
  if (has_shadow (scene) && is_before)
    folli_shadow_add (&render->shadow_before, &dot->mark, halo);
}

static void
reserve_rows (FolliRender *render, gsize length)
{
  if (length <= render->row_length)
    return;

  render->row_length = length;
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    render->row[c] = g_renew (float, render->row[c], length);
  render->row_before = g_renew (float, render->row_before, length);
  render->grain = g_renew (float, render->grain, length);
  render->ones = g_renew (float, render->ones, length);
  for (gsize i = 0; i < length; i++)
    render->ones[i] = 1;
}

static void
begin_shadow (const FolliScene      *scene,
              const FolliShadowCast *cast,
              FolliRectangle         rectangle,
              const FolliDensityMap *map,
              FolliShadow           *shadow)
{
  const FolliArrangement *a = &scene->arrangement;

  folli_shadow_set_scale (shadow, a->px_per_mm, a->origin_x, a->origin_y, cast);
  folli_shadow_begin (shadow, rectangle, map);
}

void
folli_render_begin (FolliRender           *render,
                    const FolliScene      *scene,
                    const FolliDensityMap *map,
                    FolliRectangle         rectangle)
{
  const FolliRectangle area
      = folli_rectangle_grow (rectangle, (gint)ceil (reach_px (scene)));
  const gboolean has_before = needs_sessions_before (scene);
  const gboolean shades = has_shadow (scene);

  render->scene = scene;
  render->map = map;
  reserve_rows (render, rectangle.width);
  g_array_set_size (render->dots, 0);
  folli_scatter (&scene->arrangement, &scene->model, map, area, render->dots);

  folli_raster_begin (&render->drawn, rectangle);
  if (has_before)
    folli_raster_begin (&render->before, rectangle);
  if (shades)
    begin_shadow (scene, scene->cast, rectangle, map, &render->shadow);
  if (shades && has_before)
    begin_shadow (scene, scene->cast_before, rectangle, map,
                  &render->shadow_before);
  for (guint i = 0; i < render->dots->len; i++)
    draw_dot (render, &g_array_index (render->dots, FolliDot, i));
  if (shades)
    folli_shadow_end (&render->shadow);
  if (shades && has_before)
    folli_shadow_end (&render->shadow_before);
}

/* Fades a row of the shadow out towards 0 with the map. */
static void
fade_shadow (const FolliRender *render, float *shadow, gint x, gint y, gint n)
{
  for (gint i = 0; i < n; i++)
    {
      float density = folli_density_map_at (render->map, x + i, y);

      if (density < SHADOW_FULL_DENSITY)
        shadow[i] *= density * (1 / SHADOW_FULL_DENSITY);
    }
}

static const float *
get_grain (const FolliRender *render)
{
  return render->scene->style.photo_grain > 0 ? render->grain : render->ones;
}

/* How much more or less each pixel of a row is darkened for the photo's
 * grain. */
static void
fill_grain (const FolliRender *render, gint x, gint y, gint n)
{
  const FolliArrangement *a = &render->scene->arrangement;
  const float            *visible = render->scene->model.visible;
  const float darkest = MAX (MAX (visible[0], visible[1]), visible[2]);

  if (render->scene->style.photo_grain > 0)
    folli_grain_row (a->seed, x - (gint)floor (a->origin_x),
                     y - (gint)floor (a->origin_y), n,
                     render->scene->style.photo_grain * GRAIN_OF_DARKENING,
                     1 / darkest, render->grain);
}

/* Turns a row of the shadow into what a session adds to those before it,
 * relative to solid pigment: see needs_sessions_before(). */
FOLLI_WIDE static void
relate_to_before (const FolliRender *render,
                  float *restrict shadow,
                  guint channel,
                  gsize start,
                  gint  n)
{
  const float visible = render->scene->model.visible[channel];
  const float *restrict grain = get_grain (render);
  const float *restrict left = render->drawn.plane[channel] + start;
  const float *restrict before = render->before.plane[channel] + start;
  const float *restrict shadow_before = render->row_before;

  for (gint i = 0; i < n; i++)
    {
      const float left_before = before[i] * (1 - shadow_before[i]);
      const float left_both = left[i] * before[i] * (1 - shadow[i]);

      shadow[i] = (left_before - left_both)
                  / (1 - visible * grain[i] * (1 - left_before));
    }
}

/* A row of the pigment layer, from what the dots leave of the skin and the
 * shadow's darkening. */
FOLLI_WIDE static void
encode_row (const float visible[FOLLI_CHANNELS],
            const float *restrict grain,
            const float *restrict left_r,
            const float *restrict left_g,
            const float *restrict left_b,
            const float *restrict shadow_r,
            const float *restrict shadow_g,
            const float *restrict shadow_b,
            float *restrict rgba,
            gint n)
{
  const float r = visible[0], g = visible[1], b = visible[2];

  for (gint i = 0; i < n; i++)
    {
      const float red = r * grain[i] * (1 - left_r[i] * (1 - shadow_r[i]));
      const float green = g * grain[i] * (1 - left_g[i] * (1 - shadow_g[i]));
      const float blue = b * grain[i] * (1 - left_b[i] * (1 - shadow_b[i]));
      float       alpha = red > green ? red : green;
      float       per_alpha;

      alpha = alpha > blue ? alpha : blue;
      alpha = alpha > 0 ? alpha : 0;
      per_alpha = 1 / (alpha > LEAST_ALPHA ? alpha : LEAST_ALPHA);

      rgba[4 * i] = (alpha - red) * per_alpha;
      rgba[4 * i + 1] = (alpha - green) * per_alpha;
      rgba[4 * i + 2] = (alpha - blue) * per_alpha;
      rgba[4 * i + 3] = alpha;
    }
}

/* Whether the map goes below what the whole shadow needs. */
static gboolean
shadow_fades (const FolliRender *render)
{
  return render->map->lowest
         < (render->map->linear ? SHADOW_FULL_LINEAR : SHADOW_FULL_DENSITY);
}

static void
get_shadow_row (const FolliRender *render,
                const FolliShadow *shadow,
                guint              channel,
                gint               x,
                gint               y,
                gint               n,
                float             *row)
{
  if (!has_shadow (render->scene))
    {
      memset (row, 0, n * sizeof (float));
      return;
    }
  folli_shadow_row (shadow, channel, x, y, n, row);
  if (shadow_fades (render))
    fade_shadow (render, row, x, y, n);
}

/* Nothing is drawn where the map only goes on. */
static void
hide_row (const FolliRender *render, gint x, gint y, gint n, float *rgba)
{
  for (gint i = 0; i < n; i++)
    if (folli_density_map_at (render->map, x + i, y) < FOLLI_DENSITY_LEAST)
      memset (rgba + 4 * i, 0, 4 * sizeof *rgba);
}

void
folli_render_get (const FolliRender *render, FolliRectangle part, float *rgba)
{
  const FolliRectangle *whole = &render->drawn.rectangle;
  const gboolean        has_hidden
      = render->map->lowest < folli_density_map_get_least (render->map);
  const gint n = part.width;

  for (gint y = part.y; y < part.y + part.height; y++)
    {
      const gsize start
          = (gsize)(y - whole->y) * whole->width + (part.x - whole->x);
      const float *left[FOLLI_CHANNELS];

      fill_grain (render, part.x, y, n);
      for (guint c = 0; c < FOLLI_CHANNELS; c++)
        {
          left[c] = render->drawn.plane[c] + start;
          get_shadow_row (render, &render->shadow, c, part.x, y, n,
                          render->row[c]);
          if (needs_sessions_before (render->scene))
            {
              get_shadow_row (render, &render->shadow_before, c, part.x, y, n,
                              render->row_before);
              relate_to_before (render, render->row[c], c, start, n);
              left[c] = render->ones;
            }
        }
      encode_row (render->scene->model.visible, get_grain (render), left[0],
                  left[1], left[2], render->row[0], render->row[1],
                  render->row[2], rgba, n);
      if (has_hidden)
        hide_row (render, part.x, y, n, rgba);
      rgba += 4 * (gsize)n;
    }
}
