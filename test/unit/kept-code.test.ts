import { describe, expect, test } from "@jest/globals";
import { decode as decodeFile, isCompiledFor } from "../../src/start/kept-code";
import { encode } from "../../src/start/renew-code";

const bundles = Array.from({ length: 40 }, (_, index) => `./operation-${index}.js`);
const code = new Uint8Array(100_000).fill(7);

/** Decodes bytes as if they came from a file. */
function decode(bytes: Uint8Array): ReturnType<typeof decodeFile> {
  let at = 0;
  return decodeFile(bytes.length, ({ buffer, byteOffset, byteLength }) => {
    new Uint8Array(buffer, byteOffset, byteLength).set(bytes.subarray(at, at + byteLength));
    at += byteLength;
  });
}

describe("a program of 40 bundles and as many operations", () => {
  const names = [...bundles, ...bundles.map((_, index) => `service word-${index}`)];
  const kept = decode(encode({ code, compiledFor: names }));

  test("what was kept is read as it was, with every name", () => {
    expect(kept?.compiledFor).toEqual(names);
    expect(Buffer.compare(kept?.code ?? new Uint8Array(), code)).toBe(0);
  });

  test.each(bundles)("code that was compiled for all bundles but %s has not been compiled for it", (missing) => {
    const others = bundles.filter((name) => name !== missing);
    const { compiledFor = [] } = decode(encode({ code, compiledFor: others })) ?? {};
    expect(isCompiledFor(others, compiledFor)).toBe(true);
    expect(isCompiledFor([missing], compiledFor)).toBe(false);
    expect(isCompiledFor(bundles, compiledFor)).toBe(false);
  });
});

test("no name counts for one that it is only a part of", () => {
  expect(isCompiledFor(["./operation-1.js"], ["./operation-11.js", "./operation-1.json"])).toBe(false);
});

test.each([
  ["no code", encode({ code: new Uint8Array(), compiledFor: ["./main.js"] })],
  ["only a head", new Uint8Array(8)],
  ["a length beyond its end", encode({ code, compiledFor: [] }).subarray(0, 150_000)],
  ["halves that differ", encode({ code, compiledFor: [] }).map((byte, at) => (at === 100 ? 8 : byte))],
  ["halves that differ at their end", encode({ code, compiledFor: [] }).map((byte, at) => (at === 200_007 ? 8 : byte))],
])("a file with %s is damaged", (_, bytes) => {
  expect(decode(bytes)).toBeUndefined();
});
