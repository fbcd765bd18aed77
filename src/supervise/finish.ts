import { dataOf, Failure } from "../failure/failure";
import type { FinalCall, Outcome } from "../operations/outcome";
import type { CallRequest, Io, Params, Ready, UserCommand } from "../types";
import type { Prepared } from "./before";
import { commandLine, textOf } from "./by-hand";
import type { Calls } from "./calls";
import type { Ending } from "./conduct";
import { deliver, type Delivered } from "./deliver";
import { exitCodeOf, isSuccess } from "./ending";
import { whyOver } from "./gate";
import type { Keys } from "./keys";
import { codeOf } from "./problem";
import type { CaughtSignals } from "./signals";

/** A command to run, and all that goes with its end. */
export interface Supervised {
  readonly command: UserCommand;
  readonly outcome: Outcome;
  readonly ready: Ready;
  readonly calls: Calls;
  readonly keys: Keys;
  readonly signals: CaughtSignals;
  readonly io: Io;
  readonly note: (text: string) => void;
}

/** The time limit of the last call, in milliseconds, whatever time the command and its grace took. */
export const reportLimit = 30_000;

/**
 * Makes the last call, if there is one, and returns what must be said and done once it is known how the command ended.
 */
export async function finish(
  run: Supervised,
  { params, withoutEnd }: Prepared,
  ended: Ending,
): Promise<(why: string) => number> {
  const { outcome, command, calls, keys, note, ready } = run;
  if (ended.kind === "overtaken") {
    return (why) => {
      throw new Failure({ kind: "ended-meanwhile", sentence: ended.sentence, why });
    };
  }
  const call = isSuccess(ended) ? outcome.success : outcome.failure[command.failure];
  if (!call || withoutEnd !== undefined) {
    return (why) => {
      note(`${withoutEnd ?? "nothing was sent"}: ${why}`);
      return exitCodeOf(ended);
    };
  }
  const request = finalRequest(run, call, params);
  const delivered = await deliver({ outcome, request, send: calls.send, keys, limit: reportLimit });
  const sentence = delivered.kind === "made" ? undefined : await whyRefused(run, params, delivered);
  return (why) => {
    const { wouldHave, did } = call;
    if (delivered.kind === "made") {
      const { code } = delivered;
      note(`${did}${code === undefined ? "" : ` (by an attempt without an answer; to the next one: ${code})`}: ${why}`);
      return exitCodeOf(ended);
    }
    const { problem } = delivered;
    const code = codeOf(problem);
    if (sentence !== undefined && code !== undefined) {
      throw new Failure({ kind: "done-before", sentence, code, wouldHave, why }, { cause: problem });
    }
    const byHand = commandLine(request, ready.invocation.globals);
    throw new Failure(
      { kind: "report-not-made", undone: outcome.undone, wouldHave, why, problem: dataOf(problem), byHand },
      { cause: problem },
    );
  };
}

/** What a refusal of the last call comes from where that is known, as a sentence: then it cannot be made by hand either. */
async function whyRefused(
  { outcome: { before, doneAlready }, calls, io }: Supervised,
  params: Params,
  { kind, problem }: Exclude<Delivered, { readonly kind: "made" }>,
): Promise<string | undefined> {
  if (kind === "done-before") return doneAlready.sentence;
  if (before?.kind !== "gate" || codeOf(problem) === undefined) return undefined;
  try {
    return await whyOver(before, params, { calls });
  } catch (failure) {
    io.trace.log(`a look failed: ${String(failure)}`);
    return undefined;
  }
}

/** The request of the last call. */
function finalRequest({ outcome, ready, calls }: Supervised, call: FinalCall, params: Params): CallRequest {
  const { word } = ready.operation;
  const taken = call.takes ?? Object.keys(params);
  const own = Object.fromEntries(
    taken.flatMap((member) => (member in params ? [[member, params[member]]] : [])),
  ) as Params;
  const expect = Object.fromEntries(outcome.echoes.map((member) => [member, textOf(params[member])]));
  const request = calls.request(call.operation ?? word, { ...own, ...call.values });
  return outcome.echoes.length > 0 ? { ...request, expect } : request;
}

/**
 * Makes the last calls without sending them, one of each operation: whatever would stop them then stops them now, and all
 * of their code is in memory.
 */
export async function rehearse(run: Supervised, params: Params): Promise<void> {
  const { outcome, calls, ready } = run;
  const rehearsed = new Error("a rehearsal, not sent");
  const signal = AbortSignal.abort(rehearsed);
  const all = [outcome.success, ...Object.values(outcome.failure)].filter((call) => call !== null);
  const lastCalls = new Map(all.map((call) => [call.operation, call]));
  for (const call of lastCalls.values()) {
    const request = { ...finalRequest(run, call, params), credentials: ready.credentials, signal };
    const settings = { ...request.settings, retries: { ...request.settings.retries, maxAttempts: 1 } };
    await calls.send({ ...request, settings }).catch((error: unknown) => {
      if (error !== rehearsed) throw error;
    });
  }
}
