import fc from "fast-check";
import type { FuzzCase, FuzzOutcome } from "./case";
import { problemsOf } from "./judge";
import type { Runner } from "./run";

/** A case that did not end as it must, as small as could be made, with what repeats it. */
export interface Finding {
  readonly kind: string;
  readonly seed: number;
  readonly counterexample: FuzzCase;
  readonly problems: readonly string[];
  readonly outcome: FuzzOutcome | undefined;
}

/** Seconds that one case may take. */
const limit = 10;

/** Runs so many cases of a kind; `before` is told of each. Gives the first that is wrong, made small, or undefined. */
export async function check(
  { kind, cases, seed, count }: { kind: string; cases: fc.Arbitrary<FuzzCase>; seed: number; count: number },
  runner: Runner,
  before: (fuzzCase: FuzzCase) => void = () => undefined,
): Promise<Finding | undefined> {
  let outcome: FuzzOutcome | undefined;
  let problems: readonly string[] = [];
  const property = fc.asyncProperty(cases.filter(isSafe), async (fuzzCase) => {
    before(fuzzCase);
    outcome = undefined;
    problems = ["did not end"];
    outcome = await runner.run(fuzzCase);
    problems = problemsOf(fuzzCase, outcome);
    return problems.length === 0;
  });
  const result = await fc.check(property, {
    seed,
    numRuns: count,
    timeout: limit * 1000,
    endOnFailure: false,
    interruptAfterTimeLimit: 60_000,
  });
  const [counterexample] = result.counterexample ?? [];
  if (!counterexample) return undefined;
  try {
    problems = problemsOf(counterexample, (outcome = await runner.run(counterexample)));
  } catch (error) {
    problems = [String(error)];
  }
  return { kind, seed, counterexample, problems, outcome };
}

/** Not a service that runs on, no wait for long, and no program but those that do nothing. */
function isSafe({ argv }: FuzzCase): boolean {
  const end = argv.indexOf("--");
  const ends = end < 0 || ["", "true", "false", "help"].includes(argv.slice(end + 1).join(" "));
  const isShort = !argv.includes("wait") || argv.join("\n").includes("--cli-wait-timeout\n1\n");
  return ends && isShort && !argv.includes("stand-in");
}
