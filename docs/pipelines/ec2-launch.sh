#!/bin/bash
# User data for Amazon Linux 2023, in a group with the launch hook `launch`: the instance goes into service when its set-up
# has succeeded, and is replaced when it has failed. The instance's role needs autoscaling:CompleteLifecycleAction,
# autoscaling:RecordLifecycleActionHeartbeat, autoscaling:DescribeAutoScalingInstances and autoscaling:DescribeLifecycleHooks.
set -euo pipefail

# An image may have an older Node.js, which can stay the active one when a newer one is installed beside it.
is_node_new() { command -v npx > /dev/null && node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)'; }
if ! is_node_new; then
  dnf install -y nodejs22 nodejs22-npm
  is_node_new || alternatives --set node /usr/bin/node-22
fi

metadata=${AWS_EC2_METADATA_SERVICE_ENDPOINT:-http://169.254.169.254}
token=$(curl -fsS -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 60' "$metadata/latest/api/token")
region=$(curl -fsS -H "X-aws-ec2-metadata-token: $token" "$metadata/latest/meta-data/placement/region")

npx --yes aws-lifecycle-hooks@1.0.0 autoscaling complete-lifecycle-action \
  --region "$region" \
  --lifecycle-hook-name launch \
  --cli-command-when launching \
  -- /opt/app/set-up.sh
