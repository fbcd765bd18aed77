import { AwsJson1_1Protocol } from "@aws-sdk/core/protocols";
import type { $SchemaRef } from "@smithy/types";
import type { Operation } from "../operations/operation";
import { parseJson } from "../python/json";
import { parseTimestamp } from "../python/timestamp";
import type { Json } from "../types";
import { inputOf, wrongType, type Place } from "./input";
import { fit } from "./json-shape";
import { asTheyStand, sdkKinds, structureSchema } from "./schema";
import type { ErrorAnswer, Headers, ProtocolClass, Success, Wire } from "./wire";

type JsonObject = Readonly<Record<string, Json>>;

/** JSON 1.1: input and answer are JSON objects. The input is sent unchanged, nulls and values of any type included. */
export const wire: Wire = {
  Protocol: AwsJson1_1Protocol as unknown as ProtocolClass,
  inputSchema: () => sdkKinds.document,
  outputSchema: (output) => structureSchema(output, asTheyStand),
  input: (params, { input }) => inputOf({ shape: input, value: params, path: "" }, written) as Record<string, unknown>,
  success,
  read: ({ deserializer }, output, tree) => (deserializer as Reader).readObject(output, tree),
  error: readError,
};

interface Reader {
  readObject(schema: $SchemaRef, value: unknown): Record<string, unknown>;
}

/** A value as it is sent; a time is sent in whole seconds. */
function written(place: Place): unknown {
  const { shape, value } = place;
  if (value instanceof Uint8Array) throw wrongType(place, shape.kind);
  if (shape.kind !== "timestamp") return value;
  const time = typeof value === "string" || typeof value === "number" ? parseTimestamp(value) : undefined;
  if (time === undefined) throw wrongType(place, shape.kind);
  return Math.floor(time);
}

/**
 * Judges whether a body is a success: a JSON object that is not an error and, unless it is empty, has a member of the
 * output, be it null. If the operation has no output, the body may be empty too.
 */
function success(body: string, headers: Headers, { output }: Operation): Success {
  const members = Object.keys(output.members);
  const tree = body === "" && members.length === 0 ? {} : objectOf(body);
  if (!tree) return { flaw: "a JSON object" };
  const isError = Object.hasOwn(tree, "__type") || errorHeaders.some((name) => headers[name] !== undefined);
  if (isError) return { flaw: "a success" };
  const isKnown = Object.keys(tree).length === 0 || members.some((member) => Object.hasOwn(tree, member));
  if (!isKnown) return { flaw: members.length === 0 ? "an empty object" : `an object with ${members.join(" or ")}` };
  const misfit = fit(tree, output);
  return misfit === undefined ? { tree } : { flaw: misfit };
}

const errorHeaders = ["x-amzn-errortype", "x-amzn-query-error"];

/**
 * The error in a body. The code is `__type` without its namespace and URI, or else the header's; `message` comes before
 * `Message` (botocore's `BaseJSONParser`, which knows neither the header nor `code`).
 */
function readError(body: string, headers: Headers): ErrorAnswer | undefined {
  const error = objectOf(body);
  if (!error) return undefined;
  const compatible = /^([^;]+);[^;]+$/.exec(headers["x-amzn-query-error"] ?? "")?.[1];
  const code = compatible ?? [error["__type"], headers["x-amzn-errortype"], error["code"]].map(bareCode).find(Boolean);
  return { code, message: words(error["message"] ?? error["Message"] ?? "") };
}

function objectOf(body: string): JsonObject | undefined {
  try {
    const value = parseJson(body);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}

/** The bare name of an error code: `com.amazonaws.codedeploy#Name:http://…` is `Name`. */
function bareCode(code: Json | undefined): string | undefined {
  return typeof code === "string" ? code.replace(/:.*$/s, "").replace(/^.*#/s, "") : undefined;
}

function words(message: Json): string {
  return typeof message === "string" ? message : JSON.stringify(message);
}
