import type { Answer, Received } from "../wire";
import { autoScaling } from "./auto-scaling";
import { codeDeploy } from "./code-deploy";

/** Carries an operation out: takes its input, which is within the limits of its shape, gives its output or throws a Refusal. */
export type Behaviours = Readonly<Record<string, (input: never) => object>>;

/** What there is behind the services. */
export interface World {
  /** By the operation's name. Those that have none are answered with a sample. */
  readonly behaviours: Behaviours;
  /** The world's time, in milliseconds since 1970. */
  readonly now: () => number;
  /** What it was told, for the record. */
  readonly told: () => object;
  /** The answer to a request that is no service call; undefined where there is none. */
  readonly metadata: (request: Received) => Answer | undefined;
}

/** Makes a world in which whatever is named comes into being. */
export function createWorld(): World {
  const [groups, deployments] = [autoScaling(), codeDeploy()];
  return {
    behaviours: { ...groups.behaviours, ...deployments.behaviours },
    now: Date.now,
    told: () => ({ hooks: groups.hooks(), executions: deployments.executions() }),
    metadata: () => undefined,
  };
}
