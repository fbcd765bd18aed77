import type { Io } from "../types";
import { callTime, now, type Deadline } from "./deadline";
import type { EcsAnswer, HookEvent } from "./index";
import { lastCall } from "./last-call";
import type { Said } from "./log";
import { park } from "./park";
import { decided, type Work } from "./verdict";
import { blocked } from "./watch-words";
import type { Watcher } from "./watcher";

/** The means of answering the hooks of an invocation. */
export interface Answer {
  /** The command or function that decides how a hook ends, if there is one. */
  readonly command: string | undefined;
  readonly work: (hook: HookEvent, deadline: Deadline) => Work;
  /** The thread that answers if this one is kept from it. */
  readonly watcher: Watcher | undefined;
  /** Ends the heartbeats of a hook, by its place from 0. */
  readonly quiet: (at: number) => void;
  /** Ends everything that was started for the invocation. */
  readonly stop: () => Promise<void>;
}

/** One hook of an invocation. */
export interface Invocation {
  readonly hook: HookEvent;
  /** The place of the hook among the invocation's, from 0. */
  readonly at: number;
  readonly deadline: Deadline;
  readonly io: Io;
}

/** The result for a hook: its part of the log, which is an error if the invocation must fail, and ECS's answer. */
export interface Answered {
  readonly said: Said;
  readonly returned: EcsAnswer | undefined;
}

/**
 * Does the work of a hook and answers it. Throws if no answer can be given; before the work, if that shows so early.
 */
export async function answerHook(run: Invocation, answer: Answer): Promise<Answered> {
  const { hook, io } = run;
  const prefix = io.env["HOOK_PARK"] || undefined;
  if (prefix === undefined) return work(run, answer);
  const fault =
    hook.kind !== "codedeploy"
      ? "HOOK_PARK is for hooks of CodeDeploy only"
      : answer.command === undefined
        ? undefined
        : `HOOK_PARK keeps the hook for a pipeline, but ${answer.watcher ? "a function" : "HOOK_COMMAND"} is to answer it`;
  if (fault !== undefined && hook.kind === "autoscaling") throw new Error(fault);
  if (fault !== undefined || hook.kind !== "codedeploy") {
    return work(run, { ...answer, watcher: undefined, work: () => decided(false, fault ?? "") });
  }
  return parked(run, prefix);
}

/** Parks a hook of CodeDeploy's. If it cannot be parked, the hook has failed, and so has the invocation. */
async function parked(run: Invocation, prefix: string): Promise<Answered> {
  const { hook, deadline, io } = run;
  if (hook.kind !== "codedeploy") throw new Error("only hooks of CodeDeploy can be parked");
  try {
    const name = await park(hook, { prefix, limit: Math.min(30_000, deadline.work - now()), io });
    return {
      said: { level: "INFO", text: `parked the hook of deployment ${hook.deploymentId} in ${name}`, hook },
      returned: undefined,
    };
  } catch (error) {
    const why = `the execution id could not be stored: ${(error as Error).message}`;
    const { said } = await work(run, {
      command: undefined,
      work: () => decided(false, why),
      watcher: undefined,
      quiet: () => undefined,
      stop: () => Promise.resolve(),
    });
    return { said: { ...said, level: "ERROR" }, returned: undefined };
  }
}

async function work(run: Invocation, answer: Answer): Promise<Answered> {
  const { hook, at, deadline, io } = run;
  const call = hook.kind === "ecs" ? undefined : await lastCall(hook, io);
  await answer.watcher?.ready((deadline.work - now()) / 2);
  answer.watcher?.begin({ at, deadline });
  const begun = begin(run, answer);
  const isSuccess = await begun.isSuccess;
  answer.quiet(at);
  if (answer.watcher?.claims(at) === false) return watcherAnswered(run, answer.watcher);
  if (!call) return ecsAnswered(run, isSuccess, await begun.why);
  const telling = call.make(isSuccess, callTime(deadline)).then(
    ({ note }) => ({ note, problem: undefined }),
    (error: unknown) => ({ note: undefined, problem: (error as Error).message }),
  );
  const { note, problem } = await telling;
  const why = await begun.why;
  const what = call.did(isSuccess);
  if (problem !== undefined)
    throw new Error(`could not be done: ${what}: ${problem}. That was to be told because ${why}`);
  const text = note === undefined ? `${what}: ${why}` : `${note} It would have been: ${what}: ${why}`;
  return { said: { level: isSuccess ? "INFO" : "WARN", text, hook }, returned: undefined };
}

/** Begins the work. If it cannot begin, the hook has failed. */
function begin({ hook, deadline }: Invocation, answer: Answer): Work {
  try {
    return answer.work(hook, deadline);
  } catch (error) {
    return decided(false, `the work could not be begun: ${(error as Error).message}`);
  }
}

function ecsAnswered({ hook }: Invocation, isSuccess: boolean, why: string): Answered {
  const hookStatus = isSuccess ? "SUCCEEDED" : "FAILED";
  const stage = hook.kind === "ecs" ? `${hook.lifecycleStage} of ${hook.serviceDeploymentArn}` : "";
  const text = `answered ${hookStatus} at ${stage}: ${why}`;
  return { said: { level: isSuccess ? "INFO" : "WARN", text, hook }, returned: { hookStatus } };
}

async function watcherAnswered(run: Invocation, watcher: Watcher): Promise<Answered> {
  const { hook, at } = run;
  const { note, problem } = await watcher.answered(at);
  if (hook.kind === "ecs") return ecsAnswered(run, false, blocked);
  if (problem !== undefined) throw new Error(`${problem}: ${blocked}`);
  return { said: { level: "WARN", text: `${note ?? "told as failed"}: ${blocked}`, hook }, returned: undefined };
}
