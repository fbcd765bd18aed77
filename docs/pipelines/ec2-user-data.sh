#!/bin/bash
# User data for Amazon Linux 2023: as an instance of the group comes up, it makes sure that the group holds terminating
# instances for ten minutes, so that they can drain. The instance's role needs autoscaling:PutLifecycleHook.
set -euo pipefail

group=web

# An image may have an older Node.js, which can stay the active one when a newer one is installed beside it.
is_node_new() { command -v npx > /dev/null && node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)'; }
if ! is_node_new; then
  dnf install -y nodejs22 nodejs22-npm
  is_node_new || alternatives --set node /usr/bin/node-22
fi

metadata=${AWS_EC2_METADATA_SERVICE_ENDPOINT:-http://169.254.169.254}
token=$(curl -fsS -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 60' "$metadata/latest/api/token")
region=$(curl -fsS -H "X-aws-ec2-metadata-token: $token" "$metadata/latest/meta-data/placement/region")

npx --yes aws-lifecycle-hooks@1.0.0 autoscaling put-lifecycle-hook \
  --region "$region" \
  --lifecycle-hook-name drain \
  --auto-scaling-group-name "$group" \
  --lifecycle-transition autoscaling:EC2_INSTANCE_TERMINATING \
  --heartbeat-timeout 600 \
  --default-result CONTINUE
