import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { StructureShape } from "../operations/shape";
import type { Fields } from "./decode";
import { escapeXml, toJson, toXml } from "./encode";

/** A request as it came in, with nothing decoded. `path` keeps its query and has no host. */
export interface Received {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** An answer as it goes out. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An error as a service words it. */
export interface ServiceError {
  readonly code: string;
  readonly status: number;
  readonly message: string;
}

/** The protocol of a call: JSON 1.1 with `X-Amz-Target`, or a form that is answered in XML. */
export type Protocol = "json" | "query";

/** The call that a request makes. */
export type Call = {
  /** The part of `X-Amz-Target` before the operation's name, or the form's `Version`. */
  readonly api: string;
  readonly operation: string;
} & (
  | {
      readonly protocol: "json";
      /** The body's value; undefined if it cannot be read. */
      readonly input: unknown;
    }
  | { readonly protocol: "query"; readonly input: Fields }
);

/**
 * Finds out which call a request makes: by `X-Amz-Target`, or by a form with an `Action`. Undefined if it calls no
 * service.
 */
export function readCall({ headers, body }: Received): Call | undefined {
  const target = headers["x-amz-target"];
  if (typeof target === "string") {
    const [api = "", operation = ""] = target.split(/\.(.*)/s);
    return { protocol: "json", api, operation, input: parseJson(body.toString()) };
  }
  if (!/^application\/x-www-form-urlencoded\b/.test(headers["content-type"] ?? "")) return undefined;
  const { Action: operation, Version: api = "", ...input } = Object.fromEntries(new URLSearchParams(body.toString()));
  return operation === undefined
    ? undefined
    : { protocol: "query", api, operation, input: new Map(Object.entries(input)) };
}

/** The greatest depth of a value; no input of the models comes near it. */
const deepest = 64;

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return isDeeper(value, deepest) ? undefined : value;
  } catch {
    return undefined;
  }
}

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((member) => isDeeper(member, levels - 1));
}

const autoScalingNamespace = "http://autoscaling.amazonaws.com/doc/2011-01-01/";

/** The form of an operation's output on the wire: its shape, and for the Query protocol the names around it. */
export interface OutputForm {
  readonly output: StructureShape;
  readonly wrapper: string | undefined;
  readonly namespace: string | undefined;
}

/**
 * A success in the form of the protocol. Without a form, JSON is unchanged, and the output of the Query protocol is
 * empty.
 */
export function outputAnswer({ protocol, operation }: Call, output: object, form?: OutputForm): Answer {
  if (protocol === "json") return json(200, form ? (toJson(form.output, output) as object) : output);
  const { wrapper = `${operation}Result`, namespace = autoScalingNamespace } = form ?? {};
  const inside = form ? toXml(form.output, output) : "";
  return xml(
    200,
    `<${operation}Response xmlns="${namespace}">` +
      (inside === "" ? `<${wrapper}/>` : `<${wrapper}>${inside}</${wrapper}>`) +
      `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${operation}Response>`,
  );
}

/** An error in the form of the protocol: `__type` and `message`, or an XML `ErrorResponse`. */
export function errorAnswer(protocol: Protocol, { code, status, message }: ServiceError): Answer {
  if (protocol === "json") return json(status, { __type: code, message });
  const type = status < 500 ? "Sender" : "Receiver";
  return xml(
    status,
    `<ErrorResponse xmlns="${autoScalingNamespace}"><Error><Type>${type}</Type><Code>${code}</Code>` +
      `<Message>${escapeXml(message)}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
  );
}

/** An answer that belongs to no service. */
export function plainAnswer(status: number, body: string): Answer {
  return { status, headers: { "content-type": "text/plain" }, body };
}

function json(status: number, body: object): Answer {
  return { status, headers: headers("application/x-amz-json-1.1"), body: JSON.stringify(body) };
}

function xml(status: number, body: string): Answer {
  return { status, headers: headers("text/xml"), body };
}

function headers(contentType: string): Record<string, string> {
  return { "content-type": contentType, "x-amzn-requestid": randomUUID() };
}
