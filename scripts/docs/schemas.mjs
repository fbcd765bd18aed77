import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { loadBundled } from "../load-typescript.mjs";

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/**
 * What a pipeline's own system says of the file's form, by file: GitHub's parser, GitLab's schema (which gitlab-ci-local
 * carries), CircleCI's parser. Each gives what is wrong, empty if nothing. No npm package carries the schema of a
 * CodeBuild build specification; a Jenkinsfile has none.
 */
export const schemaChecks = {
  "github-actions.yml": checkGithub,
  "github-actions-gate.yml": checkGithub,
  "github-actions-ecs-gate.yml": checkGithub,
  "gitlab-ci.yml": checkGitlab,
  "gitlab-ci-gate.yml": checkGitlab,
  "circleci.yml": checkCircle,
};

/** GitHub's parser imports JSON in a way that Node 20 refuses, so it is bundled first. */
async function checkGithub(file) {
  const contents = 'export { parseWorkflow, NoOperationTraceWriter } from "@actions/workflow-parser";';
  const folder = path.dirname(fileURLToPath(import.meta.url));
  const { parseWorkflow, NoOperationTraceWriter } = await loadBundled(contents, folder);
  const workflow = { name: path.basename(file), content: await readFile(file, "utf8") };
  return parseWorkflow(workflow, new NoOperationTraceWriter()).context.errors.getErrors().join("\n");
}

/** gitlab-ci-local uses `Set.prototype.union`, which Node 20 lacks; it writes beside the file, hence a copy. */
async function checkGitlab(file) {
  const folder = await mkdtemp(path.join(tmpdir(), "gitlab-"));
  const union = "Set.prototype.union ??= function (other) { return new Set([...this, ...other]); };";
  const tool = require.resolve("gitlab-ci-local");
  try {
    await cp(file, path.join(folder, ".gitlab-ci.yml"));
    const words = ["--import", `data:text/javascript,${encodeURIComponent(union)}`, tool, "--list", "--home", folder];
    await run(process.execPath, words, { cwd: folder });
    return "";
  } catch (error) {
    return `${error.stdout}${error.stderr}`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function checkCircle(file) {
  try {
    require("@circleci/circleci-config-parser").parseConfig(await readFile(file, "utf8"));
    return "";
  } catch (error) {
    return error.message;
  }
}
