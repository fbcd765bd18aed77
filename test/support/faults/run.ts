import { existsSync } from "node:fs";
import path from "node:path";
import { runProgram, type Finished } from "../program";
import { deniedAnswers, foreignAnswers, hostileAnswers } from "./answers";
import { commandFaults } from "./commands";
import { connectionFaults } from "./connections";
import { credentialFaults } from "./credentials";
import { calls, createWorld, type Fault, type FaultRun } from "./fault";
import { clockFaults, proxyFaults, tlsFaults } from "./intermediaries";
import { machineFaults, streamFaults } from "./machine";
import { operationFaults } from "./operations";

/** All faults, in the report's order. */
export const faults: readonly Fault[] = [
  ...connectionFaults,
  ...tlsFaults,
  ...proxyFaults,
  ...clockFaults,
  ...foreignAnswers,
  ...deniedAnswers,
  ...hostileAnswers,
  ...operationFaults,
  ...commandFaults,
  ...credentialFaults,
  ...streamFaults,
  ...machineFaults,
];

/** The end of a run under a fault, and each way in which that is not what must follow. */
export interface Outcome extends Finished {
  readonly fault: Fault;
  readonly problems: readonly string[];
}

/** A command and its first arguments. */
type Program = readonly [string, ...string[]];

const tool: Program = [process.execPath, path.resolve("bin", "aws-lifecycle-hooks.js")];

/** The program to run in place of the built one, and the time that it may take at most. */
interface RunOptions {
  readonly program?: Program;
  readonly seconds?: number;
}

/** Runs the built program, or another in its place, under a fault. */
export async function runFault(
  fault: Fault,
  { program = tool, seconds = bound + 5 }: RunOptions = {},
): Promise<Outcome> {
  const world = createWorld();
  try {
    const run = await fault.prepare(world);
    const command: Program = run.shell === undefined ? program : ["sh", "-c", run.shell, "sh", ...program];
    const finished = await runProgram({ ...run, program: command, timeoutMs: 1000 * seconds });
    return { ...finished, fault, problems: problemsOf(fault, run, finished) };
  } finally {
    await world.close();
  }
}

/** The commands and files that a fault needs and that are missing on this machine. */
export function missing({ needs = [] }: Fault): string[] {
  const folders = (process.env["PATH"] ?? "").split(path.delimiter);
  const places = (need: string): string[] =>
    path.isAbsolute(need) ? [need] : folders.map((at) => path.join(at, need));
  return needs.filter((need) => !places(need).some((place) => existsSync(place)));
}

/** Seconds within which a run must end: a guard against one that hangs, as each limit that is under test is one second. */
const bound = 40;

function problemsOf(fault: Fault, { stdout = calls.deploy.stdout, exit = 0 }: FaultRun, finished: Finished): string[] {
  const { ends, says } = fault;
  const succeeds = ends === "done" || ends === "unheard";
  const checks: [boolean, string][] = [
    [
      finished.exitCode === (ends === "told" ? exit : succeeds ? 0 : 255),
      `ended with ${finished.exitCode ?? finished.signal ?? "nothing"}`,
    ],
    [finished.durationMs < bound * 1000, `took ${finished.durationMs.toFixed(0)} ms`],
    [ends !== "done" || finished.stdout === stdout, "printed something else than the answer"],
    [ends === "done" || ends === "halfway" || finished.stdout === "", "printed something"],
    [succeeds || ends === "silent" || finished.stderr.trim() !== "", "said nothing"],
    [!succeeds || finished.stderr === "", "succeeded and complained"],
    [says === undefined || says.test(finished.stderr), `did not say ${String(says)}`],
    ...neverPrinted.map(([pattern, what]): [boolean, string] => [
      !pattern.test(finished.stderr + finished.stdout),
      `printed ${what}`,
    ]),
  ];
  return checks.filter(([holds]) => !holds).map(([, problem]) => problem);
}

/** Patterns that no run prints, whatever goes wrong. */
const neverPrinted: readonly (readonly [RegExp, string])[] = [
  [/^\s+at .*[:(]\d+:\d+\)?$|^node:/m, "a stack trace"],
  [/\bundefined\b|\[object \w+\]|\bNaN\b/, "a value that is none"],
  [/Cannot read propert|is not (a function|iterable|defined)|call stack|Invalid string length/, "JavaScript's words"],
  [/secret-env|pass-word/, "a secret"],
  [/root:[^:]*:0:0:/, "a file of the machine"],
];
