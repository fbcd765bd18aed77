import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** A request as it came in, nothing decoded. `path` keeps its query and has no host. */
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

/** Which protocol a call came in: JSON 1.1 with `X-Amz-Target`, or a form answered in XML. */
export type Protocol = "json" | "query";

/** What a request calls. */
export interface Call {
  readonly protocol: Protocol;
  /** What stands before the operation's name in `X-Amz-Target`, or the form's `Version`. */
  readonly api: string;
  readonly operation: string;
  /** The members as they were sent; undefined when the body cannot be read. */
  readonly input: unknown;
}

/** Finds out what a request calls: `X-Amz-Target`, or a form with an `Action`. Undefined when it calls no service. */
export function readCall({ headers, body }: Received): Call | undefined {
  const target = headers["x-amz-target"];
  if (typeof target === "string") {
    const [api = "", operation = ""] = target.split(/\.(.*)/s);
    return { protocol: "json", api, operation, input: parseJson(body.toString()) };
  }
  if (!/^application\/x-www-form-urlencoded\b/.test(headers["content-type"] ?? "")) return undefined;
  const { Action: operation, Version: api = "", ...input } = Object.fromEntries(new URLSearchParams(body.toString()));
  return operation === undefined ? undefined : { protocol: "query", api, operation, input };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const autoScalingNamespace = "http://autoscaling.amazonaws.com/doc/2011-01-01/";

/** A success in the form of the protocol. Operations of the Query protocol have no output members here. */
export function outputAnswer({ protocol, operation }: Call, output: object): Answer {
  if (protocol === "json") return json(200, output);
  return xml(
    200,
    `<${operation}Response xmlns="${autoScalingNamespace}"><${operation}Result/>` +
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

function json(status: number, body: object): Answer {
  return { status, headers: headers("application/x-amz-json-1.1"), body: JSON.stringify(body) };
}

function xml(status: number, body: string): Answer {
  return { status, headers: headers("text/xml"), body };
}

function headers(contentType: string): Record<string, string> {
  return { "content-type": contentType, "x-amzn-requestid": randomUUID() };
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
