import { AssertionError } from "node:assert";
import { groupOf } from "./cases";
import type { Result } from "./run-cases";

/** Whether a case is as recorded. */
export function isMet({ differences }: Result): boolean {
  return differences.length === 0;
}

/** A line a group and the total. */
export function summary(results: readonly Result[]): string {
  const groups = [...new Set(results.map(groupOf))];
  const lines = groups.map((group) => `${group.padEnd(20)}${count(results.filter((one) => groupOf(one) === group))}`);
  return [...lines, `${"total".padEnd(20)}${count(results)}`].join("\n");
}

function count(results: readonly Result[]): string {
  const met = results.filter(isMet).length;
  return `${String(met).padStart(4)} of ${String(results.length).padStart(4)}`;
}

/** What was typed in a case, and for all that differs what was expected (-) and what was seen (+). */
export function explain({ id, argv, differences }: Result): string {
  const parts = differences.map(({ what, expected, seen }) => {
    const { message } = new AssertionError({ actual: seen, expected, operator: "deepStrictEqual" });
    return `  ${what}: ${message.replace(/^.*\n/, "").trim().replaceAll("\n", "\n  ")}`;
  });
  return [id, `  argv: ${argv.map(shorten).join(" ")}`, ...parts].join("\n");
}

function shorten(word: string): string {
  return JSON.stringify(word.length > 200 ? `${word.slice(0, 200)}… (${word.length} characters)` : word);
}
