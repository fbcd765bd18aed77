import { skeletonText } from "../operations/skeletons";
import type { CallInvocation, Io } from "../types";
import { readInput } from "./input";

/**
 * Prints the template of an operation's input, and returns the exit code. Like aws-cli, it first reads the input that
 * the line gives. Throws a Failure.
 */
export async function printTemplate(invocation: CallInvocation, io: Io): Promise<number> {
  await readInput(invocation, io);
  io.out.write(skeletonText(invocation.operation, "input"));
  return 0;
}
