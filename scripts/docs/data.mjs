import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { parseDocument } from "yaml";
import { schemaChecks } from "./schemas.mjs";

const run = promisify(execFile);

/** The checks of blocks that are not run, by language. Each returns what is wrong with a text; empty if nothing. */
export const dataChecks = {
  json: (text) => {
    JSON.parse(text);
    return "";
  },
  yaml: checkYaml,
  js: (text) => checkedBy(process.execPath, ["--check"], { text, name: "block.mjs" }),
  ts: checkTypeScript,
};

/** Checks with a shell the form of a script that is not run; returns what it says. */
export function checkShellForm(text) {
  return checkedBy("sh", ["-n"], { text, name: "block.sh" });
}

/**
 * Checks YAML. CloudFormation's own tags are not errors. A workflow of GitHub's goes through GitHub's parser, and its
 * scripts through a shell.
 */
async function checkYaml(text) {
  const document = parseDocument(text, { logLevel: "error" });
  if (document.errors.length > 0) return document.errors.join("\n");
  const { on, jobs } = document.toJS() ?? {};
  if (!on || !jobs) return "";
  const form = await inFile({ text, name: "github-actions.yml" }, schemaChecks["github-actions.yml"]);
  const scripts = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run: script }) => script ?? []));
  return [form, ...(await Promise.all(scripts.map(checkShellForm)))].join("");
}

async function checkTypeScript(text) {
  const { default: typescript } = await import("typescript");
  const { diagnostics } = typescript.transpileModule(text, { reportDiagnostics: true, compilerOptions: {} });
  return diagnostics.map(({ messageText }) => messageText).join("\n");
}

function checkedBy(program, words, block) {
  return inFile(block, (file) =>
    run(program, [...words, file]).then(
      () => "",
      ({ stderr }) => stderr,
    ),
  );
}

async function inFile({ text, name }, check) {
  const folder = await mkdtemp(path.join(tmpdir(), "block-"));
  const file = path.join(folder, name);
  try {
    await writeFile(file, text);
    return await check(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
