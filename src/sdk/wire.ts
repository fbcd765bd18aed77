import type { $ClientProtocol, HttpRequest, HttpResponse, ResponseMetadata, $SchemaRef } from "@smithy/types";
import type { Operation } from "../operations/operation";
import type { StructureShape } from "../operations/shape";
import type { Params } from "../types";
import type { Parted } from "./large-list";

/** The SDK's protocol, as far as it is used: `deserializer` reads values that were parsed already. */
export interface SdkProtocol extends $ClientProtocol<HttpRequest, HttpResponse> {
  readonly deserializer: unknown;
  deserializeMetadata(answer: HttpResponse): ResponseMetadata;
}

/** The SDK's class of a wire protocol, as it is handed to a client; the client makes the instance. */
export type ProtocolClass = new (settings: unknown) => SdkProtocol;

/** What an answer says of an error; undefined what it does not say. */
export interface ErrorAnswer {
  readonly code: string | undefined;
  readonly message: string | undefined;
}

/** The headers of an answer, by names in lower case. */
export type Headers = Readonly<Record<string, string>>;

/** The body of an answer with a success's status: what the SDK's protocol is to read, or what keeps it from being the operation's. */
export type Success = { readonly tree: unknown } | { readonly flaw: string };

/** A wire protocol: the SDK's class that writes and reads it, and what aws-cli makes of it where the SDK differs. */
export interface Wire {
  readonly Protocol: ProtocolClass;
  /** The SDK's schema by which the input is written, and that by which the output is read. */
  inputSchema(input: StructureShape): $SchemaRef;
  outputSchema(output: StructureShape): $SchemaRef;
  /** The input as it is to be written. Throws a Failure for what the protocol cannot carry, or what the model does not know. */
  input(params: Params, operation: Operation): Record<string, unknown>;
  /** A large body without what is to be read bit by bit, where the protocol can tell that from the rest. */
  part?(body: Uint8Array, operation: Operation): Parted;
  /** Tells whether a body is the operation's answer. A flaw is in words that follow `not`. `list` was taken out of it. */
  success(body: string, headers: Headers, operation: Operation, list?: Parted["list"]): Success;
  /** The members of the output, by the SDK's reading of `tree`. Throws for what is not of its shape. */
  read(protocol: SdkProtocol, output: $SchemaRef, tree: unknown): Record<string, unknown>;
  /** What the body of an error says, undefined if it is no error of the protocol. */
  error(body: string, headers: Headers): ErrorAnswer | undefined;
}
