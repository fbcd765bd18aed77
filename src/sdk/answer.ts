import type { HttpResponse } from "@smithy/types";
import { isUtf8 } from "node:buffer";
import { STATUS_CODES } from "node:http";
import type { Operation } from "../operations/operation";
import { Failure, type FailureData } from "../failure/failure";
import type { Params } from "../types";
import { isRetried } from "../transport/retried";
import type { ErrorAnswer, Wire } from "./wire";

/** What an answer is judged by. */
export interface Question {
  readonly operation: Operation;
  readonly params: Params;
  readonly wire: Wire;
  /** Hides secrets in a text; see `Trace`. */
  readonly mask: (text: string) => string;
}

/**
 * Gives the body, without a byte order mark, of a success of the service's own: a 2xx whose body is the operation's.
 * Throws a Failure for every other answer.
 */
export function judge(answer: HttpResponse, question: Question): string {
  const { statusCode: status } = answer;
  const bytes = answer.body as Uint8Array;
  const body = new TextDecoder().decode(bytes);
  if (status < 200 || status >= 300) throw new Failure(serviceError(answer, body, question));
  const expected = isUtf8(bytes) ? question.wire.flaw(body, question.operation) : "UTF-8";
  if (expected !== undefined) throw foreign(status, expected, question.mask(body));
  return body;
}

/** An answer that is not the service's, though its status is that of a success. Its body is cut, so it is masked before. */
export function foreign(status: number, expected: string, body: string): Failure {
  return new Failure({ kind: "answer-foreign", status, expected, start: body.slice(0, 200) });
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

/** A server error with an empty or an HTML body is shown by its status alone (botocore's generic errors). */
function generic(status: number, body: string): ErrorAnswer | undefined {
  const isGeneric = status >= 500 && /^\s*(<html>|$)/.test(body);
  return isGeneric ? { code: String(status), message: STATUS_CODES[status] } : undefined;
}

/** The IAM actions that the call needs. */
function permissions({ iam }: Operation, params: Params): readonly string[] {
  return iam.passRoleWith !== undefined && iam.passRoleWith in params ? [iam.action, "iam:PassRole"] : [iam.action];
}
