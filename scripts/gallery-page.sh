#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
#
# gallery-page.sh LOOKS SKIN...: writes the page of gallery.sh, for lines of a
# look's id and the case that it is shown on, and for skins.
set -euo pipefail
looks=$1
shift

presets=$(dirname "$0")/../presets/looks.ini

# preset_text ID KEY: what the preset says of itself
preset_text () {
  awk -F= -v id="[$1]" -v key="$2" \
    '/^\[/ { inside = $0 == id } inside && $1 == key { print $2; exit }' \
    "$presets"
}

# slider BEFORE AFTER TEXT
slider () {
  cat <<END
<div class="pair"><img class="before" src="gallery/$1.jpg" alt="$3, before"
 loading="lazy"><img class="after" src="gallery/$2.jpg" alt="$3, after"
 loading="lazy"><span class="line"></span><input type="range" min="0"
 max="100" value="50" aria-label="$3: how much of before is seen"></div>
END
}

cat <<'END'
<!DOCTYPE html>
<!-- SPDX-License-Identifier: GPL-3.0-or-later -->
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Follicle: gallery</title>
<style>
:root { color-scheme: light dark; --line: #8886; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; padding: 1rem;
       max-width: 86rem; }
h1 { margin: 0; font-size: 1.6rem; } h2 { margin: 2rem 0 .5rem; }
p { max-width: 44rem; margin: .4rem 0; }
.grid { display: grid; gap: 1.2rem;
        grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); }
.near { grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); }
figure { margin: 0; } figcaption { font-size: .9rem; }
figcaption b { display: block; font-size: 1rem; }
img { display: block; width: 100%; border-radius: .4rem; }
.near img { width: 400px; max-width: 100%; }
.pair { position: relative; --at: 50%; }
.pair .after { position: absolute; inset: 0; height: 100%;
               clip-path: inset(0 0 0 var(--at)); }
.pair .line { position: absolute; top: 0; bottom: 0; left: var(--at);
              width: 2px; margin-left: -1px; background: #fffc;
              pointer-events: none; }
.pair input { position: absolute; inset: 0; width: 100%; height: 100%;
              margin: 0; opacity: 0; cursor: ew-resize; }
.pair:focus-within { outline: 2px solid Highlight; border-radius: .4rem; }
fieldset { position: sticky; top: 0; z-index: 1; border: 0; padding: .5rem 0;
           margin: .5rem 0; background: Canvas;
           border-bottom: 1px solid var(--line); }
legend { float: left; padding: 0; margin-right: 1rem; }
label { margin-right: 1rem; white-space: nowrap; }
</style>
</head>
<body>
<h1>Follicle</h1>
<p>Every look that comes with Follicle, on rendered heads: move the line to
see before and after. What is shown is a simulation, not a promised result.</p>
<fieldset id="skins"><legend>Skin</legend>
END
checked=checked
for skin in "$@"; do
  echo "<label><input type=\"radio\" name=\"skin\" value=\"$skin\" $checked>"
  echo "$skin</label>"
  checked=
done
cat <<'END'
</fieldset>
<h2>Looks</h2>
<div class="grid" id="looks">
END
while read -r look head; do
  name=$(preset_text "$look" Name)
  echo "<figure>"
  slider "head-$head-$1" "$look-$1" "$name"
  echo "<figcaption><b>$name</b> $(preset_text "$look" Comment)</figcaption>"
  echo "</figure>"
done <<<"$looks"
cat <<'END'
</div>
<h2>Sessions, from near by</h2>
<p>The look <i>Natural</i> at 64 pixels per cm, healed for a month.</p>
<div class="grid near">
<figure><img src="gallery/close.jpg" alt="Before" loading="lazy">
<figcaption>before</figcaption></figure>
END
for session in 1 2 3; do
  echo "<figure><img src=\"gallery/session-$session.jpg\" loading=\"lazy\""
  echo " alt=\"After session $session\">"
  echo "<figcaption>after session $session</figcaption></figure>"
done
cat <<'END'
</div>
<h2>Age, from near by</h2>
<div class="grid near">
END
while read -r months text; do
  echo "<figure><img src=\"gallery/age-$months.jpg\" loading=\"lazy\""
  echo " alt=\"$text\"><figcaption>$text</figcaption></figure>"
done <<'END'
0 fresh
1 after a month
12 after a year
60 after five years
END
cat <<'END'
</div>
<script>
for (const pair of document.querySelectorAll(".pair"))
  pair.querySelector("input").addEventListener("input", event =>
    pair.style.setProperty("--at", event.target.value + "%"));
document.getElementById("skins").addEventListener("change", event => {
  for (const image of document.querySelectorAll("#looks img"))
    image.src = image.src.replace(/-(light|medium|brown|dark)\.jpg$/,
                                  "-" + event.target.value + ".jpg");
});
</script>
</body>
</html>
END
