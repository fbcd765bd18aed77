import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { isMet } from "./report";
import type { Result } from "./run-cases";

const file = path.join("test", "conformance", "pending.json");

/** The ids of the cases that are not met yet; undefined when there is no list. */
export async function readPending(): Promise<string[] | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as string[]);
}

/** Takes the cases that are met off the list. The list only shrinks; the first time it is what is not met. */
export async function updatePending(results: readonly Result[]): Promise<void> {
  const met = new Set(results.filter(isMet).map(({ id }) => id));
  const pending = (await readPending()) ?? results.map(({ id }) => id);
  const left = pending.filter((id) => !met.has(id));
  await writeFile(file, `${JSON.stringify(left, undefined, 2)}\n`);
}
