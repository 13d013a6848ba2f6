#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Says for every GIMP of the user who runs this whether Follicle is well
# installed in it; if not, which file is wrong and the one command that mends
# it. What install.sh put there is held to the set that it came from, which is
# beside this script in an archive; then GIMP itself is asked, without a
# window. Changes nothing. Ends with 1 where something is wrong.
set -euo pipefail

here=$(realpath "$(dirname "$0")")
# shellcheck source=scripts/places.sh
. "$here/places.sh"
# shellcheck source=scripts/gimp.sh
. "$here/gimp.sh"

install=$(printf '%q' "$here/install.sh")

# complain WHAT COMMAND: the first fault is told; what follows from it is not.
complain () {
  fault=$1
  mend=$2
  return 1
}

# Whether a program or module finds all libraries that it needs.
check_libraries () {
  local missing
  missing=$(ldd "$1" 2>/dev/null | sed -n 's/^\s*\(\S*\) => not found/\1/p' |
    head -n 1)
  [ -z "$missing" ] || complain "$1 needs $missing, which is not there" \
    "$install, of the archive for this GIMP and this system"
}

# check_copy ORIGINAL FILE
check_copy () {
  if [ ! -e "$2" ]; then
    complain "not there: $2" "$install"
  elif [ ! -r "$2" ]; then
    complain "not to be read: $2" "chmod a+r $(printf '%q' "$2")"
  elif ! cmp -s "$1" "$2"; then
    complain "damaged, or of another version than $version: $2" "$install"
  fi
}

# check_copies FOLDER COPY: each file of a folder of the set.
check_copies () {
  local file
  [ -d "$1" ] || return 0
  while IFS= read -r -d '' file; do
    check_copy "$1/$file" "$2/$file" || return 1
  done < <(cd "$1" && find . -type f -printf '%P\0' | sort -z)
}

check_plug_in () {
  local folder=$1 original
  original=$set/$(set_of "$2")/plug-ins/follicle-dots/follicle-dots
  check_copy "$original" "$folder/follicle-dots" || return 1
  [ -x "$folder/follicle-dots" ] || complain \
    "not executable: $folder/follicle-dots" \
    "chmod a+x $(printf '%q' "$folder/follicle-dots")" || return 1
  check_copies "$set/share/follicle" "$folder" &&
    check_copies "$set/share/locale" "$folder/locale"
}

# Two plug-ins with the same procedures: nobody knows which GIMP takes.
check_doubles () {
  local folder=$1 double
  double=$(find "${folder%/*}" -mindepth 1 -maxdepth 2 -type f -name \
    follicle-dots ! -path "$folder/follicle-dots" 2>/dev/null | head -n 1)
  [ -z "$double" ] || complain "a second plug-in: $double" \
    "rm $(printf '%q' "$double")"
}

check_operations () {
  local folder=$1/gegl-0.4/plug-ins
  check_copy "$set/gegl-0.4/plug-ins/follicle.so" "$folder/follicle.so" &&
    check_copies "$set/share/locale" "$1/locale"
}

# What tells GIMP and GEGL to look elsewhere; of a Flatpak it is its own.
check_paths () {
  local gimprc=$config/GIMP/$1/gimprc line
  if [ -n "${GEGL_PATH:-}" ] &&
    [[ :$GEGL_PATH: != *":$data/gegl-0.4/plug-ins:"* ]]; then
    complain "GEGL_PATH has operations looked for elsewhere: $GEGL_PATH" \
      "unset GEGL_PATH"
    return
  fi
  line=$(grep -s '^ *(plug-in-path ' "$gimprc" || true)
  case $line in
    '' | *"\${gimp_dir}/plug-ins"* | *"$config/GIMP/$1/plug-ins"*) ;;
    *)
      complain "plug-ins are looked for elsewhere: $gimprc" \
        "sed -i '/^ *(plug-in-path /d' $(printf '%q' "$gimprc")"
      ;;
  esac
}

# What runs here finds its libraries here, and can be asked.
check_running () {
  check_libraries "$(plug_in_folder native "$1")/follicle-dots" &&
    check_libraries "$data/gegl-0.4/plug-ins/follicle.so" || return 1
  gimp_has_follicle "$1" && return
  [ -n "$finding" ] || complain \
    "every file is right, but GIMP $1 does not list it" \
    "rm -f $(printf '%q' "$config/GIMP/$1/pluginrc")" || return 1
  # From within it sees what cannot be seen from here, and words it alike.
  complain "$(sed -n '1s/^GIMP [^:]*: //p' <<<"$finding")" \
    "$(sed -n '2s/^ *mend it with: //p' <<<"$finding")"
}

check_gimp () {
  local kind=$1 version_of_gimp=$2 folder
  folder=$(plug_in_folder "$kind" "$version_of_gimp")
  [ -d "$set/$(set_of "$version_of_gimp")" ] || complain \
    "this Follicle is for another GIMP" \
    "$install, of the archive for GIMP $version_of_gimp" || return 1
  check_plug_in "$folder" "$version_of_gimp" &&
    check_doubles "$folder" &&
    check_operations "$(data_folder "$kind")" || return 1
  [ "$kind" = flatpak ] || check_paths "$version_of_gimp" || return 1
  [ "$kind" != native ] || check_running "$version_of_gimp"
}

if [ -d "$here/gegl-0.4" ]; then
  set=$here
  version=$(cat "$here/VERSION")
else
  set=${FOLLICLE_USER_BUILD:-$here/../build-user}/set
  version=$(cat "$here/../VERSION")
fi
mapfile -t gimps < <(find_gimps)
if [ ${#gimps[@]} -eq 0 ]; then
  echo "There is no GIMP 2.10, 3.0 or 3.2 here. If there is one, start it once" \
    "and run this again." >&2
  exit 1
fi

n_bad=0
for gimp in "${gimps[@]}"; do
  IFS=$'\t' read -r kind series program <<<"$gimp"
  if check_gimp "$kind" "$series"; then
    echo "$(name_gimp "$kind" "$series"): Follicle $version is well installed."
  else
    n_bad=$((n_bad + 1))
    echo "$(name_gimp "$kind" "$series"): $fault"
    echo "  mend it with: $mend"
  fi
done
[ "$n_bad" -eq 0 ]
