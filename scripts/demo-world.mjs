/** The speed of the demo's world, as a multiple of the machine's clock. */
export const speed = 60;

/**
 * The demo's world: an instance that terminates, one that launches, a group of deployments and a service under
 * deployment.
 */
export const world = {
  groups: [
    {
      name: "web",
      hooks: [
        {
          LifecycleHookName: "warm-up",
          LifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
          HeartbeatTimeout: 600,
          DefaultResult: "ABANDON",
        },
        {
          LifecycleHookName: "drain",
          LifecycleTransition: "autoscaling:EC2_INSTANCE_TERMINATING",
          HeartbeatTimeout: 7200,
          DefaultResult: "CONTINUE",
        },
      ],
      instances: [{ id: "i-0old" }],
    },
  ],
  applications: [
    {
      name: "shop",
      groups: [{ name: "prod", platform: "ECS", ready: { action: "STOP_DEPLOYMENT", waitMinutes: 1440 } }],
    },
  ],
  services: [
    {
      name: "api",
      cluster: "prod",
      pauses: [{ stage: "POST_TEST_TRAFFIC_SHIFT", timeoutMinutes: 1440 }],
      deploying: true,
    },
  ],
  events: [
    { after: 0, launch: { group: "web", instance: "i-0new" } },
    { after: 0, terminate: "i-0old" },
  ],
};

const instances = "autoscaling describe-auto-scaling-instances --output text --query";
const action = "--auto-scaling-group-name web --lifecycle-hook-name";
const serviceDeployment = "arn:aws:ecs:us-east-1:123456789012:service-deployment/prod/api/dep-1";
const revision = { revisionType: "String", string: { content: "Hooks:\n" } };

/** The lines that are typed, as in demo-steps.mjs; `after` is the line of the stand-in's log that is waited for. */
export const worldSteps = [
  {
    about: "An instance that is to be terminated waits at a hook.",
    after: /i-0old waits at drain/,
    typed: `${instances} AutoScalingInstances[].LifecycleState --instance-ids i-0old`,
    stdout: "Terminating:Wait\n",
  },
  {
    about: "A heartbeat gives it its whole time again.",
    typed: `autoscaling record-lifecycle-action-heartbeat ${action} drain --instance-id i-0old`,
  },
  {
    about: "Drain it, with heartbeats meanwhile, and let it go when that is done.",
    file: "drain.js",
    content: 'console.log("no connections left");',
    typed: `autoscaling complete-lifecycle-action ${action} drain --instance-id i-0old -- node drain.js`,
    stdout: "no connections left\n",
    stderr: /completed with CONTINUE: node exited with 0/,
  },
  {
    about: "A deployment, which stops before it moves the traffic.",
    file: "create.json",
    content: JSON.stringify({ applicationName: "shop", deploymentGroupName: "prod", revision }, undefined, 2),
    typed: "deploy create-deployment --cli-input-json file://create.json --query deploymentId --output text",
    stdout: "d-000000001\n",
  },
  {
    about: "A gate: wait until it is Ready, test, and go on if that succeeds.",
    file: "smoke-test.js",
    content: 'console.log("GET / gives 200");',
    typed:
      "deploy continue-deployment --deployment-id d-000000001 --deployment-wait-type READY_WAIT -- node smoke-test.js",
    stdout: "GET / gives 200\n",
    stderr: /continued the deployment: node exited with 0/,
  },
  {
    about: "It has moved the traffic, and is done.",
    after: /d-000000001 is Succeeded/,
    typed: "deploy get-deployment --deployment-id d-000000001 --query deploymentInfo.status --output text",
    stdout: "Succeeded\n",
  },
  {
    about: "The same for a service of ECS, which pauses at a hook.",
    typed: `ecs continue-service-deployment --service-deployment-arn ${serviceDeployment} -- node smoke-test.js`,
    stdout: "GET / gives 200\n",
    stderr: /answered with CONTINUE: node exited with 0/,
  },
  {
    about: "An instance was launched too, and nobody sent a heartbeat. Now it is too late.",
    after: /the launch of i-0new is abandoned/,
    typed: `autoscaling complete-lifecycle-action ${action} warm-up --instance-id i-0new --lifecycle-action-result CONTINUE`,
    exitCode: 255,
    stderr: /No active Lifecycle Action found with instance ID i-0new/,
  },
  {
    about: "What it cost: the instance is gone, and another one is launched in its place.",
    after: /i-\d{17} of web is launched/,
    typed: `${instances} AutoScalingInstances[].InstanceId`,
    stdout: /^i-\d{17}\n$/,
  },
];
