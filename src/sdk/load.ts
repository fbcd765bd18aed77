import type { Service } from "../operations/operation";
import type { CallRequest, Response } from "../types";

/** The bundle that the build makes of one service's SDK client. */
export interface ClientBundle {
  readonly send: (request: CallRequest) => Promise<Response>;
}

/** Loads the bundle of the service's client. */
export function loadClient({ word }: Service): Promise<ClientBundle> {
  const bundle = `./client-${word}.js`;
  return import(bundle) as Promise<ClientBundle>;
}
