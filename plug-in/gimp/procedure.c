/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/procedure.h"

#include <glib/gi18n-lib.h>

#include "gimp/label.h"
#include "gimp/settings.h"

static const FolliProcedure *const PROCEDURES[FOLLI_N_PROCEDURES] = {
  [FOLLI_PROCEDURE_DOTS] = &folli_dots_procedure,
  [FOLLI_PROCEDURE_SCALE] = &folli_scale_procedure,
  [FOLLI_PROCEDURE_HAIRLINE] = &folli_hairline_procedure,
  [FOLLI_PROCEDURE_MATCH] = &folli_match_procedure,
  [FOLLI_PROCEDURE_FILL_UP] = &folli_fill_up_procedure,
  [FOLLI_PROCEDURE_COUNT] = &folli_count_procedure,
  [FOLLI_PROCEDURE_DOT_MAP] = &folli_dot_map_procedure,
  [FOLLI_PROCEDURE_SHEET] = &folli_sheet_procedure,
  [FOLLI_PROCEDURE_DOCTOR] = &folli_doctor_procedure,
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

char *
folli_procedure_get_title (const FolliProcedure *procedure)
{
  g_autofree char *label = folli_label_get_plain (_ (procedure->menu_label));
  g_auto (GStrv) parts = g_strsplit (label, ".", -1);

  return g_strjoinv ("", parts);
}

gboolean
folli_procedure_do (const FolliProcedure *procedure,
                    FolliHost            *host,
                    const FolliSettings  *settings,
                    FolliValue           *results,
                    GError              **error)
{
  return folli_settings_check (settings, error)
         && procedure->work (host, settings, results, error);
}

char *
folli_procedure_describe (const FolliProcedure *procedure,
                          FolliHost            *host,
                          const FolliSettings  *settings,
                          GError              **error)
{
  if (!folli_settings_check (settings, error))
    return NULL;
  return procedure->describe ? procedure->describe (host, settings, error)
                             : g_strdup ("");
}
