import os from "node:os";
import type { Aftermath, Ending } from "./conduct";
import { quoted } from "./by-hand";
import { durationText } from "./duration";

/** Whether a command succeeded: only if it ended by itself with 0. */
export function isSuccess(ending: Ending): boolean {
  return ending.kind === "exited" && ending.code === 0;
}

/** The tool's exit code once the report is made, as shells and `timeout` count: 128 + number for a signal, 124 for the time limit. */
export function exitCodeOf(ending: Ending): number {
  switch (ending.kind) {
    case "exited":
    case "not-started":
      return ending.code;
    case "killed":
    case "interrupted":
      return 128 + os.constants.signals[ending.signal];
    case "timed-out":
      return 124;
    case "overtaken":
      return 255;
    default:
      return ending satisfies never;
  }
}

/** The reason for the verdict, and how long the command ran, on one line. */
export function endingText(ending: Ending, { ran, isLeft }: Aftermath, word: string): string {
  const command = quoted(word.replace(/\p{Cc}/gu, "?"));
  const time = ran === undefined ? "" : durationText(ran);
  const left = isLeft ? "; some of its processes could not be ended" : "";
  return sentence() + left;

  function sentence(): string {
    switch (ending.kind) {
      case "exited":
        return `${command} exited with ${ending.code} after ${time}`;
      case "killed":
        return `${command} was ended by ${ending.signal} after ${time}`;
      case "not-started":
        return ending.code === 127
          ? `${command} was not found, or its interpreter was not found`
          : `${command} could not be started (${problemText(ending.problem)})`;
      case "timed-out":
        return `${command} was stopped at its limit of ${durationText(ending.limit * 1000)}${wasSlow(ending.limit) ? `, and was gone after ${time}` : ""}`;
      case "interrupted":
        return ran === undefined
          ? `${ending.signal} came before ${command} was started`
          : `${ending.signal} came while ${command} ran, which was ended after ${time}`;
      case "overtaken":
        return `${command} was stopped after ${time}`;
      default:
        return ending satisfies never;
    }
  }

  function wasSlow(limit: number): boolean {
    return ran !== undefined && durationText(ran) !== durationText(limit * 1000) && ran > limit * 1000 + 500;
  }
}

function problemText(problem: string): string {
  return problem === "permission" ? "permission denied: is it executable?" : problem;
}
