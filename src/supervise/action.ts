import { dataOf, Failure, isFailure } from "../failure/failure";
import { inWords } from "../failure/in-words";
import { secondsText } from "../failure/report";
import { optionName } from "../operations/option-name";
import type { Action } from "../operations/outcome";
import type { Params } from "../types";
import { createSearch, type Active, type NotYet } from "./action-search";
import { notStarted, type Before, type Prepared, type Surroundings } from "./before";
import { startHeartbeats } from "./heartbeats";
import { createMetadata, type Metadata } from "./metadata";
import { isKnown } from "./problem";
import { isAnnounced, waitForTurn, type TurnEnd } from "./turn";

/** The number of times that metadata is asked for the instance's id before the id counts as missing. */
const metadataAttempts = 3;

/**
 * The number of times that an action is looked for after an interruption was announced, if the service does not answer:
 * little time is left.
 */
const noticeAttempts = 3;

/**
 * Finds an instance's lifecycle action, waits for the instance's turn if that is asked for, and proves by a heartbeat
 * that the action is active. Throws a Failure, or the signal's reason.
 */
export async function prepareAction(action: Action, surroundings: Surroundings): Promise<Before> {
  const { command, clock, signal, io } = surroundings;
  requireByToken(action, surroundings.params);
  const metadata = createMetadata(io);
  const params = await withInstance(action, metadata, surroundings);
  const search = createSearch(action, params, surroundings);
  let turn = await turnOf(action, metadata, { ...surroundings, state: search.state });
  if (turn === "over") return nothing(await search.state());
  const start = performance.now();
  const end = start + clock.milliseconds(command.wait);
  for (let attempt = 1; ; attempt++) {
    const found = await search.tryOnce(command.when !== undefined).catch((problem: unknown): NotYet => {
      if (turn !== "notice" || dataOf(problem).kind !== "not-started") throw problem;
      return { problem, state: undefined };
    });
    if ("hook" in found) return prepared(action, found, { ...surroundings, start });
    if (turn === "come" && (await isAnnounced(action.turn, command.when, { metadata, signal }))) turn = "notice";
    if (turn === "notice" && (isCertain(action, found) || attempt >= noticeAttempts)) {
      return withoutAction(action, params, found);
    }
    if (isOver(action, command.when, found.state)) return nothing(found.state);
    if (performance.now() + clock.milliseconds(action.wait.every) > end) {
      throw notStarted(`No lifecycle action was active within ${secondsText(command.wait)}.`, dataOf(found.problem));
    }
    await clock.pause(action.wait.every, { signal, spread: 0.1 });
  }
}

function nothing(state: string | undefined): Before {
  return {
    kind: "nothing",
    reason: `the instance is ${state ?? "past its turn"}: there is no lifecycle action to complete`,
  };
}

function isOver({ turn }: Action, when: string | undefined, state: string | undefined): boolean {
  return when !== undefined && state !== undefined && (turn.over[when]?.includes(state) ?? false);
}

/**
 * Throws a Failure if a token is given without the names of the hook and the group: with a token, nothing is looked up.
 */
function requireByToken({ token, group, hook }: Action, params: Params): void {
  const missing = [hook.member, group.member].filter((member) => params[member] === undefined);
  if (params[token] === undefined || missing.length === 0) return;
  throw new Failure({ kind: "arguments-required", names: missing.map((member) => `--${optionName(member)}`) });
}

/** The input with the instance's id, which comes from metadata if it is not given. */
async function withInstance(
  { instance, token }: Action,
  metadata: Metadata | undefined,
  { params, signal, clock }: Surroundings,
): Promise<Params> {
  if (params[instance.member] !== undefined || params[token] !== undefined) return params;
  const missing = `--${optionName(instance.member)} is not given, and`;
  if (!metadata) throw notStarted(`${missing} AWS_EC2_METADATA_DISABLED keeps instance metadata from being asked.`);
  for (let attempt = 1; ; attempt++) {
    try {
      const id = await metadata.get(instance.metadata);
      if (id !== undefined && id !== "") return { ...params, [instance.member]: id };
      throw new Error("instance metadata does not know it");
    } catch (problem) {
      signal.throwIfAborted();
      if (attempt === metadataAttempts) {
        throw notStarted(`${missing} instance metadata does not say it (${(problem as Error).message}).`);
      }
    }
    await clock.pause(1, { signal });
  }
}

async function turnOf(
  action: Action,
  metadata: Metadata | undefined,
  { command, clock, signal, io, note, state }: Surroundings & { readonly state: () => Promise<string | undefined> },
): Promise<TurnEnd> {
  if (command.when === undefined) return "come";
  if (!metadata) {
    throw notStarted("--cli-command-when asks instance metadata, which AWS_EC2_METADATA_DISABLED forbids.");
  }
  return waitForTurn(action.turn, command.when, {
    metadata,
    clock,
    signal,
    state,
    note,
    log: (text) => {
      io.trace.log(text);
    },
  });
}

function prepared(
  action: Action,
  { params, hook, isDescribed }: Active,
  surroundings: Surroundings & { readonly start: number },
): Prepared {
  const { command, note, clock, start } = surroundings;
  const { seconds, periods } = action.longest;
  const { unknown } = action.heartbeat;
  if (!isDescribed && command.heartbeat === undefined) {
    note(`the hook ${hook.name} cannot be described: a heartbeat every ${secondsText(unknown)}`);
  }
  const interval = command.heartbeat ?? (hook.period === undefined ? unknown : hook.period / 2);
  const longest = Math.min(seconds, hook.limit ?? seconds, hook.period === undefined ? seconds : periods * hook.period);
  return {
    kind: "prepared",
    params,
    facts: hook.transition === undefined ? {} : { [action.hook.transition]: hook.transition },
    deadline: start + clock.milliseconds(longest),
    meanwhile: () => startHeartbeats(action, { params, interval }, surroundings),
  };
}

/** The preparation after an announced interruption without an action: the command runs, and completes nothing. */
async function withoutAction(action: Action, params: Params, found: NotYet): Promise<Prepared> {
  const withoutEnd = await endText(action, found);
  return { kind: "prepared", params, facts: {}, deadline: undefined, meanwhile: undefined, withoutEnd };
}

/** Why nothing is completed: there is no action, it cannot be told which, or nobody knows whether there is one. */
async function endText({ heartbeat }: Action, { problem, state = "" }: NotYet): Promise<string> {
  if (!isFailure(problem)) return `no lifecycle action to complete (the instance is ${state})`;
  if (isKnown(problem, [heartbeat.inactive])) return "no lifecycle action to complete (none is active)";
  const { data } = problem;
  if (data.kind !== "not-started") {
    return `no lifecycle action completed, as none could be looked for (${(await inWords(problem)).text.trim()})`;
  }
  const why = data.problem && (await inWords(new Failure(data.problem))).text.trim();
  return `no lifecycle action completed (${[data.sentence, ...(why === undefined ? [] : [why])].join(" ")})`;
}

/** Whether another look finds no action either: by the instance's state, or as it is refused for good. */
function isCertain({ heartbeat }: Action, { problem }: NotYet): boolean {
  return !isFailure(problem) || problem.data.kind === "not-started" || isKnown(problem, [heartbeat.inactive]);
}
