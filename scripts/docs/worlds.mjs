const hook = (LifecycleHookName, LifecycleTransition) => ({
  LifecycleHookName,
  LifecycleTransition,
  HeartbeatTimeout: 600,
});
const instance = { id: "i-0123456789abcdef0" };
const drain = hook("drain", "autoscaling:EC2_INSTANCE_TERMINATING");
const setUp = hook("wait-for-setup", "autoscaling:EC2_INSTANCE_LAUNCHING");

/** A deployment of CodeDeploy to ECS, and one of an ECS service. With `isGated` both wait for an answer. */
function deployments(isGated) {
  const ready = isGated && { ready: { action: "STOP_DEPLOYMENT", waitMinutes: 60 } };
  const pauses = isGated ? [{ stage: "POST_TEST_TRAFFIC_SHIFT" }] : [];
  return {
    applications: [{ name: "shop", groups: [{ name: "production", platform: "ECS", ...ready }] }],
    services: [{ name: "web", cluster: "shop", deploying: true, pauses }],
  };
}

const revision = "--s3-location bucket=releases,key=shop.zip,bundleType=zip";
const createDeployment =
  "aws-lifecycle-hooks deploy create-deployment --application-name shop --deployment-group-name production";
const started = {
  env: {
    DEPLOYMENT_ID: "d-000000001",
    SERVICE_DEPLOYMENT_ARN: "arn:aws:ecs:us-east-1:123456789012:service-deployment/shop/web/standin0000000000001",
  },
  start: `${createDeployment} ${revision} > /dev/null; sleep 1`,
};

/**
 * What the stand-in has for a script of the documentation, by name: `setup` is the world, `env` and `start` are variables
 * and a shell line for the time before the script.
 */
export const worlds = {
  launching: {
    setup: {
      groups: [{ name: "web", hooks: [setUp] }],
      events: [{ after: 0, launch: { group: "web", instance: instance.id } }],
      instance: instance.id,
    },
  },
  terminating: {
    setup: {
      groups: [{ name: "web", hooks: [drain], instances: [instance] }],
      events: [{ after: 0, terminate: instance.id }],
    },
  },
  spot: {
    setup: {
      groups: [{ name: "web", hooks: [drain], instances: [instance] }],
      events: [{ after: 0, spot: instance.id }],
    },
  },
  gates: { setup: deployments(true), ...started },
  deployments: { setup: deployments(false), ...started },
  ready: { setup: deployments(true) },
};
