import { isRefusedAsExpired } from "../sdk/expired";
import { loadClient } from "../sdk/load";
import type { Operation } from "../operations/operation";
import type { Io, KeptConnections, Params, Ready, Response } from "../types";

/** Makes calls of one service with one client: the ready one, or another operation's, where it is given. Throws a Failure. */
export type Caller = (params: Params, operation?: Operation) => Promise<Response>;

/** Milliseconds before their end in which credentials are looked for anew. */
const margin = 60_000;

/** Credentials that are about to end are renewed, if they can be: a wait may outlast them. */
async function lasting(credentials: Ready["credentials"], { renew }: Ready): Promise<Ready["credentials"]> {
  const end = credentials?.expiration?.getTime() ?? Infinity;
  if (end - Date.now() > margin || credentials?.isFixed) return credentials;
  return renew(false).catch(() => credentials);
}

/**
 * The client of a ready call. All calls of a run go through it. Answers have their times in the form asked for. Credentials
 * that an earlier run has kept and the service refuses as expired are looked for anew, once. Where there will be several
 * calls, they leave their connection to one another.
 */
export async function openCaller(ready: Ready, { trace }: Io, kept?: KeptConnections): Promise<Caller> {
  const { settings, output } = ready;
  const { send } = await loadClient(ready.operation.service);
  let { credentials } = ready;
  return async (params, operation = ready.operation) => {
    credentials = await lasting(credentials, ready);
    const make = () => send({ operation, params, settings, credentials, trace, ...(kept && { kept }) });
    const response = await make().catch(async (error: unknown) => {
      if (!credentials?.isKept || !isRefusedAsExpired(error)) throw error;
      trace.log("the kept credentials are refused: looking past them");
      credentials = await ready.renew(true);
      return make();
    });
    if (output.timestamps === "wire") return response;
    return (await import("../output/timestamps")).inIso8601(response, operation.output);
  };
}
