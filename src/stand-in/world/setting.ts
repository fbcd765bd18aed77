import type { Clock } from "./clock";

/** A hook of a deployment, which waits for its report. */
export interface HookExecution {
  readonly deploymentId: string;
  readonly executionId: string;
  /** The lifecycle event, such as `BeforeAllowTraffic`. */
  readonly event: string;
  /** The Lambda function that the AppSpec names. */
  readonly functionName: string;
  /** Takes the end of the hook's output. */
  readonly onOutput: (tail: string) => void;
}

/** The things that the services of a world share. */
export interface Setting {
  readonly clock: Clock;
  /** Whether only what the world has can be named; otherwise whatever is named comes into being. */
  readonly isStrict: boolean;
  /** Logs and records what happened by itself. */
  readonly happened: (event: string, details: object) => void;
  /** Runs the command that stands for a hook's function. */
  readonly onHook: (execution: HookExecution) => void;
}

/**
 * The code of operations, by name: it takes an input that is within the limits of its shape, and returns the output or
 * throws a Refusal.
 */
export type Behaviours = Readonly<Record<string, (input: never) => object>>;

/** The seconds that a step takes if nobody decides it. */
export const stepSeconds = 1;

/** The region of the world. */
export const region = "us-east-1";

/** The account of the world: the one in AWS's documentation. */
export const account = "123456789012";

/** The number of things of a kind, made because they were named, that are remembered; the oldest are dropped. */
const mostThings = 10_000;

/** Adds to a map that grows with the things that are named. */
export function remember<Value>(map: Map<string, Value>, name: string, value: Value): Value {
  map.set(name, value);
  const [oldest] = map.keys();
  if (map.size > mostThings && oldest !== undefined) map.delete(oldest);
  return value;
}
