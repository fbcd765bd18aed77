import { existsSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { isMet } from "./report";
import type { Result } from "./run-cases";

const file = path.join("test", "conformance", "pending.json");

/** The ids of the cases that are not met yet; undefined when there is no list. */
export function readPending(): string[] | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as string[]) : undefined;
}

/** Takes the cases that are met off the list. The list only shrinks; the first time it is what is not met. */
export async function updatePending(results: readonly Result[]): Promise<void> {
  const met = new Set(results.filter(isMet).map(({ id }) => id));
  const pending = readPending() ?? results.map(({ id }) => id);
  const left = pending.filter((id) => !met.has(id));
  await writeFile(file, `${JSON.stringify(left, undefined, 2)}\n`);
}
