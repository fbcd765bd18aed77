import { describe, expect, test } from "@jest/globals";
import { signalAt, signals, stages } from "../support/faults/stages";

(process.platform === "linux" ? describe : describe.skip).each(stages)("%s", (_, prepare) => {
  test.concurrent.each(signals)("%s ends the run at once, with %i or by the signal", async (signal, code) => {
    const { exitCode, signal: by, stderr, afterMs } = await signalAt(prepare, signal);
    expect(exitCode ?? by).toBe(exitCode === null ? signal : code);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(afterMs).toBeLessThan(30_000);
  });
});
