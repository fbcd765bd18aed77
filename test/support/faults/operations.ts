import { answerIn, type Scene } from "../scene";
import type { ScriptedAnswer } from "../script";
import { callTo, type Fault, type FaultRun, type World } from "./fault";

/** A call of another operation, in a scene. */
function inScene(words: string, scene: Scene) {
  return async (world: World): Promise<FaultRun> => {
    const { url } = await world.service([], { fallback: answerIn(scene) });
    return operationAt(url, words);
  };
}

/** A call of another operation that gets this answer. */
function answered(words: string, body: string) {
  return async (world: World): Promise<FaultRun> =>
    operationAt((await world.service([{ body, repeat: true }])).url, words);
}

/** A call of another operation. */
function operationAt(url: string, words: string): FaultRun {
  return { ...callTo(url), argv: [...words.split(" "), "--endpoint-url", url] };
}

const fault = (name: string, prepare: Fault["prepare"], says: RegExp): Fault => ({
  name,
  subject: "Other operations",
  prepare,
  ends: "refused",
  says,
});

const groups =
  "<DescribeAutoScalingGroupsResponse><DescribeAutoScalingGroupsResult><AutoScalingGroups><member>" +
  "<AutoScalingGroupName>g</AutoScalingGroupName><MinSize>1</MinSize></member></AutoScalingGroups>" +
  "</DescribeAutoScalingGroupsResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></DescribeAutoScalingGroupsResponse>";
const deployment =
  '{"deploymentInfo":{"deploymentId":"d-1","status":"Succeeded","deploymentOverview":{"Succeeded":1}}}';
const succeeded = { body: deployment };
const [describeGroups, getDeployment] = [
  "autoscaling describe-auto-scaling-groups",
  "deploy get-deployment --deployment-id d-1",
];
const foreign = /Unable to parse response/;

const waiter = "deploy wait deployment-successful --deployment-id d-1";
const patient = `${waiter} --cli-wait-timeout 60 --cli-wait-interval 1`;

/** A wait whose polls get these answers, one after the other. */
const waits =
  (words: string, ...answers: ScriptedAnswer[]) =>
  async (world: World): Promise<FaultRun> =>
    operationAt((await world.service(answers)).url, words);

/** The faults of operations whose answers are nested or come in pages. */
export const operationFaults: readonly Fault[] = [
  fault(
    "describe-auto-scaling-groups: XML cut within the list",
    answered(describeGroups, groups.slice(0, 150)),
    foreign,
  ),
  fault(
    "describe-auto-scaling-groups: XML cut before the last bracket",
    answered(describeGroups, groups.slice(0, -1)),
    foreign,
  ),
  fault(
    "describe-auto-scaling-groups: a number that is none",
    answered(describeGroups, groups.replace(">1<", ">many<")),
    foreign,
  ),
  fault(
    "describe-auto-scaling-groups: an element in the place of a text",
    answered(describeGroups, groups.replace(">g<", "><a>g</a><")),
    foreign,
  ),
  fault("get-deployment: JSON cut within the object", answered(getDeployment, deployment.slice(0, -3)), foreign),
  fault("get-deployment: a list in the place of an object", answered(getDeployment, '{"deploymentInfo":[]}'), foreign),
  fault(
    "get-deployment: a number within in the place of an object",
    answered(getDeployment, '{"deploymentInfo":{"revision":1}}'),
    foreign,
  ),
  fault(
    "list-deployments: pages that never end, as their token comes again",
    inScene("deploy list-deployments", {
      operations: { ListDeployments: () => ({ json: { deployments: ["d-1"], nextToken: "t" } }) },
    }),
    /The same next token was received twice/,
  ),
  fault(
    "describe-auto-scaling-groups: the second page is an error",
    inScene(describeGroups, {
      operations: {
        DescribeAutoScalingGroups: (_, nth) =>
          nth === 1 ? { xml: "<AutoScalingGroups/><NextToken>t</NextToken>" } : { error: ["AccessDenied", "no", 403] },
      },
    }),
    /AccessDenied/,
  ),
  fault(
    "describe-auto-scaling-groups: the second page is cut short",
    async (world) => {
      const page = groups.replace("</AutoScalingGroups>", "</AutoScalingGroups><NextToken>t</NextToken>");
      return operationAt((await world.service([{ body: page }, { body: groups.slice(0, 150) }])).url, describeGroups);
    },
    foreign,
  ),
  fault(
    "wait, as aws-cli does: the connection is reset",
    waits(waiter, { reset: true }, succeeded),
    /Connection was closed/,
  ),
  fault(
    "wait, as aws-cli does: the service fails",
    waits(waiter, { status: 500 }, succeeded),
    /Waiter DeploymentSuccessful failed/,
  ),
  fault(
    "wait: the deployment has failed",
    waits(patient, { body: deployment.replace("Succeeded", "Failed") }),
    /Waiter DeploymentSuccessful failed/,
  ),
  fault(
    "wait: the answer is a portal's page",
    waits(patient.replace("60", "2"), { body: "<html>", repeat: true }),
    foreign,
  ),
  {
    ...fault(
      "wait: a connection is reset, then the service fails",
      waits(patient, { reset: true }, { status: 500 }, succeeded),
      /Succeeded/,
    ),
    ends: "told",
    onlyOurs: true,
  },
];
