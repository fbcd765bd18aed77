import { isRefusedAsExpired } from "../sdk/expired";
import { loadClient } from "../sdk/load";
import type { Operation } from "../operations/operation";
import type { Io, KeptConnections, Params, Ready, Response } from "../types";

/**
 * Makes calls of one service with one client: the ready call's operation, or another one if given. Throws a Failure.
 */
export type Caller = (params: Params, operation?: Operation) => Promise<Response>;

/** The time before their end, in milliseconds, at which credentials are looked for anew. */
const margin = 60_000;

/** The credentials, renewed if they are about to end and can be renewed: a wait may outlast them. */
async function lasting(credentials: Ready["credentials"], { renew }: Ready): Promise<Ready["credentials"]> {
  const end = credentials?.expiration?.getTime() ?? Infinity;
  if (end - Date.now() > margin || credentials?.isFixed) return credentials;
  return renew(false).catch(() => credentials);
}

/**
 * The client of a ready call. All calls of a run go through it. Answers have their times in the configured form. If the
 * service refuses kept credentials as expired, they are looked for anew, once. With `kept`, several calls share their
 * connection.
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
