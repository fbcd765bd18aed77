import { execFile } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "@jest/globals";
import { useHookService } from "../support/hook-service";
import { codeDeployEvent } from "../support/lambda-events";
import { functionFolder, type LambdaFunction } from "../support/lambda-runtime";
import { onLinux } from "../support/posix";
import { useLambda } from "../support/use-lambda";

const execute = promisify(execFile);
const services = useHookService();
const { invoke } = useLambda();

const hookOf = (line: string): string => `${line}\n`;

onLinux("the module is found", () => {
  test.each<[string, Omit<LambdaFunction, "env">]>([
    ["by its path in the function's folder", {}],
    [
      "by an ES module that hands it on",
      {
        handler: "index.handler",
        files: { "index.mjs": hookOf('export { handler } from "aws-lifecycle-hooks/lambda";') },
      },
    ],
    [
      "by a CommonJS module",
      {
        handler: "src/index.handler",
        files: { "src/index.js": hookOf('exports.handler = require("aws-lifecycle-hooks/lambda").handler;') },
      },
    ],
    [
      "by a module of a package of ES modules",
      {
        handler: "index.handler",
        files: {
          "package.json": '{"type":"module"}',
          "index.js": hookOf(
            'import { hook } from "aws-lifecycle-hooks/lambda";\nexport const handler = hook(() => {});',
          ),
        },
      },
    ],
    [
      "by import()",
      {
        handler: "index.handler",
        files: {
          "index.cjs": hookOf(
            'exports.handler = async (...all) => (await import("aws-lifecycle-hooks/lambda")).handler(...all);',
          ),
        },
      },
    ],
  ])("%s", async (_, made) => {
    const invoked = await invoke({ ...made, env: { ...services.env(), HOOK_COMMAND: "true" } }, codeDeployEvent);
    expect(invoked).toMatchObject({ kind: "returned" });
    expect(services.told()).toEqual(["Succeeded"]);
  });

  test("a function that was made one file without the package says what is wrong", async () => {
    const folder = await functionFolder({});
    const installed = path.join(folder, "node_modules/aws-lifecycle-hooks/dist");
    await rm(path.join(installed, "lambda-handlers.js"));
    const loading = execute(process.execPath, ["-e", `require(${JSON.stringify(path.join(installed, "lambda.js"))})`]);
    await expect(loading).rejects.toThrow(/tell it to leave aws-lifecycle-hooks out/);
    await rm(folder, { recursive: true, force: true });
  });
});

/** A hook in TypeScript that uses every exported type. */
const typed = `import { hook, handler, type EcsAnswer, type HookEvent, type HookFunction, type HookHandler, type LambdaContext } from "aws-lifecycle-hooks/lambda";
const names = (event: HookEvent): string => {
  switch (event.kind) {
    case "codedeploy": return event.deploymentId + event.lifecycleEventHookExecutionId;
    case "autoscaling": return event.instanceId + event.autoScalingGroupName + (event.notificationMetadata ?? "");
    case "ecs": return event.serviceDeploymentArn + event.lifecycleStage + event.serviceArn;
  }
};
const fn: HookFunction = async (event, context: LambdaContext) => { names(event); context.getRemainingTimeInMillis(); };
export const one: HookHandler = hook(fn);
export const two: HookHandler = handler;
export const answer: Promise<EcsAnswer | undefined> = one({}, {} as LambdaContext);
// @ts-expect-error the kinds are a closed union
export const wrong = (event: HookEvent): boolean => event.kind === "lambda";
`;

test.each([
  ["ES modules", "nodenext", "nodenext", "hook.mts"],
  ["CommonJS", "nodenext", "nodenext", "hook.cts"],
  ["a bundler", "esnext", "bundler", "hook.ts"],
])("its types are there for %s", async (_, module, moduleResolution, file) => {
  const folder = await functionFolder({});
  const compilerOptions = { module, moduleResolution, strict: true, noEmit: true, target: "es2022", types: [] };
  await writeFile(path.join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [file] }));
  await writeFile(path.join(folder, file), typed);
  const compiler = path.resolve("node_modules/typescript/bin/tsc");
  const compiled = await execute(process.execPath, [compiler, "-p", folder]).catch((error: unknown) => error);
  expect(compiled).toMatchObject({ stdout: "" });
  await rm(folder, { recursive: true, force: true });
});
