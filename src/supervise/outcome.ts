import os from "node:os";
import type { Aftermath, Outcome } from "./conduct";
import { quoted } from "./by-hand";
import { durationText } from "./duration";

/** Only a command that ended by itself with 0 has succeeded. */
export function isSuccess(outcome: Outcome): boolean {
  return outcome.kind === "exited" && outcome.code === 0;
}

/** The tool's exit code once the report is made, as shells and `timeout` count: 128 + number for a signal, 124 for the time limit. */
export function exitCodeOf(outcome: Outcome): number {
  switch (outcome.kind) {
    case "exited":
    case "not-started":
      return outcome.code;
    case "killed":
    case "interrupted":
      return 128 + os.constants.signals[outcome.signal];
    case "timed-out":
      return 124;
    default:
      return outcome satisfies never;
  }
}

/** Why the verdict is what it is, and how long the command ran, on one line. */
export function outcomeText(outcome: Outcome, { ran, isLeft }: Aftermath, word: string): string {
  const command = quoted(word.replace(/\p{Cc}/gu, "?"));
  const time = ran === undefined ? "" : durationText(ran);
  const left = isLeft ? "; processes of its group are left, as they cannot be ended" : "";
  return sentence() + left;

  function sentence(): string {
    switch (outcome.kind) {
      case "exited":
        return `${command} exited with ${outcome.code} after ${time}`;
      case "killed":
        return `${command} was ended by ${outcome.signal} after ${time}`;
      case "not-started":
        return outcome.code === 127
          ? `${command} was not found, or the interpreter that it names was not`
          : `${command} could not be started (${outcome.problem})`;
      case "timed-out":
        return `${command} ran longer than ${durationText(outcome.limit * 1000)}, and was ended after ${time}`;
      case "interrupted":
        return ran === undefined
          ? `${outcome.signal} came before ${command} was started`
          : `${outcome.signal} came while ${command} ran, which was ended after ${time}`;
      default:
        return outcome satisfies never;
    }
  }
}
