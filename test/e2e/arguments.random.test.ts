import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { asksForDebug, harmless, nowhere } from "../support/lines";
import { runProgram } from "../support/program";

/** No argument of a process can hold a NUL. */
const lines = fc
  .sample(harmless, { seed: 5, numRuns: 32 })
  .map((argv) => argv.map((word) => word.replaceAll("\0", "")));

test.each(lines.map((argv) => [argv]))(
  "argument list %# ends in a documented exit code, with a message",
  async (argv) => {
    const { exitCode, stderr } = await runProgram({ argv, env: nowhere });
    expect([0, 2, 255]).toContain(exitCode);
    if (exitCode !== 0) expect(stderr.trim()).not.toBe("");
    if (!asksForDebug(argv)) expect(stderr).not.toMatch(/^\s+at .*:\d+/m);
  },
);
