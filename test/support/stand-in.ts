import { once } from "node:events";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { createFolders, startProgram } from "./program";

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

/** A stand-in with a world, and its record so far. */
export interface RunningWorld extends RunningStandIn {
  readonly record: () => Promise<WorldRecord>;
}

/** The part of a record that tests look at. */
interface WorldRecord {
  readonly hooks: object;
  readonly executions: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly calls: readonly { readonly operation: string; readonly input: object }[];
  readonly events?: readonly (Readonly<Record<string, unknown>> & { readonly event: string })[];
}

/** Starts a stand-in with this world, or with the usual one, and with a record. */
export async function startWorld(world: object | undefined, ...words: string[]): Promise<RunningWorld> {
  const folders = await createFolders();
  const file = world && { "world.json": JSON.stringify(world) };
  const argv = ["stand-in", "--record", "record.json", ...(world ? ["--world", "world.json"] : []), ...words];
  const { child, finished } = await startProgram({ argv, folders, ...(file && { files: file }), timeoutMs: 300_000 });
  const [line] = (await Promise.race([
    child.stdout ? once(child.stdout, "data") : [],
    finished.then(() => []),
  ])) as Buffer[];
  if (!line) throw new Error(`The stand-in did not start: ${(await finished).stderr}`);
  return {
    url: line.toString().trim(),
    record: async () => JSON.parse(await readFile(path.join(folders.cwd, "record.json"), "utf8")) as WorldRecord,
    stop: async () => {
      child.kill();
      await finished;
      await folders.remove();
    },
  };
}
