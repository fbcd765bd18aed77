import type { Io } from "../types";
import { recent } from "./bounded";
import { refuseForeign } from "./guard";
import { createHookCommands } from "./hook-command";
import { callLine, eventLine, type EventRecord } from "./log";
import { openOutput } from "./output-file";
import type { StandInOptions } from "./options";
import { createRecorder } from "./recorder";
import { createService, type CallRecord } from "./service";
import type { Answer, Received } from "./wire";
import { readWorld } from "./world-file";
import { createClock } from "./world/clock";
import { createWorld } from "./world/world";

/** A service whose calls and events are logged and, with `--record`, kept in a file. */
export interface ObservedService {
  readonly handle: (request: Received) => Promise<Answer>;
  readonly hasInstance: boolean;
  /** Starts the world. `env` is for the commands that run in place of hooks' functions. */
  readonly start: (env: Io["env"]) => void;
  readonly stop: () => void;
  /** Writes the record; to a stream only with `isLast`. */
  readonly save: (isLast?: boolean) => Promise<void>;
  /** Rejects when the record can no longer be written. */
  readonly failed: Promise<never>;
}

/** The number of calls, and of events, that a record holds. */
const mostRecorded = 10_000;

/** Makes the service that the command line asks for. Throws a `stand-in-misused` or a `stand-in-failed` Failure. */
export async function createObservedService(options: StandInOptions, io: Io): Promise<ObservedService> {
  const { record, world: worldFile, hookCommand } = options;
  const [calls, events] = [recent<CallRecord>(mostRecorded), recent<EventRecord>(mostRecorded)];
  const hooks = hookCommand === undefined ? undefined : createHookCommands(hookCommand, io);
  const setup = worldFile === undefined ? undefined : await readWorld(worldFile);
  const clock = createClock(options.speed);
  let env: Io["env"] = {};
  let fail: (error: unknown) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const happened = (event: string, details: object): void => {
    const seen = { time: new Date(clock.now()).toISOString(), event, ...details };
    io.err.write(eventLine(seen));
    if (record === undefined) return;
    events.add(seen);
    save().catch(fail);
  };
  const world = createWorld({ setup, clock, happened, onHook: (execution) => hooks?.run(execution, env) });
  const file = record === undefined ? undefined : await openOutput("--record", record, io);
  const content = () => ({
    ...world.told(),
    calls: calls.items,
    ...(events.items.length > 0 && { events: events.items }),
    ...(calls.forgotten + events.forgotten > 0 && { forgotten: calls.forgotten + events.forgotten }),
  });
  const save = file ? createRecorder(file, content) : () => Promise.resolve();
  await save();
  const { handle } = createService({
    ...options,
    now: Date.now,
    world,
    onCall: async (call) => {
      io.err.write(callLine(call));
      if (file) calls.add(call);
      await save().catch(fail);
    },
  });
  return {
    handle: async (request) => refuseForeign(request) ?? handle(request),
    hasInstance: world.hasInstance,
    start: (environment) => {
      env = environment;
      world.start();
    },
    stop: () => {
      clock.stop();
      hooks?.stop();
    },
    save,
    failed,
  };
}
