import * as autoscaling from "@aws-sdk/client-auto-scaling";
import * as deploy from "@aws-sdk/client-codedeploy";
import * as ecs from "@aws-sdk/client-ecs";
import * as ssm from "@aws-sdk/client-ssm";
import { describe, expect, test } from "@jest/globals";
import { NormalizedSchema } from "@smithy/core/schema";
import type { StaticOperationSchema } from "@smithy/types";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { skeletonOf } from "../../src/operations/skeleton-of";
import { listedOperations, listedServices, listedSkeletons, loadModel, loadService } from "../support/models";
import { compareWithSdk } from "../support/sdk-schema";
import newer from "./models.newer.json";

/** The SDK's clients by the services' words. A client exports the schema of X as `X$`, a tuple. */
const clients: Readonly<Record<string, Readonly<Record<string, unknown>>>> = { autoscaling, deploy, ecs, ssm };

describe("a model is a part of what the installed SDK knows", () => {
  test.each(listedOperations)("$service $word", async (operation) => {
    const { name, ...model } = await loadModel(operation);
    const schema = clients[operation.service]?.[`${name}$`] as StaticOperationSchema;
    const input = compareWithSdk(model.input, NormalizedSchema.of(schema[4]), "input");
    const output = compareWithSdk(model.output, NormalizedSchema.of(schema[5]), "output");
    expect([...input.wrong, ...output.wrong]).toEqual([]);
    const recorded = newer as Readonly<Record<string, readonly string[]>>;
    expect([...input.newer, ...output.newer]).toEqual(recorded[`${operation.service}/${operation.word}`] ?? []);
  });

  test("what the SDK has more is recorded for listed operations only", () => {
    const listed = listedOperations.map(({ service, word }) => `${service}/${word}`);
    expect(listed).toEqual(expect.arrayContaining(Object.keys(newer)));
  });
});

test.each(listedOperations)("the SDK has the errors of $service $word", async (operation) => {
  const { protocol } = await loadService(operation.service);
  const { errors } = await loadModel(operation);
  const known = sdkErrors(operation.service, protocol);
  expect(known).toEqual(expect.arrayContaining(protocol === "query" ? Object.entries(errors) : Object.keys(errors)));
});

/** The schema of an error begins with -3. Only those of the Query protocol have a code of their own, and the status. */
function sdkErrors(service: string, protocol: "json" | "query"): readonly unknown[] {
  const schemas = Object.entries(clients[service] ?? {}).filter(([name]) => name.endsWith("$"));
  return schemas.flatMap(([, schema]) => {
    const [kind, , name, traits] = schema as readonly [number, string, string, { awsQueryError?: [string, number] }];
    if (kind !== -3) return [];
    return [protocol === "query" ? traits.awsQueryError : name];
  });
}

test.each(listedServices)("the SDK's client of %s has the same settings", async (word) => {
  const clientOf: Readonly<Record<string, { readonly config: object }>> = {
    autoscaling: new autoscaling.AutoScalingClient({ region: "us-east-1" }),
    deploy: new deploy.CodeDeployClient({ region: "us-east-1" }),
    ecs: new ecs.ECSClient({ region: "us-east-1" }),
    ssm: new ssm.SSMClient({ region: "us-east-1" }),
  };
  const { protocol, apiVersion, serviceId, targetPrefix, xmlNamespace } = await loadService(word);
  const isQuery = protocol === "query";
  expect(clientOf[word]?.config).toMatchObject({
    apiVersion,
    serviceId,
    protocolSettings: isQuery ? { version: apiVersion, xmlNamespace } : { serviceTarget: targetPrefix },
  });
});

describe("there is a file for every listed operation, and no other", () => {
  test("models", () => {
    const models = listedOperations.map(({ service, word }) => `models/${service}/${word}.ts`);
    const services = listedServices.map((service) => `models/${service}/service.ts`);
    expect(filesIn("models")).toEqual(["models/operations.json", ...models, ...services].sort());
  });

  test("skeletons", () => {
    expect(filesIn("skeletons")).toEqual([...listedSkeletons].sort());
  });
});

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
  return files.map((file) => file.replaceAll(path.sep, "/")).sort();
}

const commands = listedOperations.filter(({ isCommand }) => isCommand);

describe.each(["input", "output"] as const)("the %s skeleton is what its model gives", (kind) => {
  test.each(commands)("$service $word", async (operation) => {
    const file = `skeletons/${operation.service}/${operation.word}.${kind}.json`;
    const model = await loadModel(operation);
    expect(readFileSync(file, "utf8")).toBe(skeletonOf(model[kind], kind));
  });
});
