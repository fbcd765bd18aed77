import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { lettersApi, stampsApi, writeJsonFiles } from "../support/botocore-data";
import { writtenModels } from "../support/written-models";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "models-"));
  await writeJsonFiles(path.join(folder, "data"), {
    "letterbox/2020-01-01/service-2.json": { ...lettersApi, operations: {} },
    "letterbox/2021-02-03/service-2.json.gz": lettersApi,
    "letterbox/2021-02-03/paginators-1.json": {
      pagination: {
        ListLetters: { input_token: "token", output_token: "token", limit_key: "most", result_key: "letters" },
      },
    },
    "letterbox/2021-02-03/paginators-1.sdk-extras.json.gz": {
      version: 1,
      merge: { pagination: { ListLetters: { more_results: "hasMore", non_aggregate_keys: ["owner"] } } },
    },
    "letterbox/2021-02-03/waiters-2.json": {
      waiters: {
        LettersThere: {
          operation: "ListLetters",
          delay: 5,
          maxAttempts: 3,
          acceptors: [
            { expected: true, matcher: "path", state: "success", argument: "hasMore", note: "Prose." },
            { expected: "BoxFault", matcher: "error", state: "retry" },
          ],
        },
        BurnDone: { operation: "BurnLetters", delay: 1, maxAttempts: 2, acceptors: [] },
      },
    },
    "stamps/2010-05-06/service-2.json": stampsApi,
  });
  await writeJsonFiles(path.join(folder, "to"), {
    "models/operations.json": {
      post: { botocore: "letterbox", operations: ["list-letters"] },
      album: { botocore: "stamps", commands: false, operations: ["describe-stamps"] },
    },
  });
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs the script on the data folder; what it wrote goes below `to`. */
function models(...words: string[]): Promise<{ exitCode: unknown; stderr: string }> {
  const args = ["scripts/models.mjs", path.join(folder, "data"), ...words, "--to", path.join(folder, "to")];
  return new Promise((resolve) => {
    execFile(process.execPath, args, (error, _stdout, stderr) => {
      resolve({ exitCode: error?.code ?? 0, stderr });
    });
  });
}

const written = (file: string) => readFile(path.join(folder, "to", file), "utf8");

function filesWritten(): string[] {
  const files = readdirSync(path.join(folder, "to"), { recursive: true, encoding: "utf8" });
  return files.filter((file) => path.extname(file) !== "").map((file) => file.replaceAll(path.sep, "/"));
}

test("all listed operations are written, a file each, with skeletons for commands only", async () => {
  expect(await models()).toEqual({ exitCode: 0, stderr: "" });
  const texts = await Promise.all(filesWritten().map(async (file) => [file, await written(file)] as const));
  expect(Object.fromEntries(texts.filter(([file]) => file !== "models/operations.json"))).toEqual(writtenModels);
});

describe("an operation is added", () => {
  test("to a service that is listed", async () => {
    expect(await models("post", "burn-letters")).toEqual({ exitCode: 0, stderr: "" });
    expect(JSON.parse(await written("models/operations.json"))).toMatchObject({
      post: { botocore: "letterbox", operations: ["burn-letters", "list-letters"] },
    });
    expect(filesWritten()).not.toContain("models/post/list-letters.ts");
    expect(await written("models/post/burn-letters.ts")).toContain('"burn-done": { delay: 1');
    expect(await written("skeletons/post/burn-letters.input.json")).toBe("{}\n");
  });

  test("to one that is not", async () => {
    expect(await models("stamps", "describe-stamps")).toEqual({ exitCode: 0, stderr: "" });
    expect(JSON.parse(await written("models/operations.json"))).toMatchObject({
      stamps: { botocore: "stamps", operations: ["describe-stamps"] },
    });
  });
});

describe("what cannot be written is told, and the list stays as it was", () => {
  test.each([
    { words: ["post", "read-letters"], stderr: "Letters has no operation read-letters\n" },
    { words: ["post", "seal-letter"], stderr: "Seal is a blob, which no kind of Shape is\n" },
    { words: ["parcels", "list-parcels"], stderr: "parcels has no version of the service's model\n" },
    { words: ["post"], exitCode: 2, stderr: "usage: npm run models" },
  ])("$words", async ({ words, stderr, exitCode = 1 }) => {
    const before = await written("models/operations.json");
    const result = await models(...words);
    expect(result).toEqual({ exitCode, stderr: expect.stringContaining(stderr) });
    expect(await written("models/operations.json")).toBe(before);
    expect(filesWritten()).toEqual(["models/operations.json"]);
  });
});
