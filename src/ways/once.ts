import { dataOf, Failure } from "../failure/failure";
import { printResponse } from "../output/print";
import type { Io, Ready, Response } from "../types";
import { openCaller } from "./caller";

/** Makes the call and prints its answer. Throws a Failure; one that comes after the call was made says so. */
export async function once(ready: Ready, io: Io): Promise<number> {
  const call = await openCaller(ready, io);
  await show(await call(ready.params), ready, io);
  return 0;
}

/** Prints the answer of a call. Throws a Failure that says that the call was made. */
export async function show(response: Response, { operation, output }: Ready, io: Io): Promise<void> {
  try {
    await printResponse(operation, response, { settings: output, io });
  } catch (error) {
    throw new Failure({ kind: "answer-lost", operation: operation.name, problem: dataOf(error) }, { cause: error });
  }
}
