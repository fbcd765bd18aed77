import { expect, test } from "@jest/globals";
import { windowsWords } from "../../src/credentials/windows-words";
import { expandPath } from "../../src/python/expand-path";
import { parseInteger } from "../../src/python/int";
import { shellWords } from "../../src/python/shlex";

test.each<[string, string[] | undefined]>([
  ['a "b c"  d', ["a", "b c", "d"]],
  ['a\\ b \'c\\d\' "e\\"f\\g"', ["a b", "c\\d", 'e"f\\g']],
  ["''\"\"x # y", ["x", "#", "y"]],
  ['""', [""]],
  ["  ", []],
  ["a 'b", undefined],
  ["a\\", undefined],
])("a shell splits %j into %j", (text, words) => {
  expect(shellWords(text)).toEqual(words);
});

test("a text of millions of characters is read, or refused, like any other", () => {
  const long = "x".repeat(15_000_000);
  expect(shellWords(`profile "${long}" '${long}' ${long}`)?.map(({ length }) => length)).toEqual([
    7,
    ...[15e6, 15e6, 15e6],
  ]);
  expect(shellWords(`"${'\\"'.repeat(5_000_000)}`)).toBeUndefined();
  expect(parseInteger("1_".repeat(8_000_000) + "1")).toBeUndefined();
  expect(parseInteger(" ".repeat(8_000_000) + "7")).toBe(7);
});

test.each<[string, string[] | undefined]>([
  ['C:\\bin\\x.exe "a b"\t\\\\s', ["C:\\bin\\x.exe", "a b", "\\\\s"]],
  ['a\\\\"b c" \\"d\\"', ["a\\b c", '"d"']],
  ["\"\" 'a b'", ["", "'a", "b'"]],
  ['a "b', undefined],
])("Windows splits %j into %j", (text, words) => {
  expect(windowsWords(text)).toEqual(words);
});

test.each<[string, string]>([
  ["~/x", "/home/me/x"],
  ["~", "/home/me"],
  ["~you/x", "~you/x"],
  ["a~/x", "a~/x"],
  ["$A/${A}b/$NONE/$A_/$", "1/1b/$NONE/$A_/$"],
  ["$TILDE/x", "/home/me/x"],
])("the path %s is %s", (text, expected) => {
  expect(expandPath(text, { HOME: "/home/me", A: "1", TILDE: "~" })).toBe(expected);
});

test.each<[string, number | undefined]>([
  ["5", 5],
  [" +5\n", 5],
  ["-1_000", -1000],
  ["05", 5],
  ["0x5", undefined],
  ["5.0", undefined],
  ["_5", undefined],
  ["", undefined],
])("the text %j is the number %p", (text, expected) => {
  expect(parseInteger(text)).toBe(expected);
});
