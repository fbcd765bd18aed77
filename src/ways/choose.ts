import type { CallInvocation, Io, Ready } from "../types";
import { once } from "./once";

/** Carries out a call that is ready, and returns the exit code. Throws a Failure. */
export type Way = (ready: Ready) => Promise<number>;

/**
 * The way in which a call is carried out. Anything that it must do before the call is made ready is done when this
 * settles.
 */
export async function chooseWay({ command, pages, globals, waiter, parked }: CallInvocation, io: Io): Promise<Way> {
  if (parked) return (await import("./parked")).parkedWay(parked, io);
  if (command) return (await import("../supervise/run")).supervision(command, io);
  if (waiter !== undefined) {
    const way = await import("./wait");
    return (ready) => way.wait(ready, io);
  }
  if (pages && globals.paginate) {
    const way = await import("./pages");
    return (ready) => way.pages(ready, io);
  }
  return (ready) => once(ready, io);
}
