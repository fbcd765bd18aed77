import { afterAll, beforeEach, beforeAll } from "@jest/globals";
import type { Answer, Received } from "../../src/stand-in/wire";
import { defaultAnswer } from "./defaults";
import type { ScriptedAnswer } from "./script";
import type { SeenRequest } from "./seen";
import { startService, type TestService } from "./service";

/** The services that answer hooks: CodeDeploy, EC2 Auto Scaling and the parameters of Systems Manager. */
export interface HookService {
  readonly service: () => TestService;
  readonly parameters: Map<string, string>;
  /** The variable that directs a run to it. */
  readonly env: () => { readonly AWS_ENDPOINT_URL: string };
  /**
   * The outcomes of hooks: statuses to CodeDeploy and results to EC2 Auto Scaling, in order, from correctly signed
   * calls.
   */
  readonly told: () => string[];
  /** The names of the operations that were called, in order. */
  readonly called: () => string[];
}

/** Such a service for the tests of a file. Before each of them nothing is stored, scripted or seen. */
export function useHookService(heartbeatTimeout = 3600): HookService {
  const parameters = new Map<string, string>();
  let service: TestService;
  const fallback = (request: Received): Answer => answer(request, { parameters, heartbeatTimeout });
  beforeAll(async () => {
    service = await startService([], { fallback });
  });
  afterAll(() => service.stop());
  beforeEach(() => {
    parameters.clear();
    service.requests.length = 0;
    service.script.length = 0;
  });
  return {
    service: () => service,
    parameters,
    env: () => ({ AWS_ENDPOINT_URL: service.url }),
    told: () => toldIn(service.requests),
    called: () => service.requests.map(operationOf),
  };
}

/** The outcomes of hooks in requests; `badly signed` if a signature is wrong. */
export function toldIn(requests: readonly SeenRequest[]): string[] {
  return requests.flatMap((request) => {
    const { body, auth } = request;
    const outcome =
      operationOf(request) === "CompleteLifecycleAction"
        ? body && "form" in body && body.form["LifecycleActionResult"]
        : operationOf(request) === "PutLifecycleEventHookExecutionStatus" && body && "json" in body
          ? (body.json as { readonly status: string }).status
          : undefined;
    return outcome ? [auth?.valid ? outcome : "badly signed"] : [];
  });
}

/** The operation that a request calls. */
function operationOf({ target, body }: SeenRequest): string {
  if (target !== null) return target.replace(/.*\./, "");
  return body && "form" in body ? (body.form["Action"] ?? "") : "";
}

interface Stored {
  readonly parameters: Map<string, string>;
  readonly heartbeatTimeout: number;
}

function answer(request: Received, { parameters, heartbeatTimeout }: Stored): Answer {
  const target = String(request.headers["x-amz-target"] ?? "");
  if (target.startsWith("AmazonSSM.")) return parameterAnswer(target, request, parameters);
  if (target !== "") {
    const { lifecycleEventHookExecutionId } = JSON.parse(request.body.toString()) as Record<string, string>;
    return json({ lifecycleEventHookExecutionId });
  }
  const form = new URLSearchParams(request.body.toString());
  switch (form.get("Action")) {
    case "CompleteLifecycleAction":
    case "RecordLifecycleActionHeartbeat":
      return xml(form.get("Action") ?? "", "");
    case "DescribeLifecycleHooks": {
      const name = form.get("LifecycleHookNames.member.1") ?? "";
      const hook = `<LifecycleHookName>${name}</LifecycleHookName><HeartbeatTimeout>${heartbeatTimeout}</HeartbeatTimeout>`;
      return xml("DescribeLifecycleHooks", `<LifecycleHooks><member>${hook}</member></LifecycleHooks>`);
    }
    default:
      return defaultAnswer(request);
  }
}

function parameterAnswer(target: string, { body }: Received, parameters: Map<string, string>): Answer {
  const { Name = "", Value = "" } = JSON.parse(body.toString()) as { readonly Name?: string; readonly Value?: string };
  if (target.endsWith(".PutParameter")) {
    parameters.set(Name, Value);
    return json({ Version: 1, Tier: "Standard" });
  }
  const stored = parameters.get(Name);
  if (stored === undefined) return jsonError("ParameterNotFound");
  if (target.endsWith(".GetParameter")) return json({ Parameter: { Name, Type: "String", Value: stored, Version: 1 } });
  parameters.delete(Name);
  return json({});
}

function json(value: object, status = 200): Answer {
  return { status, headers: { "content-type": "application/x-amz-json-1.1" }, body: JSON.stringify(value) };
}

/** An error as JSON services answer it. */
export function jsonError(code: string, status = 400): ScriptedAnswer & Answer {
  return json({ __type: code, message: "so it is" }, status);
}

function xml(action: string, result: string): Answer {
  return {
    status: 200,
    headers: { "content-type": "text/xml" },
    body: `<${action}Response xmlns="http://autoscaling.amazonaws.com/doc/2011-01-01/"><${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></${action}Response>`,
  };
}

/** EC2 Auto Scaling's answer if no action is active. */
export const noActiveAction: ScriptedAnswer = {
  status: 400,
  headers: { "content-type": "text/xml" },
  body: '<ErrorResponse xmlns="http://autoscaling.amazonaws.com/doc/2011-01-01/"><Error><Type>Sender</Type><Code>ValidationError</Code><Message>No active Lifecycle Action found with token t</Message></Error><RequestId>r-1</RequestId></ErrorResponse>',
};
