#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# check-metainfo.sh CHECKOUT: whether what software centres show is well
# formed, tells of this version first, and names an icon that there is; and
# whether the version stands in one place.
cd "$1" || exit 1
id=org.gimp.GIMP.Plugin.Follicle
metainfo=packaging/$id.metainfo.xml
version=$(cat VERSION)

# tell NUMBER NAME WRONG
tell () {
  if [ -z "$3" ]; then
    echo "ok $1 $2"
  else
    echo "not ok $1 $2"
    echo "$3" | sed 's/^/# /'
  fi
}

echo 1..4
# The project has no home page to name, which later versions warn of and earlier
# ones do not know; all else is held to.
said=$(appstreamcli validate --no-net "$metainfo" 2>&1) && said=
warnings=$(echo "$said" | grep -E '^ *[EW]:')
[ "$(echo "$warnings" | grep -c .)" != 1 ] ||
  [ "${warnings%url-homepage-missing}" = "$warnings" ] || said=
tell 1 /metainfo/is-valid "$said"

newest=$(grep -m 1 '<release ' "$metainfo")
case $newest in
  *"version=\"$version\""*) newest= ;;
esac
tell 2 /metainfo/tells-of-this-version-first "$newest"

said=$(python3 -c 'import sys, xml.dom.minidom as dom
dom.parse(sys.argv[1])' packaging/follicle.svg 2>&1 | tail -n 1)
grep -q "<icon type=\"stock\">$id</icon>" "$metainfo" || said="no icon $id"
tell 3 /metainfo/has-an-icon "$said"

# Meson and the scripts read the file; release notes tell of versions, too.
said=$(grep -rnE "['\"]${version}['\"]" --include=meson.build --include='*.[ch]' \
  --include='*.sh' --include='*.in' . | grep -v '^\./build')
tell 4 /version/stands-in-one-place "$said"
