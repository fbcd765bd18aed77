import { spawnSync } from "node:child_process";
import { expect, test } from "@jest/globals";
import { runProgram } from "../support/program";

/** A test that needs a program which need not be there; that it is skipped is printed. */
function testWith(name: string, probe: readonly [string, ...string[]], run: () => Promise<void>): void {
  const [command, ...words] = probe;
  const { status, stdout } = spawnSync(command, words, { encoding: "utf8", env: { PATH: process.env["PATH"] } });
  const isThere = status === 0 && (name !== "aws-cli v1" || stdout.startsWith("aws-cli/1."));
  if (!isThere) process.stderr.write(`${name} is not installed: its test with the stand-in is skipped\n`);
  (isThere ? test : test.skip)(`${name} can use the stand-in`, run);
}

/** Runs a script against a stand-in and gives what it printed. */
async function scripted(command: readonly string[]): Promise<string[]> {
  const argv = ["stand-in", "--speed", "20", "--", ...command];
  const { exitCode, stdout, stderr } = await runProgram({ argv, timeoutMs: 110_000 });
  expect(`${exitCode ?? ""} ${exitCode === 0 ? "" : stderr}`).toBe("0 ");
  return stdout.trim().split("\n");
}

testWith("aws-cli v1", ["aws", "--version"], async () => {
  const script = `
    set -e
    hook="--lifecycle-hook-name drain --auto-scaling-group-name web"
    aws autoscaling put-lifecycle-hook $hook --lifecycle-transition autoscaling:EC2_INSTANCE_TERMINATING
    aws autoscaling describe-lifecycle-hooks --auto-scaling-group-name web --query 'LifecycleHooks[].GlobalTimeout' --output text
    aws autoscaling record-lifecycle-action-heartbeat $hook --instance-id i-1
    aws autoscaling describe-auto-scaling-instances --instance-ids i-1 --query 'AutoScalingInstances[].LifecycleState' --output text
    aws autoscaling complete-lifecycle-action $hook --instance-id i-1 --lifecycle-action-result CONTINUE
    aws autoscaling complete-lifecycle-action $hook --instance-id i-1 --lifecycle-action-result CONTINUE 2>&1 | grep -o 'No active.*'
    id=$(aws deploy create-deployment --application-name shop --deployment-group-name prod --query deploymentId --output text \\
      --revision 'revisionType=String,string={content=version: 0}')
    aws deploy get-deployment --deployment-id "$id" --query deploymentInfo.creator --output text
    aws ecs list-service-deployments --service web --query 'serviceDeployments[].status' --output text
    aws ssm put-parameter --name /a --value 1 --type String --query Version
    aws ssm get-parameter --name /a --query Parameter.Value --output text`;
  expect(await scripted(["sh", "-c", script])).toEqual([
    "172800",
    "Terminating:Wait",
    "No active Lifecycle Action found with instance ID i-1",
    "user",
    "IN_PROGRESS",
    "1",
    "1",
  ]);
});

testWith("boto3", ["python3", "-c", "import boto3"], async () => {
  const script = `
import boto3
groups, deployments = boto3.client("autoscaling"), boto3.client("codedeploy")
hook = {"LifecycleHookName": "drain", "AutoScalingGroupName": "web"}
groups.put_lifecycle_hook(**hook, LifecycleTransition="autoscaling:EC2_INSTANCE_TERMINATING")
print(groups.describe_lifecycle_hooks(AutoScalingGroupName="web")["LifecycleHooks"][0]["HeartbeatTimeout"])
print(type(groups.describe_auto_scaling_groups()["AutoScalingGroups"][0]["CreatedTime"]).__name__)
revision = {"revisionType": "String", "string": {"content": "{}"}}
id = deployments.create_deployment(applicationName="shop", deploymentGroupName="prod", revision=revision)["deploymentId"]
deployments.get_waiter("deployment_successful").wait(deploymentId=id, WaiterConfig={"Delay": 1})
print(deployments.get_deployment(deploymentId=id)["deploymentInfo"]["status"])
`;
  expect(await scripted(["python3", "-c", script])).toEqual(["3600", "datetime", "Succeeded"]);
});
