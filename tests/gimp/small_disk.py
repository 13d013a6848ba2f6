# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk that is soon full."""

import contextlib
import os
import subprocess

# What a test's name ends with where it cannot be run.
UNLESS_ROOT = '' if os.geteuid() == 0 else ' # SKIP only root can mount a disk'


@contextlib.contextmanager
def mounted(folder, kilobytes):
    os.makedirs(folder, exist_ok=True)
    subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size=%dk' % kilobytes,
                    'tmpfs', folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(['umount', folder], check=True)
