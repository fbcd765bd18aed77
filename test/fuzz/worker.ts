import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { check, type Finding } from "./check";
import { kinds } from "./kinds";
import { loadProgram } from "./program";
import { createRunner } from "./run";
import { watched } from "./watch";

/** What a worker is asked for, and by which memory it is watched. */
export interface Batch {
  readonly kind: string;
  readonly seed: number;
  readonly count: number;
}

/** What it says when it is done. */
export interface BatchDone {
  readonly finding: Finding | undefined;
}

process.emitWarning = () => undefined;
const memory = watched(workerData as SharedArrayBuffer);
void createRunner(loadProgram(), mkdtempSync(path.join(tmpdir(), "fuzz-"))).then((runner) => {
  parentPort?.on("message", (batch: Batch) => {
    const cases = kinds[batch.kind];
    if (cases)
      void check({ ...batch, cases }, runner, memory.begin).then((finding) => parentPort?.postMessage({ finding }));
    else void runner.stop().then(() => parentPort?.close());
  });
});
