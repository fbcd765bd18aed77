import type { StructureShape } from "./shape";

/** The facts of an operation, as botocore's model of the service has them. `npm run models` writes them. */
export interface OperationModel {
  /** The API's name, such as `PutLifecycleHook`. */
  readonly name: string;
  /** Absent for an operation that takes no input. */
  readonly input?: StructureShape;
  /** Absent for an operation whose answer is empty. */
  readonly output?: StructureShape;
  /** The element that holds the output in an answer of the Query protocol. */
  readonly resultWrapper?: string;
  /** The errors that the operation documents: the code on the wire -> the HTTP status. */
  readonly errors: Readonly<Record<string, number>>;
  readonly pages?: PagesModel;
  /** The waiters that poll this operation, by the word that names them on the command line. */
  readonly waiters?: Readonly<Record<string, WaiterModel>>;
}

/** The members that page through an operation's answer. */
export interface PagesModel {
  readonly inputToken: string;
  readonly outputToken: string;
  /** The input's member that limits the length of a page; absent if there is none. */
  readonly limitKey?: string;
  /** The output's member that the pages add to. */
  readonly resultKey: string;
  /** The output's member that says whether there are more pages; absent if only the token says it. */
  readonly moreResults?: string;
  /** Members of the output that are the same on every page. */
  readonly nonAggregateKeys?: readonly string[];
}

/** A waiter: how often an operation is polled, and for what. */
export interface WaiterModel {
  /** Seconds between two polls. */
  readonly delay: number;
  readonly maxAttempts: number;
  readonly acceptors: readonly Acceptor[];
}

/** The meaning of an answer for a waiter. */
export interface Acceptor {
  readonly state: "success" | "failure" | "retry";
  readonly matcher: "path" | "pathAll" | "pathAny" | "error" | "status";
  /** A JMESPath expression on the answer, for the matchers that take one. */
  readonly argument?: string;
  readonly expected: string | number | boolean;
}

/** The facts of a service that its operations share. */
export interface ServiceModel {
  readonly protocol: "json" | "query";
  /** Absent if the protocol is not JSON. */
  readonly jsonVersion?: string;
  /** The version of the API, which requests of the Query protocol carry. */
  readonly apiVersion: string;
  /** The part of `X-Amz-Target` before the operation's name; absent for the Query protocol. */
  readonly targetPrefix?: string;
  /** The namespace of answers of the Query protocol. */
  readonly xmlNamespace?: string;
  /** The first label of the service's host names. */
  readonly endpointPrefix: string;
  /** The name that requests are signed for, if it is not the endpoint's. */
  readonly signingName?: string;
  /** The service's id, such as `Auto Scaling`. */
  readonly serviceId: string;
}
