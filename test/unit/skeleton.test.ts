import { expect, test } from "@jest/globals";
import { readFileSync } from "node:fs";
import { operations } from "../../src/operations/all";
import type { Member, Operation } from "../../src/operations/operation";

function skeletonText({ service, command }: Operation, kind: "input" | "output"): string {
  return readFileSync(`skeletons/${service.command}/${command}.${kind}.json`, "utf8");
}

/** What may stand in a member's place: nothing of its type, or the first of the values that the API model enumerates. */
function placeholders({ type, values = [] }: Member): readonly unknown[] {
  return type === "integer" ? [0] : ["", ...values.slice(0, 1)];
}

test.each(operations)("the templates of $name agree with its declaration", (operation) => {
  const input = JSON.parse(skeletonText(operation, "input")) as Record<string, unknown>;
  const output = JSON.parse(skeletonText(operation, "output")) as Record<string, unknown>;
  expect(Object.keys(input)).toEqual(Object.keys(operation.input));
  for (const [name, member] of Object.entries(operation.input)) {
    expect(placeholders(member)).toContain(input[name]);
  }
  expect(output).toEqual(Object.fromEntries(Object.keys(operation.output).map((name) => [name, name])));
  for (const kind of ["input", "output"] as const) {
    expect(skeletonText(operation, kind)).toBe(
      `${JSON.stringify(JSON.parse(skeletonText(operation, kind)), null, 4)}\n`,
    );
  }
});
