#!/bin/sh
# /usr/local/bin/drain.sh, for drain.service: ends this instance's work. Put your own steps here. The environment has
# AUTO_SCALING_GROUP_NAME, LIFECYCLE_HOOK_NAME, INSTANCE_ID and LIFECYCLE_TRANSITION, as far as they are known.
set -eu

# Stops the worker and waits until its processes have ended, for as long as its unit's TimeoutStopSec allows.
systemctl stop worker.service
