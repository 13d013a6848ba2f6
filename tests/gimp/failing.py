# SPDX-License-Identifier: GPL-3.0-or-later
"""The plug-in in a profile, as it is or with calls to GIMP that are refused."""

import os

WRAPPER = '''#!/bin/sh
FOLLICLE_FAIL_AT=$(cat "%s" 2>/dev/null)
export FOLLICLE_FAIL_AT
LD_PRELOAD="%s" exec "%s" "$@"
'''


def put_plug_in(folder, target):
    """Where FOLLICLE_FAILING names failing.c's library, the file `fail-at` in
    the test's folder says which call is refused.
    """
    plug_in = os.environ['FOLLICLE_PLUG_IN']
    library = os.environ.get('FOLLICLE_FAILING')
    if not library:
        os.symlink(plug_in, target)
        return
    with open(target, 'w') as file:
        file.write(WRAPPER % (os.path.join(folder, 'fail-at'), library,
                              plug_in))
    os.chmod(target, 0o755)
