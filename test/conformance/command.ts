import { parseArgs } from "node:util";
import { readCases, recordedCases, selectCases } from "./cases";
import { updatePending } from "./pending";
import { explain, isMet, summary } from "./report";
import { runCases } from "./run-cases";

const usage = `usage: npm run conformance -- [options] [ID...]

Runs the recorded cases whose id starts with an ID, or all, and shows how each one that is not met differs.

  --cases DIR         take the cases from this folder
  --program COMMAND   run this in place of the built program
  --env NAME=VALUE    set a variable for every case; may be repeated
  --update-pending    take the cases that are met off test/conformance/pending.json
`;

/** Runs recorded cases as the arguments say and prints what differs and the totals. Gives the exit code. */
export async function runConformance(args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      cases: { type: "string", default: recordedCases },
      program: { type: "string" },
      env: { type: "string", multiple: true, default: [] },
      "update-pending": { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const cases = selectCases(readCases(values.cases), positionals);
  if (values.help || cases.length === 0) {
    console.error(values.help ? usage : `No case has an id that starts with ${positionals.join(" or ")}.`);
    return values.help ? 0 : 2;
  }
  const [command, ...first] = values.program?.split(" ") ?? [];
  const results = await runCases(cases, {
    ...(command !== undefined && { program: [command, ...first] }),
    env: Object.fromEntries(values.env.map((pair) => pair.split(/=(.*)/s).slice(0, 2) as [string, string])),
  });
  for (const result of results) if (!isMet(result)) console.log(`${explain(result)}\n`);
  console.log(summary(results));
  if (values["update-pending"]) await updatePending(results);
  return results.every(isMet) ? 0 : 1;
}
