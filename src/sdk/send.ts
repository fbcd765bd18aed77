import { Failure } from "../failure/failure";
import { counted } from "../transport/retry";
import type { CallRequest, Response } from "../types";
import { clientConfig } from "./config";
import type { Wire } from "./wire";

/** The SDK's client of one service: its classes, those of commands by their operations' names, and its wire protocol. */
export interface Sdk {
  readonly Client: new (config: Record<string, unknown>) => {
    send(command: unknown, options: { readonly abortSignal?: AbortSignal }): Promise<Record<string, unknown>>;
  };
  readonly commands: Readonly<Record<string, new (input: Record<string, unknown>) => unknown>>;
  readonly wire: Wire;
}

/**
 * Makes the sender of one service's operations. It throws a Failure unless the service answered the call with success. With a signal
 * that was aborted before, all but the sending is done: the signal's reason is thrown where nothing else stands in the way.
 */
export function createSend({ Client, commands, wire }: Sdk): (request: CallRequest) => Promise<Response> {
  return async (request) => {
    const { operation, signal } = request;
    refuseUnknown(request);
    const Command = commands[operation.name];
    if (!Command) throw new Error(`the build has no client of ${operation.name}`);
    const command = new Command(wire.input(request.params));
    try {
      const client = new Client(clientConfig(request, wire));
      const answer = await client.send(command, signal ? { abortSignal: signal } : {});
      const members = Object.keys(operation.output.members).filter((member) => answer[member] != null);
      return Object.fromEntries(members.map((member) => [member, answer[member]])) as Response;
    } catch (error) {
      throw isAbort(error, signal) ? signal?.reason : counted(error, request.settings.retries);
    }
  };
}

function isAbort(error: unknown, signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true && (error === signal.reason || (error as Error).name === "AbortError");
}

/** The SDK would leave a member out that it does not know: nothing is to be lost in silence. */
function refuseUnknown({ operation, params }: CallRequest): void {
  const known = Object.keys(operation.input.members);
  const unknown = Object.keys(params).filter((member) => !known.includes(member));
  if (unknown.length === 0) return;
  const problems = unknown.map((member) => ({ kind: "unknown", path: "", member, known }) as const);
  throw new Failure({ kind: "parameters-invalid", problems });
}
