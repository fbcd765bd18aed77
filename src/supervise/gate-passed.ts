import type { Gate } from "../operations/outcome";
import type { Params } from "../types";
import type { Surroundings } from "./before";
import { fits, textAt, valuesAt } from "./path";

/** Whether what comes between a deployment's two waits has been done on a target. Throws a Failure. */
export async function hasPassed(
  passed: NonNullable<Gate["passed"]>,
  { calls, params }: Pick<Surroundings, "calls" | "params">,
): Promise<boolean> {
  const { list, ids, token, look, at, where } = passed;
  const input = Object.fromEntries(
    Object.keys(list.input).flatMap((name) => (name in params ? [[name, params[name]]] : [])),
  );
  for (let page: Params = {}; ;) {
    const answer = await calls.call(list.operation, { ...input, ...page } as Params);
    const targets = valuesAt(answer, ids).map(String);
    for (let from = 0; from < targets.length; from += look.atMost) {
      const some = { ...input, [look.ids]: targets.slice(from, from + look.atMost) } as Params;
      const events = valuesAt(await calls.call(look.operation, some), at);
      if (events.some((event) => fits(event, where))) return true;
    }
    const next = textAt(answer, token);
    if (next === undefined || next === "") return false;
    page = { [token]: next };
  }
}
