import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { buildWithOperations, type BuiltCopy } from "../support/forty";
import { runProgram } from "../support/program";
import { useService } from "../support/use-service";

const service = useService();
let built: BuiltCopy;

beforeAll(async () => {
  built = await buildWithOperations(40);
});

afterAll(() => built.remove());

const hook = ["--lifecycle-hook-name", "h", "--auto-scaling-group-name", "g"];
const deploy = ["deploy", "put-lifecycle-event-hook-execution-status"];
const keys = { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "secret-env", AWS_DEFAULT_REGION: "us-east-1" };

/** Runs without the cache of compiled code, and gives the bundles that were read too. */
async function run(argv: readonly string[]) {
  const env = { ...keys, AWS_LIFECYCLE_HOOKS_CACHE: "off" };
  const { exitCode, stderr } = await runProgram({ program: built.program, argv, env });
  return { exitCode, stderr, loaded: [...(await built.loaded())].sort() };
}

describe("with 40 operations", () => {
  test("main.js stays small, and so do the clients beside the code that they share", async () => {
    const dist = path.join(built.folder, "dist");
    const names = await readdir(dist);
    expect(names.filter((name) => name.startsWith("operation-"))).toHaveLength(40);
    const sizeOf = async (name: string): Promise<number> => (await stat(path.join(dist, name))).size;
    expect(await sizeOf("main.js")).toBeLessThan(95_000);
    const clients = names.filter((name) => name.startsWith("client-"));
    const sizes = await Promise.all(clients.map(sizeOf));
    expect(clients).toEqual(["client-autoscaling.js", "client-deploy.js", "client-ecs.js", "client-ssm.js"]);
    expect(Math.max(...sizes)).toBeLessThan(10_000);
    expect(await sizeOf("sdk-core.js")).toBeLessThan(150_000);
  });

  test.each([
    ["--version", ["--version"], 0, []],
    ["a usage error", ["autoscaling", "copy-hook-c", "--no-such-option"], 2, []],
    ["an unknown operation", ["autoscaling", "copy-hook-none"], 2, []],
    ["a missing option", ["autoscaling", "copy-hook-c"], 2, []],
    ["a skeleton", ["autoscaling", "copy-hook-c", "--generate-cli-skeleton"], 0, ["ways-template.js"]],
  ] as const)("%s loads no operation", async (_, argv, exitCode, more) => {
    const { loaded, ...ended } = await run(argv);
    expect(ended.exitCode).toBe(exitCode);
    expect(loaded).toEqual(["main.js", ...more]);
  });

  test("a value that is refused loads its own operation, and no client", async () => {
    const { exitCode, loaded } = await run(["autoscaling", "copy-hook-c", ...hook, "--heartbeat-timeout", "1"]);
    expect(exitCode).toBe(255);
    expect(loaded).toEqual(["main.js", "operation-copy-hook-c.js", "ways-call.js"]);
  });

  test("a call loads its own operation, its service's client and what clients share", async () => {
    const { exitCode, stderr, loaded } = await run([...deploy, "--endpoint-url", service().url]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const ofOperations = loaded.filter((name) => /^(client|credentials|operation|sdk)-/.test(name));
    const own = "operation-put-lifecycle-event-hook-execution-status.js";
    expect(ofOperations).toEqual(["client-deploy.js", own, "sdk-core.js"]);
  });

  test("an operation's help loads its own operation alone", async () => {
    const { exitCode, loaded } = await run(["autoscaling", "copy-hook-c", "help"]);
    expect(exitCode).toBe(0);
    expect(loaded.filter((name) => name.startsWith("operation-"))).toEqual(["operation-copy-hook-c.js"]);
    expect(loaded.filter((name) => /^(client|credentials|sdk)-/.test(name))).toEqual([]);
  });
});
