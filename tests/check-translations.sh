#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-translations.sh CHECKOUT BUILD: whether each language in po/LINGUAS
# says everything that the sources and presets say to users, with the same
# format specifiers and nothing marked as doubtful.
cd "$1" || exit 1
languages=$(grep -v '^#' po/LINGUAS)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
echo "1..$(echo "$languages" | wc -w)"

xgettext --from-code=UTF-8 --files-from=po/POTFILES --directory="$1" \
  --directory="$2" --output="$scratch/follicle.pot" --add-comments \
  --keyword=_ --keyword=N_ --keyword=C_:1c,2 --keyword=NC_:1c,2 \
  --keyword=g_dngettext:2,3 \
  --flag=N_:1:pass-c-format --flag=_:1:pass-c-format \
  --flag=g_strdup_printf:1:c-format --flag=g_string_append_printf:2:c-format \
  --flag=g_set_error:4:c-format --flag=g_prefix_error:2:c-format || exit 1

number=0
for language in $languages; do
  number=$((number + 1))
  {
    msgmerge --quiet --no-fuzzy-matching --output="$scratch/merged.po" \
      "po/$language.po" "$scratch/follicle.pot"
    msgfmt --check --output-file=/dev/null "$scratch/merged.po"
    msgattrib --no-obsolete --untranslated "$scratch/merged.po"
    msgattrib --no-obsolete --only-fuzzy "$scratch/merged.po"
  } >"$scratch/said" 2>&1
  if [ -s "$scratch/said" ]; then
    echo "not ok $number /po/$language/says-everything"
    sed 's/^/# /' "$scratch/said"
  else
    echo "ok $number /po/$language/says-everything"
  fi
done
