import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { checkShellForm, dataChecks } from "./docs/data.mjs";
import { blocksOf, transcript } from "./docs/fences.mjs";
import { pipelineFiles, pipelineScripts } from "./docs/pipelines.mjs";
import { createSandbox } from "./docs/sandbox.mjs";
import { schemaChecks } from "./docs/schemas.mjs";
import { findShellcheck } from "./docs/shellcheck.mjs";

/**
 * Runs every shell block of the documentation and every script of the pipelines against the stand-in service, parses
 * the blocks of data and code, and checks the form of the pipelines' files. Prints a line for each; exit 1 if anything
 * failed. With file names: only those Markdown files.
 */
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const pipelines = path.join(root, "docs", "pipelines");
const chosen = process.argv.slice(2);
const sandbox = await createSandbox(root);
const shellcheck = await findShellcheck();

/** The checks of a Markdown file: `{ name, skip }` or `{ name, check }`, whose `check` returns what is wrong. */
async function markdownChecks(file) {
  const blocks = blocksOf(await readFile(path.join(root, file), "utf8"), Object.keys(dataChecks));
  return blocks.map((block) => ({
    name: `${file}:${block.line}`,
    skip: block.notRun,
    check: async () => checkBlock(block),
  }));
}

function checkBlock(block) {
  if (!block.isShell) return dataChecks[block.lang](block.text);
  if (block.isParsed) return checkShellForm(block.text);
  return block.lang === "console" ? checkTranscript(block) : checkScript(block);
}

async function checkScript({ lang, text, exitCode, world }) {
  const result = await sandbox.run({ shell: `${lang} -eu`, steps: [text], world });
  return result.exitCode === exitCode ? "" : `exit code ${result.exitCode}, not ${exitCode}\n${result.output}`;
}

/** Checks each command's output; `…` in the block stands for anything. */
async function checkTranscript({ text }) {
  const steps = transcript(text);
  const mark = "\u0001";
  const script = steps.map(({ command }) => `${command}\nstatus=$?; printf '${mark}'; (exit $status)`).join("\n");
  const seen = (await sandbox.run({ shell: "sh", steps: [script] })).output.split(mark);
  const wrong = steps.findIndex(({ output }, index) => !pattern(output).test(seen[index] ?? ""));
  return wrong < 0 ? "" : `$ ${steps[wrong].command}\n${seen[wrong]}`;
}

function pattern(output) {
  const parts = output.split("…").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*?")}$`, "s");
}

/** The checks of a pipeline. Each script runs twice, so that both of its ends are seen. */
async function pipelineChecks(file) {
  const name = path.join("docs", "pipelines", file);
  const scripts = await pipelineScripts(pipelines, file);
  return [
    ...(file.endsWith(".yml") ? [{ name: `${name}: form`, ...formCheck(file) }] : []),
    ...scripts.flatMap((script) => [
      { name: `${name}: ${script.name}`, check: () => checkPipeline(script, 0) },
      ...(runsCheck(script)
        ? [{ name: `${name}: ${script.name}, the check fails`, check: () => checkPipeline(script, 3) }]
        : []),
      { name: `${name}: ${script.name}: shellcheck`, ...shellcheck(script) },
    ]),
  ];
}

function formCheck(file) {
  const form = schemaChecks[file];
  return form ? { check: () => form(path.join(pipelines, file)) } : { skip: "no npm package has its schema" };
}

function runsCheck({ steps }) {
  return steps.some((text) => / -- \.\/\w/.test(text));
}

/**
 * Checks that a script ends as its check does, and that the service was told the truth: a hook's report once, a gate's
 * answer once.
 */
function checkPipeline(script, checkExit) {
  return script.world ? checkGate(script, checkExit) : checkReport(script, checkExit);
}

/** The calls that let a deployment or an instance go on, and those that do not. */
const answers = {
  go: ["ContinueDeployment", "ContinueServiceDeployment CONTINUE", "CompleteLifecycleAction CONTINUE"],
  back: ["StopDeployment", "ContinueServiceDeployment ROLLBACK", "CompleteLifecycleAction ABANDON"],
};

async function checkGate(script, checkExit) {
  const { exitCode, output, calls } = await sandbox.run({ ...script, checkExit });
  const made = calls.map(({ operation, input }) =>
    [operation, input.action ?? input.LifecycleActionResult].filter(Boolean).join(" "),
  );
  const told = made.filter((call) => [...answers.go, ...answers.back].includes(call));
  const goesOn = checkExit === 0 || script.steps.join().includes("--cli-command-failure CONTINUE");
  const isRight = told.length === 1 && (goesOn ? answers.go : answers.back).includes(told[0]);
  return exitCode === checkExit && isRight ? "" : `exit ${exitCode}, told: ${told.join()}\n${output}`;
}

async function checkReport(script, checkExit) {
  const { exitCode, output, calls } = await sandbox.run({ ...script, checkExit });
  const told = calls.map(({ status, input }) => `${status} ${input.status ?? input.LifecycleHookName}`);
  const [, named] = /--(?:status|lifecycle-hook-name) (\S+)/.exec(script.steps.join("\n")) ?? [];
  const truth = `200 ${named ?? (checkExit ? "Failed" : "Succeeded")}`;
  return exitCode === checkExit && told.join() === truth ? "" : `exit ${exitCode}, told: ${told.join()}\n${output}`;
}

async function allChecks() {
  const files = await readdir(path.join(root, "docs"), { recursive: true });
  const documents = files.filter((file) => file.endsWith(".md")).sort();
  const markdown = ["README.md", ...documents.map((file) => path.join("docs", file))];
  return [...markdown.map(markdownChecks), ...pipelineFiles.map(pipelineChecks)];
}

async function report({ name, skip, check }) {
  const problem = skip ? "" : await check().catch((error) => String(error));
  console.log(`${skip ? "skip" : problem ? "FAIL" : "ok  "} ${name}${skip ? `: ${skip}` : ""}`);
  if (problem) console.log(problem.replace(/^/gm, "     | "));
  return skip ? "skipped" : problem ? "failed" : "passed";
}

/** Runs the checks two at a time: most of their time is Node starting. */
async function reportAll(checks) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const queue = checks.values();
  const lane = async () => {
    for (const check of queue) counts[await report(check)]++;
  };
  await Promise.all([lane(), lane()]);
  return counts;
}

try {
  const checks = await Promise.all(chosen.length ? chosen.map(markdownChecks) : await allChecks());
  const { passed, failed, skipped } = await reportAll(checks.flat());
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  process.exitCode = failed ? 1 : 0;
} finally {
  await sandbox.remove();
}
