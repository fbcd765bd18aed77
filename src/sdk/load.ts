import type { Operation } from "../operations/operation";
import type { CallRequest, Response } from "../types";

/** The bundle that the build makes of one operation's SDK client. */
export interface ClientBundle {
  readonly send: (request: CallRequest) => Promise<Response>;
}

/** Loads the bundle of the operation's client. */
export function loadClient(operation: Operation): Promise<ClientBundle> {
  const bundle = `./client-${operation.command}.js`;
  return import(bundle) as Promise<ClientBundle>;
}
