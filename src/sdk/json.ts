import { AwsJson1_1Protocol } from "@aws-sdk/core/protocols";
import type { Json } from "../types";
import { wrongType, type ErrorAnswer, type ProtocolClass, type Wire } from "./wire";

type JsonObject = Readonly<Record<string, Json>>;

/** JSON 1.1: input and answer are JSON objects. */
export const wire: Wire = {
  Protocol: AwsJson1_1Protocol as ProtocolClass,
  freeInput: true,
  input: (params) => {
    const bytes = Object.entries(params).find(([, value]) => value instanceof Uint8Array);
    if (bytes) throw wrongType(...bytes);
    return params;
  },
  flaw: (body) => (objectOf(body) ? undefined : "a JSON object"),
  error: readError,
};

/**
 * The code is `__type` without its namespace and URI, or else the header's; `message` comes before `Message`
 * (botocore's `BaseJSONParser`, which does not know the header and `code`).
 */
function readError(body: string, headers: Readonly<Record<string, string>>): ErrorAnswer | undefined {
  const error = objectOf(body);
  if (!error) return undefined;
  const compatible = /^([^;]+);[^;]+$/.exec(headers["x-amzn-query-error"] ?? "")?.[1];
  const code = compatible ?? [error["__type"], headers["x-amzn-errortype"], error["code"]].map(bareCode).find(Boolean);
  return { code, message: words(error["message"] ?? error["Message"] ?? "") };
}

function objectOf(body: string): JsonObject | undefined {
  try {
    const value = JSON.parse(body) as Json;
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonObject) : undefined;
  } catch {
    return undefined;
  }
}

/** `com.amazonaws.codedeploy#Name:http://…` is `Name`. */
function bareCode(code: Json | undefined): string | undefined {
  return typeof code === "string" ? code.replace(/:.*$/s, "").replace(/^.*#/s, "") : undefined;
}

function words(message: Json): string {
  return typeof message === "string" ? message : JSON.stringify(message);
}
