import type { ResponseMetadata, $SchemaRef } from "@smithy/types";
import { Failure } from "../failure/failure";
import { counted } from "../transport/retry";
import type { Operation } from "../operations/operation";
import type { CallRequest, KeptConnections, Response } from "../types";
import { clientConfig } from "./config";
import type { Wire } from "./wire";

/** The SDK's client of one service, its way to make the class of an operation's command, and its wire protocol. */
export interface Sdk {
  readonly Client: new (config: Record<string, unknown>) => Client;
  readonly command: (
    endpointParameters: object,
    plugins: () => unknown[],
    operation: string,
    schema: OperationSchema,
  ) => new (input: Record<string, unknown>) => unknown;
  readonly wire: Wire;
}

interface Client {
  send(command: unknown, options?: { readonly abortSignal: AbortSignal }): Promise<Answer>;
}

/** The SDK's schema of an operation: its namespace, name and traits, and the schemas of input and output. */
type OperationSchema = readonly [9, string, string, object, $SchemaRef, $SchemaRef];

type Answer = Readonly<Record<string, unknown>> & { readonly $metadata: ResponseMetadata };

/** A client and the class of an operation's commands, and what they were made of. */
interface Made extends Pick<CallRequest, "operation" | "settings" | "credentials"> {
  readonly client: Client;
  readonly Command: new (input: Record<string, unknown>) => unknown;
}

/**
 * Makes the sender of one service's operations. It throws a Failure unless the service answered the call with success. With a signal
 * that was aborted before, all but the sending is done: the signal's reason is thrown where nothing else stands in the way.
 */
export function createSend({ Client, command, wire }: Sdk): (request: CallRequest) => Promise<Response> {
  const kept = new WeakMap<KeptConnections, Map<Operation, Made>>();

  const make = (request: CallRequest): Made => {
    const { operation, settings, credentials } = request;
    const { name, input, output } = operation;
    const schema: OperationSchema = [9, "", name, {}, wire.inputSchema(input), wire.outputSchema(output)];
    const client = new Client({ ...clientConfig(request, wire), cacheMiddleware: request.kept !== undefined });
    return { operation, settings, credentials, client, Command: command({}, () => [], name, schema) };
  };

  /** Calls that leave their connection to one another have one client for each operation, as long as it fits. */
  const madeFor = (request: CallRequest): Made => {
    if (!request.kept) return make(request);
    const { operation, settings, credentials } = request;
    const all = kept.get(request.kept) ?? new Map<Operation, Made>();
    kept.set(request.kept, all);
    const last = all.get(operation);
    if (last?.settings === settings && last.credentials === credentials) return last;
    const made = make(request);
    all.set(operation, made);
    return made;
  };

  return async (request) => {
    const { operation, params, signal, expect = {} } = request;
    const { client, Command } = madeFor(request);
    try {
      const call = new Command(wire.input(params, operation));
      const sent = signal ? client.send(call, { abortSignal: signal }) : client.send(call);
      const { $metadata, ...members } = await sent;
      for (const [member, text] of Object.entries(expect)) {
        if (members[member] !== text) throw unexpected(member, text, $metadata);
      }
      return members as Response;
    } catch (error) {
      throw isAbort(error, signal) ? signal?.reason : counted(error, request.settings.retries);
    }
  };
}

function isAbort(error: unknown, signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true && (error === signal.reason || (error as Error).name === "AbortError");
}

function unexpected(member: string, text: string, { httpStatusCode: status = 200 }: ResponseMetadata): Failure {
  return new Failure({ kind: "answer-foreign", status, expected: `an answer with ${member} ${text}`, start: "" });
}
