import { writeSync } from "node:fs";
import type * as Main from "../main";
import type { Bundles } from "./bundles";

/** Runs `main` with the process's arguments. The process ends with its exit code, or with 255 if there is none. */
export function start(bundles: Bundles): void {
  process.once("uncaughtException", giveUp);
  process.once("exit", () => {
    giveUp("The run ended without a result. If a call was under way, it may have been made.");
  });
  const { main, processIo, rehearse } = bundles.require("./main.js") as typeof Main;
  void main(process.argv.slice(2), processIo()).then(async (exitCode) => {
    process.exitCode = exitCode;
    await bundles.keepCode(rehearse);
    // All is written. Node's own clearing up would take longer, wait for attempts that still hang, and handle signals no
    // more, so that one which came then would take the place of the exit code.
    process.exit();
  }, giveUp);
}

/** Ends a run that has no result, and whatever it has under way: exit 255, the reason on standard error if it takes it. */
function giveUp(reason: unknown): void {
  if (process.exitCode !== undefined) return;
  try {
    writeSync(2, `\n${reason instanceof Error ? reason.message : String(reason)}\n`);
  } finally {
    process.exit(255);
  }
}
