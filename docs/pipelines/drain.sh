#!/bin/sh
# What drain.service runs: takes the instance out of work, and ends when nothing is under way any more. It may take as long
# as the action lasts: 100 times the hook's heartbeat timeout, 48 hours at most.
set -eu

echo "draining $INSTANCE_ID of $AUTO_SCALING_GROUP_NAME"
systemctl stop worker.service
