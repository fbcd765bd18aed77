import { expect, test } from "@jest/globals";
import fc from "fast-check";
import path from "node:path";
import { operations } from "../../src/operations/all";
import { optionName } from "../../src/operations/option-name";
import type { Shape } from "../../src/operations/shape";
import { isFailure } from "../../src/failure/failure";
import { loadValues } from "../../src/params/load";
import { mergeInput } from "../../src/params/merge";
import { parse } from "../../src/arguments/parse";
import { skeletonOf } from "../../src/operations/skeleton-of";
import { createTrace } from "../../src/io/trace";
import type { Io, Params } from "../../src/types";
import { loadProgram } from "../fuzz/program";
import { plainJson } from "../support/plain-json";
import { pipeTo } from "../support/sink";
import { asksForDebug, harmless, line, nowhere, operation } from "../support/lines";

const env = { ...nowhere, HOME: path.join(__dirname, "no-such-home") };

test("any argument list is read, or is one of the failures", async () => {
  await fc.assert(
    fc.asyncProperty(line, async (argv) => {
      const outcome = await parse(argv, () => Promise.resolve()).catch((error: unknown) => error);
      expect(isFailure(outcome) || "kind" in (outcome as object)).toBe(true);
    }),
    { seed: 1, numRuns: 1000 },
  );
});

const main = loadProgram();

async function run(argv: readonly string[]): Promise<{ exitCode: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const io: Io = {
    env,
    out: pipeTo((text) => (out += text)),
    err: pipeTo((text) => (err += text)),
    trace: createTrace(),
  };
  return { exitCode: await main(argv, io), out, err };
}

test("any argument list ends in a documented exit code, with a message and no stack trace", async () => {
  await fc.assert(
    fc.asyncProperty(harmless, async (argv) => {
      const { exitCode, err } = await run(argv);
      expect([0, 2, 255]).toContain(exitCode);
      if (exitCode !== 0) expect(err.trim()).not.toBe("");
      if (!asksForDebug(argv)) expect(err).not.toMatch(/^\s+at .*:\d+/m);
    }),
    { seed: 2, numRuns: 300 },
  );
});

/** The input that a command line with these options and this JSON gives. */
async function input(argv: readonly string[]): Promise<Params> {
  const invocation = await parse(argv, () => Promise.resolve());
  if (invocation.kind !== "call") throw new Error(invocation.kind);
  const io = { env, trace: createTrace() } as unknown as Io;
  return mergeInput(invocation, await loadValues(invocation, { followUrls: true, io }));
}

test("any JSON object survives the merge unchanged", async () => {
  const object = fc.dictionary(fc.string(), fc.jsonValue()).map((value) => JSON.stringify(value));
  await fc.assert(
    fc.asyncProperty(operation, object, async (words, json) => {
      expect(plainJson(await input([...words, "--cli-input-json", json]))).toBe(JSON.stringify(JSON.parse(json)));
    }),
    { seed: 3, numRuns: 200 },
  );
});

test("a skeleton that is filled in gives the same parameters as the options", async () => {
  const text = fc.string({ unit: "grapheme" }).filter((value) => !/^(fileb?|https?):\/\//.test(value));
  const scalar = (kind: Shape["kind"]) => (kind === "integer" ? fc.integer() : text);
  const flat = operations.filter(({ input }) =>
    Object.values(input.members).every(({ kind }) => kind === "string" || kind === "integer"),
  );
  for (const { service, word, input: shape } of flat) {
    const values = fc.record(
      Object.fromEntries(Object.entries(shape.members).map(([name, { kind }]) => [name, scalar(kind)])),
    );
    const skeleton = JSON.parse(skeletonOf(shape, "input")) as object;
    await fc.assert(
      fc.asyncProperty(values, async (filled) => {
        const options = Object.entries(filled).map(([name, value]) => `--${optionName(name)}=${value}`);
        const json = JSON.stringify({ ...skeleton, ...filled });
        const words = [service.word, word];
        expect(await input([...words, "--cli-input-json", json])).toEqual(await input([...words, ...options]));
      }),
      { seed: 4, numRuns: 100 },
    );
  }
});
