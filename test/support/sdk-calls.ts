import {
  AutoScalingClient,
  PutLifecycleHookCommand,
  type PutLifecycleHookCommandInput,
} from "@aws-sdk/client-auto-scaling";
import {
  CodeDeployClient,
  PutLifecycleEventHookExecutionStatusCommand,
  type PutLifecycleEventHookExecutionStatusCommandInput,
} from "@aws-sdk/client-codedeploy";
import { ECSClient } from "@aws-sdk/client-ecs";
import { SSMClient } from "@aws-sdk/client-ssm";
import { setTimeout as wait } from "node:timers/promises";

// The SDK warns on a Node that is to be dropped; what the tests print is not the place for it.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";

/** The input of a call, from which members can be removed. */
type Changes<Input> = { readonly [Member in keyof Input]?: Input[Member] | undefined };

/** The caller: the stand-in's own key and the right time, unless something else is said. */
export interface Caller {
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  /** The time by which the caller's clock is ahead, in milliseconds. */
  readonly systemClockOffset?: number;
}

/** Puts a hook with the SDK, in one attempt. Returns `ok`, or the error's name and HTTP status. */
export function putHook(
  url: string,
  input: Changes<PutLifecycleHookCommandInput> = {},
  caller: Caller = {},
): Promise<string> {
  const hook = {
    AutoScalingGroupName: "g",
    LifecycleHookName: "h",
    LifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
    ...input,
  };
  return outcome(
    new AutoScalingClient(config(url, caller)).send(new PutLifecycleHookCommand(hook as PutLifecycleHookCommandInput)),
  );
}

/** Reports a hook execution with the SDK, in one attempt. Returns `ok`, or the error's name and HTTP status. */
export function report(
  url: string,
  input: Changes<PutLifecycleEventHookExecutionStatusCommandInput> = {},
  caller: Caller = {},
): Promise<string> {
  const execution = { deploymentId: "d-1", lifecycleEventHookExecutionId: "x", status: "InProgress", ...input };
  return outcome(
    new CodeDeployClient(config(url, caller)).send(
      new PutLifecycleEventHookExecutionStatusCommand(execution as PutLifecycleEventHookExecutionStatusCommandInput),
    ),
  );
}

/** The SDK's clients of all services, each making one attempt, with the stand-in's own key. */
export function clients(url: string) {
  const settings = config(url, {});
  return {
    autoScaling: new AutoScalingClient(settings),
    codeDeploy: new CodeDeployClient(settings),
    ecs: new ECSClient(settings),
    ssm: new SSMClient(settings),
  };
}

/** Asks until the answer is the awaited one, and returns it; after 20 seconds returns the last one. */
export async function eventually<Answer>(
  ask: () => Promise<Answer>,
  isIt: (answer: Answer) => boolean,
): Promise<Answer> {
  const end = Date.now() + 20_000;
  for (;;) {
    const answer = await ask();
    if (isIt(answer) || Date.now() > end) return answer;
    await wait(20);
  }
}

function config(url: string, caller: Caller) {
  const { accessKeyId = "AKIDSTANDIN", secretAccessKey = "not-a-secret", systemClockOffset = 0 } = caller;
  const credentials = { accessKeyId, secretAccessKey };
  return { endpoint: url, region: "eu-west-1", maxAttempts: 1, credentials, systemClockOffset };
}

/** `ok`, or the error's name and HTTP status. */
export async function outcome(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "ok";
  } catch (error) {
    const { name, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } };
    return `${name} ${$metadata?.httpStatusCode ?? "without an answer"}`;
  }
}
