#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# fake-ssh.sh [OPTIONS] HOST [--] COMMAND...
#
# Runs a command on this machine as if it were another: in the folder
# FAKE_SSH_HOME, and without knowing of a stage.
while :; do
  case $1 in
    -[lpo]) shift 2 ;;
    -*) shift ;;
    *) break ;;
  esac
done
shift
[ "$1" != -- ] || shift
cd "$FAKE_SSH_HOME" || exit 1
unset FOLLICLE_STAGE
HOME=$FAKE_SSH_HOME exec sh -c "$*"
