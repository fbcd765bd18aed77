import { isDeepStrictEqual, stripVTControlCharacters } from "node:util";
import type { SeenRequest } from "../support/seen";
import type { Expectation, MessageExpectation } from "./cases";

/** What was seen of a run, placeholders put back. */
export interface Seen {
  readonly exit: number | string | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly requests: readonly SeenRequest[];
}

/** Something that is not as expected. */
export interface Difference {
  readonly what: string;
  readonly expected: unknown;
  readonly seen: unknown;
}

/** All differences between what was expected and what was seen; none when the case is met. */
export function compare(expect: Expectation, seen: Seen): Difference[] {
  const message = messageOf(seen.stderr);
  const requests = seen.requests.map(plain);
  const expected = expect.requests?.map(plain) ?? requests;
  const checks: [what: string, met: boolean, expected: unknown, seen: unknown][] = [
    ["exit", expect.exit === seen.exit, expect.exit, seen.exit],
    ["stdout", stdoutMet(expect, seen.stdout), expectedStdout(expect), seen.stdout],
    ["stderr", messageMet(expect.stderr ?? {}, message), expect.stderr?.is ?? expect.stderr, message],
    ["requests", isDeepStrictEqual(expected, requests), expected, requests],
  ];
  return checks.filter(([, met]) => !met).map(([what, , expected, actual]) => ({ what, expected, seen: actual }));
}

function stdoutMet({ stdout, stdoutPattern, colored }: Expectation, seen: string): boolean {
  if (colored !== undefined) return seen.includes("\x1b[") && stripVTControlCharacters(seen) === colored;
  if (stdoutPattern !== undefined) return new RegExp(stdoutPattern).test(seen);
  return stdout === undefined || stdout === seen;
}

function expectedStdout({ stdout, stdoutPattern, colored }: Expectation): unknown {
  if (colored !== undefined) return { colored };
  return stdoutPattern === undefined ? stdout : { pattern: stdoutPattern };
}

/** Standard error from its message on: what stands above `aws: error: ` or `Unknown options: ` is usage text. */
function messageOf(stderr: string): string {
  const text = stderr.replaceAll("\r", "");
  const start = /^(aws: error: |Unknown options: )/m.exec(text)?.index ?? 0;
  return text.slice(start).trim();
}

function messageMet({ is, starts, contains, nonempty }: MessageExpectation, message: string): boolean {
  if (is !== undefined && message !== is.trim()) return false;
  if (starts !== undefined && !message.startsWith(starts)) return false;
  if (!(contains ?? []).every((part) => message.includes(part))) return false;
  return !nonempty || (message !== "" && !/^\s+at .+:\d+:\d+\)?$|^Traceback /m.test(message));
}

/** A request as cases describe it, members in order: null ones mean the same as absent ones. */
function plain(request: Partial<SeenRequest>): object {
  const members = Object.entries(request).filter(([name, value]) => name !== "headers" && value !== null);
  return Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)));
}
