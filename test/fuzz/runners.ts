import path from "node:path";
import { inProcess, inProcessOfItsOwn } from "./execute";
import { wholeProcesses } from "./kinds";
import { loadProgram } from "./program";
import { createRunner, type Runner } from "./run";

/** What runs each kind of case. */
export interface Runners {
  of(kind: string): Runner;
  stop(): Promise<void>;
}

/** Prepares to run cases in this process and in processes of their own, in a folder that exists. */
export async function createRunners(folder: string): Promise<Runners> {
  const inside = await createRunner(inProcess(loadProgram()), path.join(folder, "inside"));
  const outside = await createRunner(inProcessOfItsOwn, path.join(folder, "outside"));
  return {
    of: (kind) => (kind === wholeProcesses ? outside : inside),
    stop: async () => {
      await Promise.all([inside.stop(), outside.stop()]);
    },
  };
}
