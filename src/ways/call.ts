import type { CallInvocation, Io } from "../types";
import { chooseWay } from "./choose";
import { prepare } from "./prepare";

/** Carries a call out, in the way that its line asks for, and gives the exit code. Throws a Failure. */
export async function call(invocation: CallInvocation, io: Io): Promise<number> {
  const carryOut = await chooseWay(invocation, io);
  const ready = await prepare(invocation, io);
  return ready ? carryOut(ready) : 0;
}
