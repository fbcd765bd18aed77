import { parentPort, workerData } from "node:worker_threads";
import { check, type Finding } from "./check";
import { kinds } from "./kinds";
import { createRunners } from "./runners";
import { watched } from "./watch";

/** What a worker is made with: the memory it is watched by, and a folder of its own. */
export interface WorkerData {
  readonly memory: SharedArrayBuffer;
  readonly folder: string;
}

/** What a worker is asked for. */
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
const { memory, folder } = workerData as WorkerData;
const { begin } = watched(memory);
void createRunners(folder).then((runners) => {
  parentPort?.on("message", (batch: Batch) => {
    const cases = kinds[batch.kind];
    if (!cases) return;
    void check({ ...batch, cases }, runners.of(batch.kind), begin).then((finding) => {
      parentPort?.postMessage({ finding });
    });
  });
});
