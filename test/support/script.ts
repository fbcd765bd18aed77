import type { Socket } from "node:net";
import { readCall, type Received } from "../../src/stand-in/wire";

/**
 * One answer of a script. Without `on` it is for a call of a service, STS apart; with it, for requests whose path
 * starts with that text or whose form has it as `Action`. It is used once, unless it repeats.
 */
export interface ScriptedAnswer {
  readonly on?: string;
  readonly repeat?: boolean;
  /** Lets a `CONNECT` through to the https side while this answer is the first. */
  readonly tunnel?: boolean;
  /** 200 if not given. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds before the answer. */
  readonly delayMs?: number;
  /** Ends the connection with a TCP reset. */
  readonly reset?: boolean;
  /** Closes the connection without an answer. */
  readonly close?: boolean;
  /** Closes the connection 50 bytes before the end that `content-length` promises. */
  readonly truncate?: boolean;
  /** Does anything else with the connection, which is left to it. */
  readonly take?: (socket: Socket) => void;
}

/** Takes the first answer that applies out of the script; a repeating one stays. */
export function nextAnswer(script: ScriptedAnswer[], request: Received): ScriptedAnswer | undefined {
  const at = script.findIndex((answer) => applies(answer, request));
  const answer = script[at];
  if (answer && !answer.repeat) script.splice(at, 1);
  return answer;
}

const stsActions = ["AssumeRole", "AssumeRoleWithWebIdentity", "GetCallerIdentity", "GetSessionToken"];

function applies({ on }: ScriptedAnswer, request: Received): boolean {
  const call = readCall(request);
  if (on === undefined)
    return call?.protocol === "json" || (call !== undefined && !stsActions.includes(call.operation));
  return request.path.startsWith(on) || (call?.protocol === "query" && call.operation === on);
}
