import { catchStrays } from "./stray-errors";
import { now, type Deadline } from "./deadline";
import type { HookEvent, HookFunction, LambdaContext } from "./index";
import { killMarked, mark } from "./strays";
import type { Work } from "./verdict";

/** The input of a hook's function, and the time by which it must end. */
interface Surroundings {
  readonly hook: HookEvent;
  readonly context: LambdaContext;
  readonly deadline: Deadline;
  readonly invocation: string;
}

/** The end of a function, on one line. */
interface Ended {
  readonly isSuccess: boolean;
  readonly why: string;
}

/**
 * Calls a hook's function until its deadline. It succeeds if it returns, or if the promise that it returns resolves. It
 * also fails by an error that nothing awaits, and by `process.exit`, which would leave the hook without an answer.
 */
export function functionWork(fn: HookFunction, { hook, context, deadline, invocation }: Surroundings): Work {
  const start = now();
  const strays = catchStrays();
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<Ended>((resolve) => {
    timer = setTimeout(() => {
      resolve({ isSuccess: false, why: "the function had not ended when its time was up" });
    }, deadline.work - start);
  });
  const left = strays.first.then((what): Ended => ({ isSuccess: false, why: what }));
  process.env[mark] = invocation;
  const ended = Promise.race([called(fn, hook, context), left, timeUp]).finally(() => {
    clearTimeout(timer);
    strays.release();
    if (process.env[mark] === invocation) Reflect.deleteProperty(process.env, mark);
    killMarked(invocation);
  });
  return { isSuccess: ended.then(({ isSuccess }) => isSuccess), why: ended.then(({ why }) => why) };
}

async function called(fn: HookFunction, hook: HookEvent, context: LambdaContext): Promise<Ended> {
  try {
    await fn(hook, context);
    return { isSuccess: true, why: "the function returned" };
  } catch (error) {
    return { isSuccess: false, why: `the function threw ${error instanceof Error ? String(error) : typeof error}` };
  }
}
