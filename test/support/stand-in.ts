import { once } from "node:events";
import { startProgram } from "./program";

/** The published stand-in, running. */
export interface RunningStandIn {
  readonly url: string;
  readonly stop: () => Promise<unknown>;
}

/** Starts `aws-lifecycle-hooks stand-in` with these words after it and waits until it listens. */
export async function startStandIn(...words: string[]): Promise<RunningStandIn> {
  const { child, finished } = await startProgram({ argv: ["stand-in", ...words], timeoutMs: 300_000 });
  const [line] = (await Promise.race([
    child.stdout ? once(child.stdout, "data") : [],
    finished.then(() => []),
  ])) as Buffer[];
  const url = line?.toString().trim();
  if (!url) throw new Error(`The stand-in did not start: ${(await finished).stderr}`);
  return {
    url,
    stop: () => {
      child.kill();
      return finished;
    },
  };
}
