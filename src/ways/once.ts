import { dataOf, Failure } from "../failure/failure";
import { printResponse } from "../output/print";
import { loadClient } from "../sdk/load";
import type { Io, Ready } from "../types";

/** Makes the call and prints what it answers. Throws a Failure; one that comes after the call was made says so. */
export async function once(ready: Ready, io: Io): Promise<number> {
  const { operation, params, settings, credentials, output } = ready;
  const { send } = await loadClient(operation.service);
  const response = await send({ operation, params, settings, credentials, trace: io.trace });
  try {
    await printResponse(operation, response, { settings: output, io });
  } catch (error) {
    throw new Failure({ kind: "answer-lost", operation: operation.name, problem: dataOf(error) }, { cause: error });
  }
  return 0;
}
