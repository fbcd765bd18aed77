import type { Gate } from "../operations/outcome";
import type { Params } from "../types";
import type { Surroundings } from "./before";
import { fits, textAt, valuesAt } from "./path";

/**
 * Whether what comes between a deployment's two waits has been done on a target; undefined if no target shows it. Throws a
 * Failure.
 */
export async function hasPassed(
  passed: NonNullable<Gate["passed"]>,
  { calls, params }: Pick<Surroundings, "calls" | "params">,
): Promise<boolean | undefined> {
  const { list, ids, token, look, at, where, done } = passed;
  const input = Object.fromEntries(
    Object.keys(list.input).flatMap((name) => (name in params ? [[name, params[name]]] : [])),
  );
  let isShown = false;
  for (let page: Params = {}; ;) {
    const answer = await calls.call(list.operation, { ...input, ...page } as Params);
    const targets = valuesAt(answer, ids).map(String);
    for (let from = 0; from < targets.length; from += look.atMost) {
      const some = { ...input, [look.ids]: targets.slice(from, from + look.atMost) } as Params;
      const events = valuesAt(await calls.call(look.operation, some), at).filter((event) => fits(event, where));
      if (events.some((event) => fits(event, done))) return true;
      isShown ||= events.length > 0;
    }
    const next = textAt(answer, token);
    if (next === undefined || next === "") return isShown ? false : undefined;
    page = { [token]: next };
  }
}
