import { setTimeout as wait } from "node:timers/promises";
import { signingName } from "../operations/service-names";
import type { StructureShape } from "../operations/shape";
import { refuseSignature } from "./access";
import { findFault, type Fault } from "./check";
import { decodeForm, decodeJson } from "./decode";
import { error, findError, Refusal } from "./errors";
import { createFaults, type FaultSettings } from "./faults";
import { pageOf } from "./pages";
import { sampleOutput } from "./sample";
import { findServed, type Served } from "./served";
import { readSignature, type Keys, type Signature } from "./signature";
import {
  errorAnswer,
  outputAnswer,
  plainAnswer,
  readCall,
  type Answer,
  type Call,
  type Received,
  type ServiceError,
} from "./wire";
import { createWorld, type World } from "./world/world";

/** A call as the log and the record show it. */
export interface CallRecord {
  /** The time at which it came, by the world's clock, in ISO 8601. */
  readonly time: string;
  readonly operation: string;
  readonly accessKeyId: string | undefined;
  readonly region: string | undefined;
  readonly input: unknown;
  readonly status: number;
  /** The error's code; undefined for a success. */
  readonly error: string | undefined;
}

/** The settings of a service. */
export interface ServiceSettings {
  readonly keys: Keys;
  readonly faults: FaultSettings;
  /** The time that signatures are checked by, in milliseconds since 1970. */
  readonly now: () => number;
  /** Called for each call; the answer waits for its promise. */
  readonly onCall: (call: CallRecord) => Promise<void>;
  /** The world behind the service; a new one if not given. */
  readonly world?: World;
}

/** A service. */
export interface Service {
  readonly handle: (request: Received) => Promise<Answer>;
}

type Outcome = { readonly output: object } | { readonly error: ServiceError };

const nothing: StructureShape = { kind: "structure", members: {}, required: [] };

/** Makes a service that answers the tool's operations as AWS does, as far as it can know. */
export function createService({ keys, faults, now, onCall, world = createWorld() }: ServiceSettings): Service {
  const nextFault = createFaults(faults);

  function decide(
    call: Call,
    served: Served,
    { signature, input }: { signature: Signature | undefined; input: unknown },
  ) {
    const { protocol } = call;
    const refusal =
      refuseSignature(signature, { protocol, service: signingName({ model: served.service }), now: now() }) ??
      nextFault(served, now());
    return refusal ? { error: refusal } : perform(served, input, world);
  }

  async function handle(request: Received): Promise<Answer> {
    const call = readCall(request);
    if (!call) return world.metadata(request) ?? plainAnswer(404, "Not found\n");
    const time = new Date(world.clock.now()).toISOString();
    const served = findServed(call);
    const signature = readSignature(request, keys);
    const input = decode(call, served);
    const outcome: Outcome = served ? decide(call, served, { signature, input }) : { error: unknownOperation(call) };
    const failure = "error" in outcome ? outcome.error : undefined;
    const { accessKeyId, region } = signature ?? {};
    const seen = withoutSecrets(
      served?.model.input,
      call.protocol === "json" ? call.input : (input ?? Object.fromEntries(call.input)),
    );
    const { operation } = call;
    await onCall({
      time,
      operation,
      accessKeyId,
      region,
      input: seen,
      status: failure?.status ?? 200,
      error: failure?.code,
    });
    if (faults.delay > 0) await wait(faults.delay);
    return "error" in outcome ? errorAnswer(call.protocol, outcome.error) : success(call, served, outcome.output);
  }

  return { handle };
}

/** The input that was sent, without the values that are never shown. */
function withoutSecrets(shape: StructureShape | undefined, sent: unknown): unknown {
  if (typeof sent !== "object" || sent === null || Array.isArray(sent)) return sent;
  const isSecret = (name: string): boolean => {
    const of = shape && Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
    return of?.kind === "string" && of.sensitive === true;
  };
  return Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, isSecret(name) ? "(hidden)" : value]));
}

function decode(call: Call, served: Served | undefined): unknown {
  if (!served) return undefined;
  const shape = served.model.input ?? nothing;
  return call.protocol === "json" ? decodeJson(shape, call.input) : decodeForm(shape, call.input);
}

function success(call: Call, served: Served | undefined, output: object): Answer {
  const { output: shape = nothing, resultWrapper: wrapper } = served?.model ?? {};
  return outputAnswer(call, output, { output: shape, wrapper, namespace: served?.service.xmlNamespace });
}

function unknownOperation({ protocol }: Call): ServiceError {
  return protocol === "json"
    ? error("UnknownOperationException", 404, "The stand-in has no such operation.")
    : error("InvalidAction", 400, "The stand-in has no such action.");
}

/**
 * Carries out a call, if its input can be read and is within the limits; an operation without code of its own answers a
 * sample.
 */
function perform(served: Served, input: unknown, world: World): Outcome {
  const { model } = served;
  const fault = findFault(model.input ?? nothing, input);
  if (fault) return { error: error(faultCode(served, fault), 400, `${fault.path || "The input"} ${fault.reason}.`) };
  const run = Object.hasOwn(world.behaviours, model.name) ? world.behaviours[model.name] : undefined;
  try {
    if (!run) return { output: sampleOutput(model, world.clock.now()) };
    return { output: pageOf(model, input as Readonly<Record<string, unknown>>, run(input as never)) };
  } catch (problem) {
    if (!(problem instanceof Refusal)) throw problem;
    const known = findError(served, problem.code) ?? error(problem.code, 400, problem.code);
    return { error: { ...known, message: problem.words ?? known.message } };
  }
}

/** The code that refuses a member: one that the operation documents for it, or else the service's general one. */
function faultCode({ service, model }: Served, { path, kind }: Fault): string {
  if (service.protocol === "query") return "ValidationError";
  if (kind === "type") return "SerializationException";
  const [member = ""] = path.split(/[.[]/);
  const name = `${member.charAt(0).toUpperCase()}${member.slice(1)}`;
  const named = Object.keys(model.errors).filter((code) => code.includes(name));
  const own = kind === "missing" ? named.find((code) => code.includes("Required")) : undefined;
  const general = "InvalidParameterException" in model.errors ? "InvalidParameterException" : "ValidationException";
  return own ?? named.find((code) => code.startsWith("Invalid")) ?? general;
}
