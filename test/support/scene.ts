import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readCall, type Answer, type Received } from "../../src/stand-in/wire";
import { keys, outputOf, processesMarked, until } from "./hook";
import { startProgram, type Finished, type ProgramRun } from "./program";
import type { ScriptedAnswer } from "./script";
import { startService } from "./service";

/** An answer of a service: an output as JSON or as the XML inside a result, or an error's code, message and status. */
export type Reply =
  | { readonly json: object }
  | { readonly xml: string }
  | { readonly error: readonly [code: string, message: string, status?: number] };

/** The members of a call as they were sent; those of a form by their flat names. */
type Input = Readonly<Record<string, unknown>>;

/** The surroundings of a run: services by operation, and instance metadata by path below `latest/meta-data`. */
export interface Scene {
  readonly operations?: Readonly<Record<string, (input: Input, nth: number) => Reply>>;
  /** Null for a metadata service that fails; undefined for 404. */
  readonly metadata?: (path: string, nth: number) => string | undefined | null;
}

/** A run of the tool within a scene. */
export interface SceneRun extends ProgramRun {
  readonly scene: Scene;
  readonly answers?: readonly ScriptedAnswer[];
  readonly during?: (run: SceneUnderWay) => Promise<void>;
}

/** A run that tests can interfere with. */
interface SceneUnderWay {
  readonly child: ChildProcess;
  readonly calls: readonly Call[];
  readonly seen: (text: string) => Promise<void>;
  /** Resolves when the services have had a request, answered or not. */
  readonly requested: () => Promise<void>;
  /** Resolves when an operation has been called so often. */
  readonly called: (operation: string, times?: number) => Promise<void>;
}

/** A call that reached the services. */
interface Call {
  readonly operation: string;
  readonly input: Input;
}

/** The results of a run. */
export interface SceneFinished extends Finished {
  readonly calls: readonly Call[];
  /** The calls of an operation. */
  readonly of: (operation: string) => readonly Input[];
  readonly left: string[];
}

/** Runs the tool to its end, with all of its endpoints in the scene. */
export async function runScene({ scene, answers, during, ...run }: SceneRun): Promise<SceneFinished> {
  const calls: Call[] = [];
  const service = await startService(answers, { fallback: answerIn(scene, calls) });
  try {
    const mark = randomUUID();
    const env = {
      ...keys,
      AWS_ENDPOINT_URL: service.url,
      AWS_EC2_METADATA_SERVICE_ENDPOINT: service.url,
      AWS_EC2_METADATA_DISABLED: scene.metadata ? null : "true",
      ...run.env,
      HOOK_TEST: mark,
    };
    const { child, finished } = await startProgram({ ...run, env });
    const output = outputOf(child);
    const countOf = (operation: string): number => calls.filter((call) => call.operation === operation).length;
    await during?.({
      child,
      calls,
      seen: (text) => until(() => output().includes(text)),
      requested: () => until(() => service.requests.length > 0),
      called: (operation, times = 1) => until(() => countOf(operation) >= times),
    });
    const ended = await finished;
    const of = (operation: string) => calls.filter((call) => call.operation === operation).map(({ input }) => input);
    return { ...ended, calls, of, left: processesMarked(mark) };
  } finally {
    await service.stop();
  }
}

const counts = new WeakMap<Scene, Map<string, number>>();

function nth(scene: Scene, what: string): number {
  const own = counts.get(scene) ?? new Map<string, number>();
  counts.set(scene, own);
  const count = (own.get(what) ?? 0) + 1;
  own.set(what, count);
  return count;
}

/** The answers of a scene to requests; `calls` gets each call. */
export function answerIn(scene: Scene, calls: Call[] = []): (request: Received) => Answer {
  return (request) => {
    const call = readCall(request);
    if (!call) return metadataAnswer(request, scene);
    const { operation, protocol } = call;
    const input = (call.input instanceof Map ? Object.fromEntries(call.input) : (call.input ?? {})) as Input;
    calls.push({ operation, input });
    const reply = scene.operations?.[operation]?.(input, nth(scene, operation)) ?? nothing(protocol);
    return protocol === "json" ? jsonAnswer(reply) : xmlAnswer(operation, reply);
  };
}

function nothing(protocol: "json" | "query"): Reply {
  return protocol === "json" ? { json: {} } : { xml: "" };
}

function metadataAnswer({ method, path, headers }: Received, scene: Scene): Answer {
  const plain = { headers: { "content-type": "text/plain" } };
  if (method === "PUT" && path === "/latest/api/token") return { ...plain, status: 200, body: "imds-token" };
  if (headers["x-aws-ec2-metadata-token"] !== "imds-token") return { ...plain, status: 401, body: "" };
  const name = path.replace("/latest/meta-data/", "");
  const text = scene.metadata?.(name, nth(scene, path));
  if (text === null) return { ...plain, status: 503, body: "" };
  return text === undefined ? { ...plain, status: 404, body: "" } : { ...plain, status: 200, body: text };
}

function jsonAnswer(reply: Reply): Answer {
  const headers = { "content-type": "application/x-amz-json-1.1" };
  if ("error" in reply) {
    const [code, message, status = 400] = reply.error;
    return { status, headers, body: JSON.stringify({ __type: code, message }) };
  }
  return { status: 200, headers, body: JSON.stringify("json" in reply ? reply.json : {}) };
}

function xmlAnswer(operation: string, reply: Reply): Answer {
  const headers = { "content-type": "text/xml" };
  const namespace = 'xmlns="http://autoscaling.amazonaws.com/doc/2011-01-01/"';
  const id = "<RequestId>00000000-0000-0000-0000-000000000000</RequestId>";
  if ("error" in reply) {
    const [code, message, status = 400] = reply.error;
    const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`;
    return { status, headers, body: `<ErrorResponse ${namespace}>${error}${id}</ErrorResponse>` };
  }
  const result = `<${operation}Result>${"xml" in reply ? reply.xml : ""}</${operation}Result>`;
  const metadata = `<ResponseMetadata>${id}</ResponseMetadata>`;
  return {
    status: 200,
    headers,
    body: `<${operation}Response ${namespace}>${result}${metadata}</${operation}Response>`,
  };
}
