import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect } from "@jest/globals";
import { runProgram } from "../support/program";
import { posixTest } from "../support/posix";

const groups = "autoscaling describe-auto-scaling-groups";

/** A line up to the cursor, and what can stand there, sorted. */
const lines: readonly (readonly [line: string, words: readonly string[]])[] = [
  ["deploy w", ["wait"]],
  ["deploy wait ", ["deployment-successful", "help"]],
  ["deploy wait deployment-successful --dep", ["--deployment-id"]],
  ["deploy wait deployment-successful --max", []],
  ["ecs c", ["continue-service-deployment"]],
  ["deploy list-deployments --include-only-statuses S", ["Stopped", "Succeeded"]],
  ["deploy list-deployments --include-only-statuses Created S", ["Stopped", "Succeeded"]],
  ["deploy list-deployments --include-only-statuses Created --max", ["--max-items"]],
  ["ecs list-service-deployments --status STOP", ["STOPPED", "STOP_REQUESTED"]],
  ["deploy put-lifecycle-event-hook-execution-status --status Sk", ["Skipped"]],
  ["deploy stop-deployment --auto-rollback-enabled --dep", ["--deployment-id"]],
  ["deploy stop-deployment --no-a", ["--no-auto-rollback-enabled"]],
  ["autoscaling complete-lifecycle-action --lifecycle-action-result ", ["ABANDON", "CONTINUE"]],
  [`${groups} --page`, ["--page-size"]],
  [`${groups} --max-r`, []],
  ["stand-in --error LifecycleE", ["LifecycleEventAlreadyCompletedException"]],
];

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "completion-"));
  writeFileSync(path.join(folder, "script"), (await runProgram({ argv: ["completion", "bash"] })).stdout);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

posixTest.each(lines)("bash: %s", (line, words) => {
  const program = `
    COMP_WORDBREAKS=$' \\t\\n"\\'><;|&('
    source "$1"
    COMP_LINE="aws-lifecycle-hooks $2"
    COMP_POINT=\${#COMP_LINE}
    _aws_lifecycle_hooks
    printf '%s\\n' "\${COMPREPLY[@]}"`;
  const run = spawnSync("bash", ["--norc", "--noprofile", "-c", program, "bash", path.join(folder, "script"), line], {
    encoding: "utf8",
  });
  expect(run.stderr).toBe("");
  expect(run.stdout.split("\n").filter(Boolean).sort()).toEqual(words);
});
