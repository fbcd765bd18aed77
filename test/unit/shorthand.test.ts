import { expect, test } from "@jest/globals";
import { describe as inWords } from "../../src/failure/describe";
import { isFailure } from "../../src/failure/failure";
import { parseShorthand } from "../../src/params/shorthand";

async function read(text: string): Promise<unknown> {
  const load = (source: string): Promise<string | Uint8Array> => Promise.resolve(`<${source}>`);
  return parseShorthand({ option: "--x", text, load });
}

async function problem(text: string): Promise<string> {
  const error: unknown = await read(text).then(JSON.stringify, (thrown: unknown) => thrown);
  return isFailure(error) ? inWords(error.data).text : String(error);
}

/** What aws-cli's `ShorthandParser` makes of them. */
test.each<[string, unknown]>([
  ["a=b", { a: "b" }],
  ["a=", { a: "" }],
  ["=b", { "": "b" }],
  ["a=b,c", { a: ["b", "c"] }],
  ["a=b,c=d", { a: "b", c: "d" }],
  ["a=b,c,d=e", { a: ["b", "c"], d: "e" }],
  ["a=,b=c", { a: "", b: "c" }],
  ["a = b , c = d", { a: "b", c: "d" }],
  ["a=b,\n c=d", { a: "b", c: "d" }],
  ["a=b c \u00a0", { a: "b c" }],
  ["a=b=c", { a: "b=c" }],
  ["-_.#/:9=x", { "-_.#/:9": "x" }],
  ["a=b\\,c", { a: "b,c" }],
  ["a=\\,", { a: "," }],
  ["a=b\\c", { a: "b\\c" }],
  ["a=b,c\\,d=e", { a: "b", d: "e" }],
  ['a="b,c",d', { a: ["b,c", "d"] }],
  ["a='b,c'", { a: "b,c" }],
  ["a='b\\'c'", { a: "b'c" }],
  ['a="b\\"\\\\c"', { a: 'b"\\c' }],
  ["a='b\\'", { a: "b\\" }],
  ['a="\'"', { a: "'" }],
  ["a='é😀'", { a: "é😀" }],
  ["a=[]", { a: [] }],
  ["a=[b]", { a: ["b"] }],
  ["a=[ b , c ]", { a: ["b", "c"] }],
  ["a=[b,]", { a: ["b"] }],
  ["a=[,b]", { a: ["", "b"] }],
  ["a=[[b],[c,d]],e=f", { a: [["b"], ["c", "d"]], e: "f" }],
  ["a={}", { a: {} }],
  ["a={b=c,d={e=[f]}}", { a: { b: "c", d: { e: ["f"] } } }],
  ["a={b=c,b=d}", { a: { b: "d" } }],
  ["a=[{b=c},{b=d}]", { a: [{ b: "c" }, { b: "d" }] }],
  ["a=b{c", { a: "b{c" }],
  ["a=b,c]d}", { a: ["b", "c]d}"] }],
  ["a@=b,c=d", { a: "<b>", c: "d" }],
  ["a@=b,'c'", { a: ["<b>", "<c>"] }],
  ["a @ = [b,{c=d},e]", { a: ["<b>", { c: "d" }, "e"] }],
  ["a=[b,{c@=d},e]", { a: ["b", { c: "<d>" }, "<e>"] }],
  ["constructor=a,toString=b", { constructor: "a", toString: "b" }],
])("%j reads as %j", async (text, expected) => {
  expect(await read(text)).toEqual(expected);
});

test("a member named __proto__ is one like any other", async () => {
  expect(JSON.stringify(await read("__proto__={__proto__=a}"))).toBe('{"__proto__":{"__proto__":"a"}}');
});

test.each<[string, string]>([
  ["", "Expected: '=', received: 'EOF' for input:\n\n^"],
  ["Name", "Expected: '=', received: 'EOF' for input:\nName\n    ^"],
  ["Name=x,", "Expected: '<second>', received: '<none>' for input:\nName=x,\n       ^"],
  ["Name==x", "Expected: ',', received: '=' for input:\nName==x\n     ^"],
  [",Name=a", "Expected: '=', received: ',' for input:\n,Name=a\n^"],
  ["a b=c", "Expected: '=', received: 'b' for input:\na b=c\n  ^"],
  ["😀=c", "Expected: '=', received: '😀' for input:\n😀=c\n^"],
  ["a='😀😀'b", "Expected: ',', received: 'b' for input:\na='😀😀'b\n      ^"],
  ["a='b", "Expected: '<singled quoted>', received: '<none>' for input:\na='b\n  ^"],
  ['a=b,"c', "Expected: '=', received: '\"' for input:\na=b,\"c\n    ^"],
  ["a=[b", "Expected: ',', received: 'EOF' for input:\na=[b\n    ^"],
  ["a={b=c", "Expected: ',', received: 'EOF' for input:\na={b=c\n      ^"],
  ["a={b}", "Expected: '=', received: '}' for input:\na={b}\n    ^"],
  ["a=[b] ", "Expected: ',', received: 'EOF' for input:\na=[b] \n      ^"],
  ["a=b,\nc==d", "Expected: ',', received: '=' for input:\na=b,\nc==d\n  ^"],
  ["a==b,\nc=d\n", "Expected: ',', received: '=' for input:\na==b,\n  ^\nc=d\n"],
  [
    "Name=a,Values=b,Values=c",
    'Second instance of key "Values" encountered for input:\nName=a,Values=b,Values=c\n                ^\n' +
      'This is often because there is a preceding "," instead of a space.',
  ],
  [`a=${"[".repeat(100_000)}`, "nested more than 1000 levels deep"],
])("%j is refused in aws-cli's words", async (text, expected) => {
  expect(await problem(text)).toBe(`Error parsing parameter '--x': ${expected}`);
});

test("texts of megabytes are read", async () => {
  const comma = "\\,".repeat(1_000_000);
  expect(await read(`a=${comma},b='${"\\'".repeat(1_000_000)}'`)).toEqual({
    a: ",".repeat(1_000_000),
    b: "'".repeat(1_000_000),
  });
});
