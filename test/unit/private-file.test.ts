import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { keepJson } from "../../src/credentials/private-file";
import { createTrace } from "../../src/io/trace";

let home: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), "home-"));
});
afterEach(() => {
  rmSync(home, { recursive: true });
});

const kept = () => path.join(home, ".aws", "cli", "cache", "role.json");

test("a home of one's own gets the folders that are missing", () => {
  keepJson(kept(), { a: 1 }, createTrace());
  expect(readFileSync(kept(), "utf8")).toBe('{"a":1}');
  if (process.platform !== "win32") expect(statSync(path.join(home, ".aws")).mode & 0o777).toBe(0o700);
});

const isRoot = process.getuid?.() === 0;
(isRoot ? test : test.skip)("another user's home gets none (only root can give a folder away)", () => {
  chownSync(home, 12345, 12345);
  keepJson(kept(), { a: 1 }, createTrace());
  expect(existsSync(path.join(home, ".aws"))).toBe(false);
});
