import { readFileSync } from "node:fs";
import type { OperationModel, ServiceModel } from "../../src/operations/model";

/** The entry of a service in models/operations.json. */
interface Listed {
  /** False if the operations are called but not offered as commands. */
  readonly commands?: boolean;
  readonly operations: readonly string[];
}

/** An operation of models/operations.json. */
export interface ListedOperation {
  /** The service's word on the command line. */
  readonly service: string;
  /** The operation's word there. */
  readonly word: string;
  readonly isCommand: boolean;
}

const list = JSON.parse(readFileSync("models/operations.json", "utf8")) as Record<string, Listed>;

/** The services of models/operations.json, by their words. */
export const listedServices: readonly string[] = Object.keys(list);

/** Every operation of models/operations.json. */
export const listedOperations: readonly ListedOperation[] = Object.entries(list).flatMap(
  ([service, { commands = true, operations }]) => operations.map((word) => ({ service, word, isCommand: commands })),
);

/** The skeletons that the listed commands have, as paths below the project's folder. */
export const listedSkeletons: readonly string[] = listedOperations
  .filter(({ isCommand }) => isCommand)
  .flatMap(({ service, word }) => ["input", "output"].map((kind) => `skeletons/${service}/${word}.${kind}.json`));

/** The model of an operation, from its file. */
export async function loadModel({ service, word }: ListedOperation): Promise<OperationModel> {
  const file = (await import(`../../models/${service}/${word}`)) as { model: OperationModel };
  return file.model;
}

/** The facts of a service, from their file. */
export async function loadService(service: string): Promise<ServiceModel> {
  const file = (await import(`../../models/${service}/service`)) as { service: ServiceModel };
  return file.service;
}
