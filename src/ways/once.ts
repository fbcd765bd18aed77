import { dataOf, Failure } from "../failure/failure";
import { printResponse } from "../output/print";
import { isRefusedAsExpired } from "../sdk/expired";
import { loadClient } from "../sdk/load";
import type { Io, Ready } from "../types";

/** Makes the call and prints what it answers. Throws a Failure; one that comes after the call was made says so. */
export async function once(ready: Ready, io: Io): Promise<number> {
  const { operation, params, settings, credentials, output } = ready;
  const { send } = await loadClient(operation.service);
  const request = { operation, params, settings, credentials, trace: io.trace };
  const response = await send(request).catch(async (error: unknown) => {
    if (!credentials?.isKept || !isRefusedAsExpired(error)) throw error;
    io.trace.log("the kept credentials are refused: looking past them");
    return send({ ...request, credentials: await ready.renew(true) });
  });
  try {
    await printResponse(operation, response, { settings: output, io });
  } catch (error) {
    throw new Failure({ kind: "answer-lost", operation: operation.name, problem: dataOf(error) }, { cause: error });
  }
  return 0;
}
