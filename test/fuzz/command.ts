import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { kinds, slowKinds } from "./kinds";
import { watched, type Watched } from "./watch";
import type { Batch, BatchDone, WorkerData } from "./worker";

const usage = `usage: npm run fuzz -- [--seconds N] [--seed N] [--kind NAME]

Runs the built program in this process on random input and checks how each run ends. Ends with 1 and the smallest case
that it found if one ended otherwise than documented.
`;

/** Seconds without an end of a case after which its worker is taken to hang. */
const patience = 30;

/** Fuzzes as the arguments say, with one worker a core made from `workerCode`. Gives the exit code. */
export async function runFuzz(args: string[], workerCode: string): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      seconds: { type: "string", default: "60" },
      seed: { type: "string", default: String(Date.now() % 2 ** 31) },
      kind: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  const chosen = values.kind === undefined ? Object.keys(kinds) : [values.kind].filter((kind) => kind in kinds);
  if (values.help || chosen.length === 0) {
    console.error(
      values.help ? usage : `There is no such kind: ${values.kind ?? ""}. There are ${Object.keys(kinds).join(", ")}.`,
    );
    return values.help ? 0 : 2;
  }
  const plan = batches(chosen, Number(values.seed));
  const end = Date.now() + Number(values.seconds) * 1000;
  console.log(`Seed ${values.seed}, ${values.seconds} seconds.`);
  const totals = new Map<string, number>();
  const folder = await mkdtemp(path.join(tmpdir(), "fuzz-"));
  const workers = cpus().map((_, at) => work({ plan, end, totals, workerCode, folder: path.join(folder, String(at)) }));
  const problems = (await Promise.all(workers)).flat();
  await rm(folder, { recursive: true });
  for (const [kind, count] of totals)
    console.log(`${kind.padEnd(24)} ${count.toLocaleString("en").padStart(10)} cases`);
  const all = [...totals.values()].reduce((sum, count) => sum + count, 0);
  console.log(`${"all".padEnd(24)} ${all.toLocaleString("en").padStart(10)} cases`);
  for (const problem of problems) console.log(`\n${problem}`);
  console.log(problems.length === 0 ? "All of them ended as documented." : "");
  return problems.length === 0 ? 0 : 1;
}

/** Batches of 250 cases, and of 10 slow ones, of each kind in turn, each with a seed of its own, without end. */
function* batches(chosen: readonly string[], seed: number): Generator<Batch, never> {
  for (let at = 0; ; at++) {
    const kind = chosen[at % chosen.length] ?? "";
    yield { kind, seed: (seed + at) % 2 ** 31, count: slowKinds.includes(kind) ? 10 : 250 };
  }
}

interface Work {
  readonly plan: Iterator<Batch, never>;
  readonly end: number;
  readonly totals: Map<string, number>;
  readonly workerCode: string;
  readonly folder: string;
}

/** Has one worker do batches until the time is over. Gives what it found, put into words. */
async function work({ plan, end, totals, workerCode, folder }: Work): Promise<string[]> {
  const found: string[] = [];
  let memory = watched();
  let worker = start({ memory: memory.memory, folder }, workerCode);
  while (Date.now() < end && found.length < 3) {
    const batch = plan.next().value;
    const before = memory.count();
    const result = await done(worker, { batch, memory });
    totals.set(batch.kind, (totals.get(batch.kind) ?? 0) + memory.count() - before);
    if (typeof result === "string") {
      found.push(`${batch.kind}, seed ${batch.seed}: ${result}\n${memory.current()}`);
      await worker.terminate();
      worker = start({ memory: (memory = watched()).memory, folder }, workerCode);
    } else if (result.finding) found.push(JSON.stringify(result.finding, undefined, 1));
  }
  await worker.terminate();
  return found;
}

const start = (workerData: WorkerData, code: string): Worker =>
  new Worker(code, { eval: true, workerData, stdin: true, resourceLimits: { maxOldGenerationSizeMb: 2048 } });

/** Waits for a batch's end: what was found, or in words how the worker failed. */
function done(worker: Worker, { batch, memory }: { batch: Batch; memory: Watched }): Promise<BatchDone | string> {
  return new Promise((resolve) => {
    let seen = memory.count();
    const timer = setInterval(() => {
      if (memory.count() === seen) settle(`no end after ${patience} seconds of`);
      seen = memory.count();
    }, patience * 1000);
    const settle = (result: BatchDone | string): void => {
      clearInterval(timer);
      worker.off("message", settle).off("error", failed).off("exit", ended);
      resolve(result);
    };
    const failed = (error: unknown): void => {
      settle(`${String(error)} in`);
    };
    const ended = (): void => {
      settle("the process ended in");
    };
    worker.on("message", settle).on("error", failed).on("exit", ended);
    worker.postMessage(batch);
  });
}
