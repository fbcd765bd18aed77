import type { Outcome } from "../operations/outcome";

/** The words of all operations that a run may call besides its own. */
export function wordsOf({ success, failure, before }: Outcome): readonly string[] {
  const final = [success, ...Object.values(failure)].flatMap((call) => call?.operation ?? []);
  if (!before) return final;
  if (before.kind === "action") {
    return [...final, before.group.look.operation, before.hook.look.operation, before.heartbeat.operation];
  }
  const { look, passed } = before;
  return [...final, look.operation, ...(passed ? [passed.list.operation, passed.look.operation] : [])];
}
