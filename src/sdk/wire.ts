import type { $ClientProtocol, HttpRequest, HttpResponse, ResponseMetadata, $SchemaRef } from "@smithy/types";
import type { Operation } from "../operations/operation";
import type { StructureShape } from "../operations/shape";
import type { Params } from "../types";
import type { Parted } from "./large-list";

/** The part of the SDK's protocol that is used: `deserializer` reads values that were already parsed. */
export interface SdkProtocol extends $ClientProtocol<HttpRequest, HttpResponse> {
  readonly deserializer: unknown;
  deserializeMetadata(answer: HttpResponse): ResponseMetadata;
}

/** The SDK's class of a wire protocol, as a client takes it; the client makes the instance. */
export type ProtocolClass = new (settings: unknown) => SdkProtocol;

/** An error as an answer tells it; undefined for what it does not tell. */
export interface ErrorAnswer {
  readonly code: string | undefined;
  readonly message: string | undefined;
}

/** The headers of an answer, by their names in lower case. */
export type Headers = Readonly<Record<string, string>>;

/**
 * The body of an answer with a success's status: the tree that the SDK's protocol reads, or the flaw that keeps it from
 * being the operation's.
 */
export type Success = { readonly tree: unknown } | { readonly flaw: string };

/** A wire protocol: the SDK's class that writes and reads it, and our changes where aws-cli differs from the SDK. */
export interface Wire {
  readonly Protocol: ProtocolClass;
  /** The SDK's schemas for writing the input and for reading the output. */
  inputSchema(input: StructureShape): $SchemaRef;
  outputSchema(output: StructureShape): $SchemaRef;
  /**
   * The input as it is written. Throws a Failure for a value that the protocol cannot carry or that the model does not
   * know.
   */
  input(params: Params, operation: Operation): Record<string, unknown>;
  /** A large body without the items of a list that are read one by one, where the protocol can tell them from the rest. */
  part?(body: Uint8Array, operation: Operation): Parted;
  /** Judges whether a body is the operation's answer. A flaw is in words that follow `not`. `list` was taken out of it. */
  success(body: string, headers: Headers, operation: Operation, list?: Parted["list"]): Success;
  /** The members of the output, as the SDK reads them from `tree`. Throws if something does not have its shape. */
  read(protocol: SdkProtocol, output: $SchemaRef, tree: unknown): Record<string, unknown>;
  /** The error in the body of an answer; undefined if it is not an error of the protocol. */
  error(body: string, headers: Headers): ErrorAnswer | undefined;
}
