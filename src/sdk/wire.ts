import type { $ClientProtocol, HttpRequest, HttpResponse } from "@smithy/types";
import type { Operation } from "../operations/operation";
import { Failure } from "../failure/failure";
import type { Params, Value } from "../types";

/** The SDK's class of a wire protocol, as it is handed to a client; the client makes the instance. */
export type ProtocolClass = new (settings: unknown) => $ClientProtocol<HttpRequest, HttpResponse>;

/** What an answer says of an error; undefined what it does not say. */
export interface ErrorAnswer {
  readonly code: string | undefined;
  readonly message: string | undefined;
}

/** A wire protocol: the SDK's class that writes and reads it, and what aws-cli makes of it where the SDK differs. */
export interface Wire {
  readonly Protocol: ProtocolClass;
  /** Whether the input goes as it is, nulls and values of any type included, instead of by the model's types. */
  readonly freeInput: boolean;
  /** The input as it is to be written. Throws a Failure for what the protocol cannot carry. */
  input(params: Params): Record<string, unknown>;
  /** What keeps a body from being the operation's answer, in words that follow `not`; undefined for one that is. */
  flaw(body: string, operation: Operation): string | undefined;
  /** What the body of an error says, undefined if it is no error of the protocol. */
  error(body: string, headers: Readonly<Record<string, string>>): ErrorAnswer | undefined;
}

/** The Failure for a value that a wire cannot carry. */
export function wrongType(member: string, value: Value): Failure {
  return new Failure({
    kind: "parameters-invalid",
    problems: [{ kind: "type", path: member, value, expected: "string" }],
  });
}
