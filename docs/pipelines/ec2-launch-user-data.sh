#!/bin/bash
# User data for Amazon Linux 2023, for a group with a launch hook: sets the instance up, then lets it go into service. If
# setup.sh fails, the instance is terminated and replaced. The image has /usr/local/bin/setup.sh. The instance's role needs
# the permissions that `aws-lifecycle-hooks autoscaling complete-lifecycle-action help` lists.
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
  --cli-command-wait 300 -- /usr/local/bin/setup.sh
