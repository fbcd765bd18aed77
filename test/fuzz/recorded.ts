import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import type { Case } from "../conformance/cases";
import { rightAnswers, type FuzzAnswer, type FuzzCase } from "./case";

/** The recorded cases as runs to start from; those that wait, or need TLS or a proxy, are left out. */
export function recordedRuns(): FuzzCase[] {
  const folder = path.join("test", "conformance", "cases");
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  const cases = names.flatMap((name) => JSON.parse(readFileSync(path.join(folder, name), "utf8")) as Case[]);
  return cases.filter((run) => !/TLS|delayMs|PROXY|DEADURL|\{\{NODE|\{\{PORT/.test(JSON.stringify(run))).map(asRun);
}

function asRun({ argv, env = {}, files = {}, server = [] }: Case): FuzzCase {
  return {
    argv,
    env: Object.fromEntries(
      Object.entries(env).filter((pair): pair is [string, string] => typeof pair[1] === "string"),
    ),
    files,
    answers: server.map(({ on, status = 200, headers = {}, body = "" }): FuzzAnswer => ({
      ...(on !== undefined && { on }),
      status,
      headers,
      body,
    })),
  };
}

/** The bodies that services answered with in the recorded cases, and what they answer when all is well. */
export function recordedBodies(runs: readonly FuzzCase[]): string[] {
  const bodies = runs.flatMap(({ answers }) => answers.map(({ body }) => body));
  return [...new Set([...bodies, rightAnswers.deploy.body, rightAnswers.autoscaling.body])].filter(
    (body) => body !== "",
  );
}
