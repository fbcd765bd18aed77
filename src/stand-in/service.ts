import { setTimeout as wait } from "node:timers/promises";
import { refuseSignature } from "./access";
import { error, findError } from "./errors";
import { createFaults, type FaultSettings } from "./faults";
import { findFault, readInput } from "./input";
import { createMemory, type Input, type Memory } from "./memory";
import { servedOperations, type ServedOperation } from "./operations";
import { readSignature, type Keys, type Signature } from "./signature";
import { errorAnswer, outputAnswer, readCall, type Answer, type Call, type Received, type ServiceError } from "./wire";

/** A call as the log and the record show it. */
export interface CallRecord {
  /** When it came, in ISO 8601. */
  readonly time: string;
  readonly operation: string;
  readonly accessKeyId: string | undefined;
  readonly region: string | undefined;
  readonly input: unknown;
  readonly status: number;
  /** The error's code; undefined for a success. */
  readonly error: string | undefined;
}

/** What a service is made of. */
export interface ServiceSettings {
  readonly keys: Keys;
  readonly faults: FaultSettings;
  /** The service's clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** Is told of each call; the answer waits for it. */
  readonly onCall: (call: CallRecord) => Promise<void>;
}

/** A service, and what it was told. */
export interface Service {
  readonly memory: Memory;
  readonly handle: (request: Received) => Promise<Answer>;
}

type Outcome = { readonly output: Input } | { readonly error: ServiceError };

/** Makes a service that answers the tool's operations as AWS does, as far as it can know. */
export function createService({ keys, faults, now, onCall }: ServiceSettings): Service {
  const memory = createMemory();
  const nextFault = createFaults(faults);

  function decide(call: Call, signature: Signature | undefined): Outcome {
    const served = findServed(call);
    if (!served) return { error: unknownOperation(call) };
    const refusal =
      refuseSignature(signature, { ...call, service: served.declaration.service.model.endpointPrefix, now: now() }) ??
      nextFault(call.protocol, now());
    return refusal ? { error: refusal } : perform(served, call, memory);
  }

  async function handle(request: Received): Promise<Answer> {
    const call = readCall(request);
    if (!call) return { status: 404, headers: { "content-type": "text/plain" }, body: "Not found\n" };
    const time = new Date(now()).toISOString();
    const signature = readSignature(request, keys);
    const outcome = decide(call, signature);
    const failure = "error" in outcome ? outcome.error : undefined;
    const { operation, input } = call;
    const { accessKeyId, region } = signature ?? {};
    await onCall({ time, operation, accessKeyId, region, input, status: failure?.status ?? 200, error: failure?.code });
    if (faults.delay > 0) await wait(faults.delay);
    return "error" in outcome ? errorAnswer(call.protocol, outcome.error) : outputAnswer(call, outcome.output);
  }

  return { memory, handle };
}

function findServed({ protocol, api, operation }: Call): ServedOperation | undefined {
  return servedOperations.find(
    (served) =>
      served.declaration.service.model.protocol === protocol &&
      served.api === api &&
      served.declaration.name === operation,
  );
}

function unknownOperation({ protocol }: Call): ServiceError {
  return protocol === "json"
    ? error("UnknownOperationException", 404, "The stand-in has no such operation.")
    : error("InvalidAction", 400, "The stand-in has no such action.");
}

/** Carries a call out, if its input can be read and is within the limits. */
function perform(served: ServedOperation, call: Call, memory: Memory): Outcome {
  const input = readInput(call.input);
  if (!input) return { error: error("SerializationException", 400, "The input is not an object of texts.") };
  const fault = findFault(served.declaration, input);
  if (fault) return { error: error(served.limitError, 400, `${fault.member} ${fault.reason}.`) };
  const result = served.run(input, memory);
  if (typeof result !== "string") return { output: result };
  return { error: findError(call.protocol, result) ?? error(result, 400, result) };
}
