import { closeSync, openSync, unlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { shellWords } from "../python/shlex";
import { conduct } from "../supervise/conduct";
import { endingText, isSuccess } from "../supervise/ending";
import type { CaughtSignals } from "../supervise/signals";
import type { Io } from "../types";
import { now, type Deadline } from "./deadline";
import type { HookEvent } from "./index";
import { killMarked, mark } from "./strays";
import { variablesOf } from "./variables";
import { decided, type Work } from "./verdict";

/** No signals: Lambda sends none while a function runs. */
const noSignals: CaughtSignals = { end: undefined, stop: new AbortController().signal, listen: () => undefined };

/** The means of running a hook's command. */
interface Surroundings {
  readonly hook: HookEvent;
  readonly deadline: Deadline;
  /** The mark that all its processes carry. */
  readonly invocation: string;
  readonly io: Io;
}

/** Runs the command in HOOK_COMMAND until its deadline. If there is no command that can be run, the hook has failed. */
export function commandWork(command: string | undefined, surroundings: Surroundings): Work {
  if (command === undefined) return decided(false, "there is no command in the variable HOOK_COMMAND");
  const words = shellWords(command);
  if (!words) return decided(false, "the variable HOOK_COMMAND has a quote or a backslash that is not closed");
  const [first, ...others] = words;
  if (!first) return decided(false, "the variable HOOK_COMMAND names no command");
  return run([first, ...others], surroundings);
}

function run(words: readonly [string, ...string[]], { hook, deadline, invocation, io }: Surroundings): Work {
  const stdin = openText(JSON.stringify(hook.event), invocation);
  const { ending, aftermath } = conduct(
    {
      words,
      timeout: Math.max(1, deadline.work - now()) / 1000,
      grace: Math.min(10, (deadline.end - deadline.work) / 4000),
      env: { ...io.env, ...variablesOf(hook), [mark]: invocation },
      stdin,
    },
    noSignals,
  );
  closeSync(stdin);
  const why = Promise.all([ending, aftermath]).then(([ended, wound]) => {
    killMarked(invocation);
    return endingText(ended, wound, words[0]);
  });
  return { isSuccess: ending.then(isSuccess), why };
}

/**
 * An open file with a text, which is already removed from its folder: a command can read it by any name of its standard
 * input.
 */
function openText(text: string, name: string): number {
  const file = path.join(os.tmpdir(), `hook-${name}`);
  writeFileSync(file, text, { mode: 0o600, flag: "wx" });
  const stdin = openSync(file, "r");
  unlinkSync(file);
  return stdin;
}
