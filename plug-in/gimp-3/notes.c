/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "notes.h"

static const char OUR_PREFIX[] = "follicle-";

struct _FolliNotes
{
  GimpImage *image;
  GimpItem  *item;      /* NULL for the image itself */
  GPtrArray *parasites; /* element-type GimpParasite */
};

static GStrv
list_names (const FolliNotes *notes)
{
  return notes->item ? gimp_item_get_parasite_list (notes->item)
                     : gimp_image_get_parasite_list (notes->image);
}

static GimpParasite *
get (const FolliNotes *notes, const char *name)
{
  return notes->item ? gimp_item_get_parasite (notes->item, name)
                     : gimp_image_get_parasite (notes->image, name);
}

static void
attach (const FolliNotes *notes, const GimpParasite *parasite)
{
  if (notes->item)
    gimp_item_attach_parasite (notes->item, parasite);
  else
    gimp_image_attach_parasite (notes->image, parasite);
}

static void
detach (const FolliNotes *notes, const char *name)
{
  if (notes->item)
    gimp_item_detach_parasite (notes->item, name);
  else
    gimp_image_detach_parasite (notes->image, name);
}

FolliNotes *
folli_notes_take (GimpImage *image, GimpLayer *layer)
{
  FolliNotes *notes = g_new0 (FolliNotes, 1);
  g_auto (GStrv) names = NULL;

  notes->image = image;
  notes->item = layer ? GIMP_ITEM (layer) : NULL;
  notes->parasites
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gimp_parasite_free);
  names = list_names (notes);
  for (int i = 0; names && names[i]; i++)
    if (g_str_has_prefix (names[i], OUR_PREFIX))
      g_ptr_array_add (notes->parasites, get (notes, names[i]));
  return notes;
}

static const GimpParasite *
find (const FolliNotes *notes, const char *name)
{
  for (guint i = 0; i < notes->parasites->len; i++)
    {
      const GimpParasite *parasite = g_ptr_array_index (notes->parasites, i);

      if (g_strcmp0 (gimp_parasite_get_name (parasite), name) == 0)
        return parasite;
    }
  return NULL;
}

void
folli_notes_put_back (const FolliNotes *notes)
{
  g_auto (GStrv) names = list_names (notes);

  for (int i = 0; names && names[i]; i++)
    if (g_str_has_prefix (names[i], OUR_PREFIX) && !find (notes, names[i]))
      detach (notes, names[i]);
  for (guint i = 0; i < notes->parasites->len; i++)
    attach (notes, g_ptr_array_index (notes->parasites, i));
}

void
folli_notes_free (FolliNotes *notes)
{
  g_ptr_array_unref (notes->parasites);
  g_free (notes);
}
