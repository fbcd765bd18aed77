import { createRequestHandler } from "../transport/handler";
import type { CallRequest, Response } from "../types";

/** The SDK classes of one operation, as far as this room uses them. */
type ClientClass = new (config: Record<string, unknown>) => {
  send(command: unknown): Promise<Record<string, unknown>>;
};
type CommandClass = new (input: Record<string, unknown>) => unknown;

/** Makes the sender of one operation from the SDK's client and command. */
export function createSend(Client: ClientClass, Command: CommandClass): (request: CallRequest) => Promise<Response> {
  return async ({ operation, params, settings, credentials, trace }) => {
    const client = new Client({
      region: settings.region,
      endpoint: settings.endpointUrl,
      credentials,
      requestHandler: createRequestHandler(settings.transport, trace),
      retryMode: "standard",
      maxAttempts: 1,
    });
    const answer = await client.send(new Command(params));
    const members = Object.keys(operation.output).filter((member) => answer[member] !== undefined);
    return Object.fromEntries(members.map((member) => [member, answer[member]])) as Response;
  };
}
