import { createFolders, runProgram, type ProgramRun } from "../support/program";
import { startService } from "../support/service";
import type { Case } from "./cases";
import { compare, type Difference } from "./compare";
import { createPlaceholders } from "./placeholders";

/** What a case showed: it is met when nothing differs. */
export interface Result {
  readonly id: string;
  readonly argv: readonly string[];
  readonly differences: readonly Difference[];
}

/** How cases are run. */
export interface RunOptions {
  readonly program?: ProgramRun["program"];
  /** Variables for every case; the case's own win. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Most cases wait for the network or for a time-out, so some more than there are cores run at once. */
const atOnce = 4;

/** Runs cases, a few at a time, and gives their results in the same order. */
export async function runCases(cases: readonly Case[], options: RunOptions = {}): Promise<Result[]> {
  const results: Result[] = [];
  const queue = cases.entries();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const [at, one] of queue) results[at] = await runCase(one, options);
    }),
  );
  return results;
}

async function runCase(recorded: Case, { program, env }: RunOptions): Promise<Result> {
  const [folders, service] = await Promise.all([createFolders(), startService()]);
  const { fill, restore } = createPlaceholders(folders, service);
  try {
    const { argv, files, stdin, server = [], env: own } = fill({ ...recorded });
    service.script.push(...server);
    const finished = await runProgram({
      argv,
      folders,
      env: { ...env, ...own },
      ...(files && { files }),
      ...(stdin !== undefined && { stdin }),
      ...(program && { program }),
    });
    const { exitCode, signal, stdout, stderr } = finished;
    const seen = restore({ exit: exitCode ?? signal, stdout, stderr, requests: service.requests });
    return { id: recorded.id, argv: recorded.argv, differences: compare(recorded.expect, seen) };
  } finally {
    await Promise.all([folders.remove(), service.stop()]);
  }
}
