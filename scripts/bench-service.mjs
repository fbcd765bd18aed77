import { createServer } from "node:http";

/**
 * A service for `npm run bench`, started as a process of its own; it says its port. `/groups/N` describes N Auto Scaling
 * groups of about 5 KB each, `/pages/N` lists deployments on N pages of one, and elsewhere every call is a success. Nothing
 * is checked.
 */
const server = createServer((request, response) => {
  const [, what, count] = /^\/(groups|pages)\/(\d+)/.exec(request.url ?? "") ?? [];
  let body = "";
  request.on("data", (data) => (body += data));
  request.on("end", () => {
    const action = /\bAction=(\w+)/.exec(body)?.[1];
    response.writeHead(200, { "content-type": action ? "text/xml" : "application/x-amz-json-1.1" });
    if (what === "groups") response.end(groups(Number(count)));
    else if (what === "pages") response.end(page(body, Number(count)));
    else if (action)
      response.end(
        `<${action}Response><${action}Result></${action}Result><ResponseMetadata><RequestId>bench</RequestId></ResponseMetadata></${action}Response>`,
      );
    else
      response.end(
        '{"lifecycleEventHookExecutionId":"e-BENCH","deploymentInfo":{"deploymentId":"d-BENCH","status":"Succeeded"}}',
      );
  });
});
server.listen(0, "127.0.0.1", () =>
  process.stdout.write(`${/** @type {import("node:net").AddressInfo} */ (server.address()).port}\n`),
);
process.stdin.on("end", () => process.exit()).resume();

function page(body, count) {
  const number = Number(JSON.parse(body).nextToken ?? 1);
  return JSON.stringify({ deployments: [`d-${number}`], ...(number < count && { nextToken: String(number + 1) }) });
}

const xml = (members) =>
  Object.entries(members)
    .map(([name, value]) => `<${name}>${typeof value === "object" ? xml(value) : value}</${name}>`)
    .join("");

const list = (items) => items.map((item) => `<member>${typeof item === "object" ? xml(item) : item}</member>`).join("");

/** The answers that were made already: a run is not to wait until one is made. */
const made = new Map();

function groups(count) {
  if (!made.has(count)) made.set(count, Buffer.from(describeGroups(count)));
  return made.get(count);
}

function describeGroups(count) {
  const members = Array.from({ length: count }, (_, at) => `<member>${group(at)}</member>`).join("");
  return `<DescribeAutoScalingGroupsResponse xmlns="http://autoscaling.amazonaws.com/doc/2011-01-01/"><DescribeAutoScalingGroupsResult><AutoScalingGroups>${members}</AutoScalingGroups></DescribeAutoScalingGroupsResult><ResponseMetadata><RequestId>bench</RequestId></ResponseMetadata></DescribeAutoScalingGroupsResponse>`;
}

function group(at) {
  const name = `group-${String(at).padStart(5, "0")}`;
  const template = { LaunchTemplateId: "lt-0123456789abcdef0", LaunchTemplateName: "web", Version: "7" };
  const scalars = {
    AutoScalingGroupName: name,
    AutoScalingGroupARN: `arn:aws:autoscaling:us-east-1:123456789012:autoScalingGroup:${name}:autoScalingGroupName/${name}`,
    MinSize: 1,
    MaxSize: 20,
    DesiredCapacity: 8,
    DefaultCooldown: 300,
    HealthCheckType: "EC2",
    HealthCheckGracePeriod: 300,
    CreatedTime: "2026-01-02T03:04:05.678Z",
    VPCZoneIdentifier: "subnet-0123456789abcdef0,subnet-0123456789abcdef1",
    NewInstancesProtectedFromScaleIn: false,
  };
  const instances = Array.from({ length: 8 }, (_, instance) => ({
    InstanceId: `i-${String(at * 8 + instance).padStart(17, "0")}`,
    InstanceType: "m5.large",
    AvailabilityZone: "us-east-1a",
    LifecycleState: "InService",
    HealthStatus: "Healthy",
    LaunchTemplate: template,
    ProtectedFromScaleIn: false,
  }));
  const tags = Array.from({ length: 4 }, (_, tag) => ({
    ResourceId: name,
    ResourceType: "auto-scaling-group",
    Key: `key-${tag}`,
    Value: "value",
    PropagateAtLaunch: true,
  }));
  const zones = list(["us-east-1a", "us-east-1b"]);
  return `${xml(scalars)}<LaunchTemplate>${xml(template)}</LaunchTemplate><AvailabilityZones>${zones}</AvailabilityZones><Instances>${list(instances)}</Instances><Tags>${list(tags)}</Tags>`;
}
