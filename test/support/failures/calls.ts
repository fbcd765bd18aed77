import type { AnswerFailure } from "../../../src/failure/answer";
import type { NetworkFailure } from "../../../src/failure/network";
import type { WaiterFailure } from "../../../src/failure/waiter";
import type { Examples } from "./examples";

const url = "https://x.test/";

/** Examples of the failures of the network, of calls, of answers and of waiting. */
export const callExamples: Examples<NetworkFailure | AnswerFailure | WaiterFailure> = {
  "endpoint-unreachable": [{ url }, `Could not connect to the endpoint URL: "${url}"`],
  "proxy-unreachable": [{ proxy: "http://p:1" }, 'Failed to connect to proxy URL: "http://p:1"'],
  "proxy-unusable": [
    { proxy: "socks5://p:1", problem: "not an HTTP proxy" },
    'Failed to connect to proxy URL: "socks5://p:1": not an HTTP proxy',
  ],
  "request-unsendable": [
    { url, problem: "a header is too long" },
    `The request to ${url} cannot be sent: a header is too long`,
  ],
  "connect-timeout": [{ url }, `Connect timeout on endpoint URL: "${url}"`],
  "read-timeout": [{ url }, `Read timeout on endpoint URL: "${url}"`],
  "attempt-timeout": [
    { url, seconds: 1, isUnsent: false },
    `No complete answer within 1 second from endpoint URL: "${url}". The call may have been made.`,
  ],
  "tls-failed": [
    { url, problem: "self-signed certificate" },
    `SSL validation failed for ${url} self-signed certificate`,
  ],
  "ca-bundle-unusable": [
    { url, path: "/ca.pem", problem: "no such file" },
    `SSL validation failed for ${url} CA bundle /ca.pem: no such file`,
  ],
  "connection-closed": [
    { url, answered: true },
    `Connection was closed before we received a valid response from endpoint URL: "${url}". The call may have been made.`,
  ],
  "answer-too-large": [
    { url, limit: 64 },
    `The answer from endpoint URL: "${url}" is longer than 64 bytes. The call may have been made.`,
  ],
  "answer-foreign": [
    { status: 200, expected: "a JSON object", start: "<html>" },
    "Unable to parse response (not a JSON object): the answer with status 200 is not the service's. The call may have been made. It begins:\n<html>",
  ],
  "service-error": [
    {
      code: "AccessDenied",
      message: "no",
      operation: "StartInstanceRefresh",
      status: 403,
      isTransient: false,
      permissions: ["autoscaling:StartInstanceRefresh", "iam:PassRole"],
      retries: 4,
    },
    "An error occurred (AccessDenied) when calling the StartInstanceRefresh operation (reached max retries: 4): no",
    {
      hint: "The identity that signed needs the IAM permissions autoscaling:StartInstanceRefresh and iam:PassRole.",
    },
  ],
  "timestamp-invalid": [{ value: "soon" }, 'Invalid timestamp "soon": Unknown string format: soon'],
  "starting-token-bad": [{ token: "x" }, "Bad starting token: x"],
  "page-token-twice": [
    { members: { nextToken: "x" } },
    "Error during pagination: The same next token was received twice: {'nextToken': 'x'}",
  ],
  "output-impossible": [
    { format: "table", problem: "it is too deep" },
    "The answer cannot be shown as table: it is too deep",
  ],
  "output-unwritable": [{ problem: "no space is left" }, "Standard output cannot be written: no space is left"],
  "answer-lost": [
    { operation: "PutLifecycleHook", problem: { kind: "output-unwritable", problem: "no space is left" } },
    "Standard output cannot be written: no space is left\nPutLifecycleHook succeeded. Only its answer is lost.",
  ],
  "waiter-failed": [
    { waiter: "DeploymentSuccessful", reason: { kind: "time", seconds: 1, status: "InProgress" } },
    "Waiter DeploymentSuccessful failed: The status was still InProgress after 1 second",
  ],
};
