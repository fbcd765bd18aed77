import type { HttpResponse } from "@smithy/types";
import { isUtf8 } from "node:buffer";
import { STATUS_CODES } from "node:http";
import type { Operation } from "../operations/operation";
import { Failure, type FailureData } from "../failure/failure";
import type { Params } from "../types";
import { isRetried } from "../transport/retried";
import type { ErrorAnswer, Wire } from "./wire";

/** The things that an answer is judged by. */
export interface Question {
  readonly operation: Operation;
  readonly params: Params;
  readonly wire: Wire;
  /** Hides secrets in a text; see `Trace`. */
  readonly mask: (text: string) => string;
}

/**
 * Returns what the SDK has to read, if the answer is a success of the service's own: a 2xx with the operation's body.
 * Throws a Failure for every other answer.
 */
export function judge(answer: HttpResponse, question: Question): unknown {
  const { statusCode: status, headers } = answer;
  if (status < 200 || status >= 300) throw new Failure(serviceError(answer, textOf(answer), question));
  if (!isUtf8(bytesOf(answer))) throw refused(answer, "UTF-8", question);
  const { text, list } = parted(answer, question);
  answer.body = new Uint8Array(bytesOf(answer).subarray(0, shown));
  const success = question.wire.success(text, headers, question.operation, list);
  if ("flaw" in success) throw refused(answer, success.flaw, question);
  return success.tree;
}

/**
 * The part of a success's body that is kept while the body is read, in bytes: as much as a message may show, before
 * masking.
 */
const shown = 8192;

/**
 * The Failure for an answer that is not the service's, although its status is a success. Its body is cut, so it is
 * masked before.
 */
export function refused(answer: HttpResponse, expected: string, { mask }: Pick<Question, "mask">): Failure {
  const start = mask(textOf(answer)).slice(0, 200);
  return new Failure({ kind: "answer-foreign", status: answer.statusCode, expected, start });
}

/** The text of a body, without what is read later. */
function parted(answer: HttpResponse, { wire, operation }: Question) {
  const { frame, list } = wire.part?.(bytesOf(answer), operation) ?? { frame: bytesOf(answer), list: undefined };
  return { text: decoded(frame), list };
}

function textOf(answer: HttpResponse): string {
  return decoded(bytesOf(answer));
}

/** Without a byte order mark. */
function decoded(bytes: Uint8Array): string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}

function bytesOf({ body }: HttpResponse): Uint8Array {
  return body as Uint8Array;
}

function serviceError({ statusCode: status, headers }: HttpResponse, body: string, question: Question): FailureData {
  const { operation, params, wire } = question;
  const said = generic(status, body) ?? wire.error(body, headers);
  const code = said?.code || String(status);
  return {
    kind: "service-error",
    code,
    message: said ? (said.message ?? "") : body,
    operation: operation.name,
    status,
    isTransient: isRetried(status, code, "legacy") || isRetried(status, code, "standard"),
    retries: undefined,
    permissions: code.startsWith("AccessDenied") ? permissions(operation, params) : [],
  };
}

/** A server error that has an empty or an HTML body, which is shown by its status alone (botocore's generic errors). */
function generic(status: number, body: string): ErrorAnswer | undefined {
  const isGeneric = status >= 500 && /^\s*(<html>|$)/.test(body);
  return isGeneric ? { code: String(status), message: STATUS_CODES[status] } : undefined;
}

/** The IAM actions that the call needs. */
function permissions({ iam }: Operation, params: Params): readonly string[] {
  return iam.passRoleWith !== undefined && iam.passRoleWith in params ? [iam.action, "iam:PassRole"] : [iam.action];
}
