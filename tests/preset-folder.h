/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/presets.h"

G_BEGIN_DECLS

/**
 * FOLLI_TEST_HEADER:
 * @kind: of presets
 *
 * The three lines that a preset file starts with.
 */
#define FOLLI_TEST_HEADER(kind) "[Follicle Presets]\nFormat=1\nKind=" kind "\n"

/**
 * folli_test_make_folder:
 *
 * Returns: (transfer full): a fresh folder of a user's own presets, to be
 * given to folli_test_remove_folder()
 */
char *folli_test_make_folder (void);
void  folli_test_remove_folder (const char *folder);

/**
 * folli_test_write_file:
 * @folder: a folder
 * @name: of a file in it
 * @text: its content
 */
void
folli_test_write_file (const char *folder, const char *name, const char *text);

/**
 * folli_test_load_presets:
 * @own_folder: (nullable): a user's own folder
 *
 * Returns: (transfer full): what comes with the plug-in, and what the user
 * has
 */
FolliPresets *folli_test_load_presets (const char *own_folder);

void folli_test_assert_no_warnings (const FolliPresets *presets);

/**
 * folli_test_make_recipe:
 *
 * Returns: what folli_presets_make_recipe() makes, which must not fail
 */
FolliRecipe folli_test_make_recipe (const FolliPresets *presets,
                                    const char         *look,
                                    const char         *density,
                                    const char         *size,
                                    const char         *shade);

G_END_DECLS
