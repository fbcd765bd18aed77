import { inWords } from "../failure/in-words";
import { loadOperation } from "../operations/load";
import type { WaiterTells } from "../operations/operation";
import { isHash, isList } from "../python/value";
import type { Json, Params, Response } from "../types";
import type { Caller } from "./caller";
import { asked, type Search } from "./progress";

/** The answer that ended a wait, which is to be explained, and the input of the call that brought it. */
interface Ended {
  readonly search: Search;
  readonly answer: Response;
  readonly input: Params;
  readonly tells: WaiterTells;
  readonly call: Caller;
}

/**
 * The reasons why a wait failed: one text for each thing that went wrong, with the tail of its log on lines of its own.
 * Never throws.
 */
export async function reasonsOf(ended: Ended): Promise<readonly string[]> {
  const own = asked(ended.search, ended.tells.why, ended.answer);
  const texts = isList(own) ? own.filter((text) => typeof text === "string") : [];
  try {
    return [...texts, ...(await lookedUp(ended))];
  } catch (error) {
    return [...texts, `more could not be found out: ${(await inWords(error)).text}`];
  }
}

/** Makes the calls that find out more, one after the other; stops at a call without an input. */
async function lookedUp({ search, answer, input, tells, call }: Ended): Promise<readonly string[]> {
  let last: Json = answer;
  for (const step of tells.lookUp?.calls ?? []) {
    const params = asked(search, step.input, { input: input as Json, answer: last });
    if (!isHash(params)) return [];
    const { operation } = await loadOperation({ word: step.operation });
    last = await call(params, operation);
  }
  const found = tells.lookUp ? asked(search, tells.lookUp.found, last) : null;
  return isList(found) ? found.filter(isHash).map(eventText) : [];
}

/** The text of an event: `BeforeInstall failed on i-1: ScriptFailed: …`, with the log below. */
function eventText({ event, target, parts, log }: Readonly<Record<string, Json>>): string {
  const words = isList(parts) ? parts.map(text).filter((part) => part !== "") : [];
  const head = [`${text(event)} failed on ${text(target)}`, ...words].join(": ");
  const tail = text(log).trimEnd();
  return tail === "" ? head : [head, ...tail.split("\n").map((line) => `    ${line}`)].join("\n");
}

function text(value: Json | undefined): string {
  return typeof value === "string" ? value : "";
}
