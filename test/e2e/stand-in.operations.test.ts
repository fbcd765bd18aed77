import * as autoscaling from "@aws-sdk/client-auto-scaling";
import * as deploy from "@aws-sdk/client-codedeploy";
import * as ecs from "@aws-sdk/client-ecs";
import * as ssm from "@aws-sdk/client-ssm";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { listedOperations, loadModel } from "../support/models";
import { clients, outcome } from "../support/sdk-calls";
import { startStandIn, type RunningStandIn } from "../support/stand-in";

let standIn: RunningStandIn;

beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.stop());

const hook = {
  AutoScalingGroupName: "web",
  LifecycleHookName: "drain",
  LifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
};
const deployment = {
  deploymentId: "d-1",
  lifecycleEventHookExecutionId: "x",
  targetId: "application",
  targetIds: ["i-00000000000000001"],
};
const serviceDeploymentArn = "arn:aws:ecs:us-east-1:123456789012:service-deployment/default/web/1";

/** What each operation is called with, without a member that it does not know. */
const inputs: Readonly<Record<string, object>> = {
  autoscaling: { ...hook, InstanceId: "i-1", LifecycleActionResult: "CONTINUE" },
  deploy: {
    ...deployment,
    targetId: "i-00000000000000001",
    status: "Succeeded",
    applicationName: "shop",
    deploymentGroupName: "prod",
    revision: { revisionType: "String", string: { content: "{}" } },
  },
  ecs: { serviceDeploymentArn, hookId: "hook-1", serviceDeploymentArns: [serviceDeploymentArn], service: "web" },
  ssm: { Name: "/a", Value: "1", Type: "String", Overwrite: true },
};

const packages: Readonly<Record<string, object>> = { autoscaling, deploy, ecs, ssm };

type Send = { send: (command: object) => Promise<unknown> };

/** Calls that need what others leave: in this order. */
const order = ["put-parameter", "get-parameter", "delete-parameter"];
const inOrder = [...listedOperations].sort((a, b) => order.indexOf(a.word) - order.indexOf(b.word));

test("every operation that the tool can call is answered as the SDK reads it", async () => {
  const { autoScaling, codeDeploy, ecs: containers, ssm: parameters } = clients(standIn.url);
  const clientOf: Readonly<Record<string, unknown>> = {
    autoscaling: autoScaling,
    deploy: codeDeploy,
    ecs: containers,
    ssm: parameters,
  };
  const outcomes: Record<string, string> = {};
  for (const operation of inOrder) {
    const { name, input } = await loadModel(operation);
    const members = Object.keys(input?.members ?? {});
    const given = Object.entries(inputs[operation.service] ?? {}).filter(([member]) => members.includes(member));
    const Command = (packages[operation.service] as Record<string, new (given: object) => object>)[`${name}Command`];
    if (!Command) throw new Error(`the SDK has no ${name}`);
    const client = clientOf[operation.service] as Send;
    outcomes[operation.word] = await outcome(client.send(new Command(Object.fromEntries(given))));
  }
  expect(outcomes).toEqual(Object.fromEntries(listedOperations.map(({ word }) => [word, expectedOf(word)])));
});

/** The instance waits no more when the heartbeat comes, and the deployment is over when it is to be stopped. */
function expectedOf(word: string): string {
  if (word === "record-lifecycle-action-heartbeat") return "ValidationError 400";
  if (word === "stop-deployment") return "DeploymentAlreadyCompletedException 400";
  return "ok";
}

test("an operation without code of its own answers a sample", async () => {
  const { autoScaling } = clients(standIn.url);
  expect(await autoScaling.send(new autoscaling.DescribeAccountLimitsCommand({}))).toMatchObject({
    MaxNumberOfAutoScalingGroups: 1,
    NumberOfLaunchConfigurations: 1,
  });
});
