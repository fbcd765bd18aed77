import { randomUUID } from "node:crypto";
import { inWords } from "../failure/in-words";
import { processIo } from "../io/process";
import type { Io } from "../types";
import { answerHook, type Answer, type Invocation } from "./answer";
import { commandWork } from "./command-work";
import { nextDeadline, now } from "./deadline";
import { readEvent } from "./events";
import { functionWork } from "./function-work";
import { keepAlive } from "./heartbeat";
import { hideNames } from "./hide";
import type { EcsAnswer, HookEvent, HookFunction, LambdaContext } from "./index";
import { writeLine, type Said } from "./log";
import { startWatcher } from "./watcher";

export { watch } from "./watch";

/** The longest time that Lambda lets a function take, in milliseconds, for a context that does not say it. */
const longest = 900_000;

/** Answers the hooks of an invocation with the command in HOOK_COMMAND, or parks them. */
export function runCommandHook(event: unknown, context: LambdaContext): Promise<EcsAnswer | undefined> {
  return invoke(event, context, (hooks, { io, invocation }) => {
    const command = io.env["HOOK_COMMAND"]?.trim() || undefined;
    const isRun = command !== undefined && !io.env["HOOK_PARK"];
    const heartbeats = keepAlive(isRun ? hooks : [], io);
    return {
      command,
      work: (hook, deadline) => commandWork(command, { hook, deadline, invocation, io }),
      watcher: undefined,
      quiet: (at) => {
        heartbeats.stop(at);
      },
      stop: () => {
        heartbeats.stop();
        return Promise.resolve();
      },
    };
  });
}

/** Answers the hooks of an invocation with a function. */
export function runFunctionHook(
  fn: HookFunction,
  event: unknown,
  context: LambdaContext,
): Promise<EcsAnswer | undefined> {
  return invoke(event, context, (hooks, { invocation, requestId }) => {
    const watcher = startWatcher(hooks, invocation, requestId);
    return {
      command: "a function",
      work: (hook, deadline) => functionWork(fn, { hook, context, deadline, invocation }),
      watcher,
      quiet: (at) => {
        watcher.quiet(at);
      },
      stop: () => watcher.stop(),
    };
  });
}

/** Starts the way in which the hooks of an invocation are answered. */
type Begin = (
  hooks: readonly HookEvent[],
  surroundings: { io: Io; invocation: string; requestId: string | undefined },
) => Answer;

/** Handles the requests of an invocation one after the other, writes its line, and throws after all of them. */
async function invoke(event: unknown, context: LambdaContext, begin: Begin): Promise<EcsAnswer | undefined> {
  const { end, requestId } = placeOf(context);
  const io = processIo();
  const invocation = randomUUID();
  const asked = readEvent(event);
  const hooks = asked.flatMap((one) => (one.kind === "hook" ? [one.hook] : []));
  for (const hook of hooks) hideNames(hook, io.trace);
  // the command's own end is not waited for by anything else that would keep the process
  const hold = setInterval(() => undefined, 60_000);
  const answer = hooks.length > 0 ? begin(hooks, { io, invocation, requestId }) : undefined;
  const said: Said[] = [];
  let left = hooks.length;
  let returned: EcsAnswer | undefined;
  try {
    for (const one of asked) {
      if (one.kind === "test")
        said.push({ level: "INFO", text: "a test notification came, and was ignored", hook: undefined });
      else if (one.kind === "unreadable") said.push({ level: "ERROR", text: one.problem, hook: undefined });
      else if (answer) {
        const run: Invocation = { hook: one.hook, at: hooks.length - left, deadline: nextDeadline(end, left), io };
        const answered = await answerHook(run, answer).catch((error: unknown) => failed(error, one.hook));
        left--;
        said.push(answered.said);
        returned = answered.returned;
      }
    }
  } finally {
    await answer?.stop();
    clearInterval(hold);
  }
  writeLine(said, requestId, io);
  const problems = said.filter(({ level }) => level === "ERROR").map(({ text }) => io.trace.mask(text));
  if (problems.length > 0) throw new Error(problems.join("\n"));
  return returned;
}

function placeOf(context: Partial<LambdaContext> | undefined): { end: number; requestId: string | undefined } {
  return { end: now() + (context?.getRemainingTimeInMillis?.() ?? longest), requestId: context?.awsRequestId };
}

async function failed(error: unknown, hook: HookEvent): Promise<{ said: Said; returned: EcsAnswer | undefined }> {
  const returned: EcsAnswer | undefined = hook.kind === "ecs" ? { hookStatus: "FAILED" } : undefined;
  return { said: { level: "ERROR", text: (await inWords(error)).text.trim(), hook }, returned };
}
