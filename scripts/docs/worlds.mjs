const hook = (LifecycleHookName, LifecycleTransition) => ({
  LifecycleHookName,
  LifecycleTransition,
  HeartbeatTimeout: 600,
});
const instance = { id: "i-0123456789abcdef0" };
const drain = hook("drain", "autoscaling:EC2_INSTANCE_TERMINATING");
const launch = hook("launch", "autoscaling:EC2_INSTANCE_LAUNCHING");

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
/** The stand-in's id of the first deployment's execution of this hook. */
const event = "AfterAllowTestTraffic";
const executionId = Buffer.from(JSON.stringify({ d: "d-000000001", e: event })).toString("base64url");

const createInWorld = [
  `DEPLOYMENT_ID=$(${createDeployment} ${revision} --query deploymentId --output text)`,
  "export DEPLOYMENT_ID",
  "sleep 1",
].join("\n");
const serviceDeployment =
  "aws-lifecycle-hooks ecs list-service-deployments --cluster shop --service web --output text" +
  " --query serviceDeployments[0].serviceDeploymentArn";
const started = [createInWorld, `SERVICE_DEPLOYMENT_ARN=$(${serviceDeployment})`, "export SERVICE_DEPLOYMENT_ARN"].join(
  "\n",
);

/**
 * The worlds of the documentation's scripts, by name: `setup` is the stand-in's world, `start` what a shell does
 * before the script, and `hookCommand` what a shell does for a deployment's hook.
 */
export const worlds = {
  launching: {
    setup: {
      groups: [{ name: "web", hooks: [launch] }],
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
  parked: {
    setup: {
      applications: [{ name: "shop", groups: [{ name: "production", platform: "ECS", hooks: [event] }] }],
      parameters: [{ Name: "/codedeploy-hooks/d-000000001", Value: executionId }],
    },
    start: createInWorld,
  },
  gates: { setup: deployments(true), start: started },
  deployments: { setup: deployments(false), start: started },
  ready: { setup: deployments(true) },
  waiting: {
    setup: {
      applications: [
        {
          name: "shop",
          groups: [{ name: "production", platform: "ECS", hooks: [event], ready: { action: "STOP_DEPLOYMENT" } }],
        },
      ],
    },
    start: `CREATE_DEPLOYMENT='${createDeployment} ${revision}' && export CREATE_DEPLOYMENT && $CREATE_DEPLOYMENT >created`,
    hookCommand: [
      "touch waits-$DEPLOYMENT_ID; until [ -e goes-on-$DEPLOYMENT_ID ]; do sleep 0.1; done;",
      "exec aws-lifecycle-hooks deploy put-lifecycle-event-hook-execution-status --deployment-id $DEPLOYMENT_ID",
      "--lifecycle-event-hook-execution-id $LIFECYCLE_EVENT_HOOK_EXECUTION_ID -- ./smoke-test.sh 2>errors",
    ].join(" "),
  },
};
