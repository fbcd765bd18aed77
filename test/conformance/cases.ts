import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ProgramRun } from "../support/program";
import type { ScriptedAnswer } from "../support/script";
import type { SeenRequest } from "../support/seen";

/** A recorded case; `cases/README.md` says what each member means. */
export interface Case {
  readonly id: string;
  readonly argv: readonly string[];
  readonly env?: NonNullable<ProgramRun["env"]>;
  readonly files?: NonNullable<ProgramRun["files"]>;
  readonly stdin?: string;
  readonly server?: readonly ScriptedAnswer[];
  readonly expect: Expectation;
  readonly differs?: string;
}

/** What must be seen of a case. */
export interface Expectation {
  readonly exit: number;
  readonly stdout?: string;
  readonly stdoutPattern?: string;
  readonly colored?: string;
  readonly stderr?: MessageExpectation;
  readonly requests?: readonly Partial<Omit<SeenRequest, "headers">>[];
}

/** What must be seen of the message on standard error. */
export interface MessageExpectation {
  readonly is?: string;
  readonly starts?: string;
  readonly contains?: readonly string[];
  readonly nonempty?: boolean;
}

/** The folder of the recorded cases. */
export const recordedCases = path.join("test", "conformance", "cases");

/** Reads all cases of a folder, in the order of the files' names. */
export function readCases(folder: string): Case[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  return names.sort().flatMap((name) => JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Case[]);
}

/** The cases with one of the ids, or whose id starts with one; all of them for no ids. */
export function selectCases(cases: readonly Case[], ids: readonly string[]): Case[] {
  return cases.filter(({ id }) => ids.length === 0 || ids.some((wanted) => id.startsWith(wanted)));
}

/** The group of a case: what its id has before the slash. */
export function groupOf({ id }: Pick<Case, "id">): string {
  return id.replace(/\/.*/, "");
}
