import { readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";

const bash = "bash -eo pipefail";

/** The readers of pipelines, by file name: each makes scripts of a file's text. */
const readers = {
  "github-actions.yml": (text) => Object.entries(parse(text).jobs).flatMap(githubJob),
  "gitlab-ci.yml": gitlabJobs,
  Jenkinsfile: jenkinsStages,
  "circleci.yml": circleJobs,
  "codebuild-hook.buildspec.yml": codebuild,
  "codebuild-deploy.buildspec.yml": codebuild,
  "ec2-user-data.sh": (text) => [{ name: "user data", shell: "bash", env: {}, steps: [text] }],
  "ec2-launch.sh": (text) => [{ name: "user data", shell: "bash", env: {}, steps: [here(text)], world: "launching" }],
  "drain.service": unit,
  "github-actions-gate.yml": (text) => Object.entries(parse(text).jobs).flatMap(githubJob).map(inWorld("ready")),
  "github-actions-ecs-gate.yml": (text) => Object.entries(parse(text).jobs).flatMap(githubJob).map(inWorld("gates")),
  "gitlab-ci-gate.yml": (text) => gitlabJobs(text).map(inWorld("ready")),
};

/** The names of the pipeline files. */
export const pipelineFiles = Object.keys(readers);

/**
 * The scripts of a pipeline's file as its system runs them: `{ name, shell, env, steps, world }`. Each step is a text for a
 * shell of its own; the first that fails is the last. The world is the stand-in's, where a hook's report is not all there is.
 */
export async function pipelineScripts(folder, file) {
  return readers[file](await readFile(path.join(folder, file), "utf8"));
}

function inWorld(world) {
  return (script) => ({ ...script, world });
}

/**
 * Adapts a script to this machine: the tool is in PATH, and the commands of an image are in the script's own folder.
 */
function here(text) {
  return text
    .replaceAll("/usr/local/bin/aws-lifecycle-hooks", "aws-lifecycle-hooks")
    .replace(/\/(usr\/local\/bin|opt\/app)\//g, "./");
}

/** The script that systemd runs, in an environment of the unit's own. */
function unit(text) {
  const line = (name) => new RegExp(`^${name}=((?:.*\\\\\n)*.*)$`, "m").exec(text)[1];
  const [name, value] = line("Environment").split("=");
  return [
    { name: "ExecStart", shell: "sh", env: { [name]: value }, steps: [here(line("ExecStart"))], world: "terminating" },
  ];
}

/** The scripts of a job: the whole job, and alone each step that runs only under a condition. */
function githubJob([job, { env = {}, steps }]) {
  const shells = steps.filter(({ run }) => run);
  const script = (name, chosen) => ({ name, shell: "bash -e", env: plain(env), steps: chosen.map(({ run }) => run) });
  const always = shells.filter((step) => !step.if);
  return [
    script(job, always),
    ...shells.filter((step) => step.if).map((step) => script(`${job}: ${step.name}`, [step])),
  ];
}

/** The scripts of GitLab's jobs: `before_script` and `script` are one shell. */
function gitlabJobs(text) {
  const { default: shared, variables, ...jobs } = parse(text);
  return Object.entries(jobs).map(([name, job]) => ({
    name,
    shell: bash,
    env: { AWS_ID_TOKEN: "token", ...variables, ...job.variables },
    steps: [[...shared.before_script, ...job.script].join("\n")],
  }));
}

/** The scripts of Jenkins' stages. In Groovy's `'''` a backslash before the end of the line joins the lines. */
function jenkinsStages(text) {
  const [head, ...stages] = text.split(/(?=stage\(')/);
  return stages.map((stage) => ({
    name: /stage\('(.+?)'\)/.exec(stage)[1],
    shell: "sh -xe",
    env: Object.fromEntries([...head.matchAll(/(\w+) = '(.+)'/g)].map(([, name, value]) => [name, value])),
    steps: [...stage.matchAll(/sh '''(.+?)'''/gs)].map(([, script]) => script.replaceAll("\\\n", "")),
  }));
}

function circleJobs(text) {
  return Object.entries(parse(text).jobs).map(([name, { environment, steps }]) => ({
    name,
    shell: bash,
    env: plain({ CIRCLE_OIDC_TOKEN_V2: "token", ...environment }),
    steps: steps.filter(({ run }) => run).map(({ run }) => run.command),
  }));
}

function codebuild(text) {
  const { install, build } = parse(text).phases;
  return [
    { name: "build", shell: "sh -e", env: {}, steps: [[...(install.commands ?? []), ...build.commands].join("\n")] },
  ];
}

/** The variables without values that the system itself fills in. */
function plain(env) {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => !/\$\{\{|<</.test(value)));
}
