import type { Clock } from "./clock";

/** A hook of a deployment that waits for its report. */
export interface HookExecution {
  readonly deploymentId: string;
  readonly executionId: string;
  /** The lifecycle event, such as `BeforeAllowTraffic`. */
  readonly event: string;
  /** The Lambda function that the AppSpec names. */
  readonly functionName: string;
  /** Is told the end of what the hook printed. */
  readonly onOutput: (tail: string) => void;
}

/** What the services of a world share. */
export interface Setting {
  readonly clock: Clock;
  /** Whether only what the world has can be named; otherwise what is named comes into being. */
  readonly isStrict: boolean;
  /** Logs and records what happened by itself. */
  readonly happened: (event: string, details: object) => void;
  /** Runs what stands for a hook's function. */
  readonly onHook: (execution: HookExecution) => void;
}

/** Carries an operation out: takes its input, which is within the limits of its shape, gives its output or throws a Refusal. */
export type Behaviours = Readonly<Record<string, (input: never) => object>>;

/** Seconds that a step takes which nobody decides. */
export const stepSeconds = 1;

/** Where the world is. */
export const region = "us-east-1";

/** Whose account it is: the one of AWS's documentation. */
export const account = "123456789012";

/** As many things of a kind as came into being by their names are remembered; the oldest go. */
const mostThings = 10_000;

/** Adds to a map that grows with what is named. */
export function remember<Value>(map: Map<string, Value>, name: string, value: Value): Value {
  map.set(name, value);
  const [oldest] = map.keys();
  if (map.size > mostThings && oldest !== undefined) map.delete(oldest);
  return value;
}
