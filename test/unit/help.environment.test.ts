import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { environment } from "../../src/help/environment";

const variable = /"((?:AWS|REQUESTS)_[A-Z0-9_]+|[A-Z]+_PROXY|NO_COLOR|PAGER)"/g;

test("the help has every variable that the code reads", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) =>
    /^(?!help|lambda).*\.ts$/.test(file),
  );
  const read = files.flatMap((file) => [...readFileSync(path.join("src", file), "utf8").matchAll(variable)]);
  const told = JSON.stringify(environment);
  expect(read.length).toBeGreaterThan(30);
  expect(read.map(([, name = ""]) => name).filter((name) => !told.includes(name))).toEqual([]);
});
