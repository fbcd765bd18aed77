import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { runProgram } from "../support/program";

const report = "aws-lifecycle-hooks deploy put-lifecycle-event-hook-execution-status";
const hook = "aws-lifecycle-hooks autoscaling put-lifecycle-hook";
const statuses = ["Failed", "InProgress", "Pending", "Skipped", "Succeeded", "Unknown"];

/** A line up to the cursor, and what can stand there, sorted. */
const lines: readonly (readonly [line: string, words: readonly string[]])[] = [
  ["aws-lifecycle-hooks ", ["autoscaling", "completion", "deploy", "ecs", "help", "stand-in"]],
  ["aws-lifecycle-hooks de", ["deploy"]],
  [
    "aws-lifecycle-hooks deploy ",
    [
      "batch-get-deployment-targets",
      "continue-deployment",
      "create-deployment",
      "get-deployment",
      "get-deployment-target",
      "help",
      "list-deployment-targets",
      "list-deployments",
      "put-lifecycle-event-hook-execution-status",
      "stop-deployment",
      "wait",
    ],
  ],
  ["aws-lifecycle-hooks --region us-east-1 deploy p", ["put-lifecycle-event-hook-execution-status"]],
  ["aws-lifecycle-hooks --profile deploy autoscaling p", ["put-lifecycle-hook"]],
  ["aws-lifecycle-hooks --profile=deploy autoscaling p", ["put-lifecycle-hook"]],
  ["aws-lifecycle-hooks completion ", ["bash", "fish", "zsh"]],
  [`${report} --st`, ["--status"]],
  [`${report} --cli-c`, ["--cli-command-grace", "--cli-command-timeout", "--cli-connect-timeout"]],
  [`${report} --status `, statuses],
  [`${report} --status S`, ["Skipped", "Succeeded"]],
  [`${report} --status=S`, ["Skipped", "Succeeded"]],
  [`${report} --status Failed --dep`, ["--deployment-id"]],
  [`${report} --deployment-id `, []],
  [`${hook} --cli-c`, ["--cli-connect-timeout"]],
  [`${hook} --default-result `, ["ABANDON", "CONTINUE"]],
  [`${hook} --lifecycle-transition `, ["autoscaling:EC2_INSTANCE_LAUNCHING", "autoscaling:EC2_INSTANCE_TERMINATING"]],
  [`${hook} --lifecycle-transition autoscaling:EC2_INSTANCE_L`, ["autoscaling:EC2_INSTANCE_LAUNCHING"]],
  [`${hook} --lifecycle-transition=autoscaling:EC2_INSTANCE_L`, ["autoscaling:EC2_INSTANCE_LAUNCHING"]],
  [`${hook} --generate-cli-skeleton `, ["input", "output"]],
  [`${hook} --cli-input-json file://s`, ["skeleton.json", "sub"]],
  [`${hook} --cli-input-json=file://sub/`, ["hook.json"]],
  [`${hook} --output `, ["json", "table", "text"]],
  [`${hook} --color o`, ["off", "on"]],
  [`${hook} --region eu-w`, ["eu-west-1", "eu-west-2", "eu-west-3"]],
  [`${hook} --profile `, ["ci", "default", "my prof", "work"]],
  [`${hook} --ca-bundle s`, ["skeleton.json", "sub"]],
  ["aws-lifecycle-hooks stand-in --p", ["--port"]],
  ["aws-lifecycle-hooks stand-in --reg", []],
  ["aws-lifecycle-hooks stand-in -- zz-", ["zz-check"]],
  [`${report} --status Failed -- zz-`, ["zz-check"]],
  [`${report} -- zz-check sk`, ["skeleton.json"]],
];

let root: string;

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), "completion-"));
  mkdirSync(path.join(root, ".aws"));
  mkdirSync(path.join(root, "work", "sub"), { recursive: true });
  mkdirSync(path.join(root, "bin"));
  const config = ["[default]", "[profile work]", '[profile "my prof"]', "[sso-session s]", "[services t]", "x = ["];
  writeFileSync(path.join(root, ".aws", "config"), config.join("\n"));
  writeFileSync(path.join(root, ".aws", "credentials"), "[default]\r\n[ci]\r\naws_access_key_id = AKIDFILE\r\n");
  writeFileSync(path.join(root, "work", "skeleton.json"), "");
  writeFileSync(path.join(root, "work", "sub", "hook.json"), "");
  writeFileSync(path.join(root, "bin", "zz-check"), "#!/bin/sh\n");
  chmodSync(path.join(root, "bin", "zz-check"), 0o755);
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

const drivers = {
  bash: {
    command: ["bash", "--norc", "--noprofile"],
    script: `
      COMP_WORDBREAKS=$' \\t\\n"\\'><;|&('
      source "$1"; shift
      complete -p aws-lifecycle-hooks >/dev/null || exit 1
      for line; do
        COMP_LINE=$line COMP_POINT=\${#line}
        _aws_lifecycle_hooks
        echo "== $line"
        printf '%s\\n' "\${COMPREPLY[@]}"
      done`,
  },
  fish: {
    command: ["fish", "--no-config"],
    script: `
      source $argv[1]
      for line in $argv[2..-1]
        echo "== $line"
        complete -C $line | string replace -r '\\t.*' ''
      end
      true`,
  },
  /** zsh completes only on a terminal: the lines are typed on one, and what compadd is given is shown. */
  zsh: {
    command: ["zsh", "-f"],
    script: `
      zmodload zsh/zpty
      cat > ../setup.zsh <<'END'
        PROMPT=
        autoload -Uz compinit; compinit -u -D
        source "$SCRIPT"
        bindkey "^M" undefined-key; bindkey "^J" undefined-key
        bindkey "^I" complete-word; bindkey "^U" kill-whole-line
        before() { print -n -- "<<<" }
        after() { compstate[list]= compstate[insert]=; print -n -- ">>>"; again }
        again() { compprefuncs=(before); comppostfuncs=(after) }
        again
        zstyle ":completion:*" list-grouped false
        zstyle ":completion:*" insert-tab false
        compadd() {
          if [[ \${@[1,(i)(-|--)]} == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return; fi
          local -a hits
          builtin compadd -A hits "$@"; print -l -- "" $hits; builtin compadd "$@"
        }
        print RE''ADY
END
      export SCRIPT=$1; shift
      zpty shell zsh -f -i
      zpty -w shell "source ../setup.zsh"
      zpty -r -m shell output '*READY*'
      for line; do
        zpty -w -n shell $'\\C-u'"$line"$'\\t'
        zpty -r -m shell typed '*>>>*'
        print -r -- "== $line"
        print -r -- "\${\${typed##*<<<}%%>>>*}"
      done
      zpty -d shell`,
  },
} as const;

/** What a shell offers for each line: without what stands before a value or a file's name, and without escapes. */
function complete(shell: keyof typeof drivers, script: string): ReadonlyMap<string, readonly string[]> {
  const file = path.join(root, `script.${shell}`);
  writeFileSync(file, script);
  const { command, script: driver } = drivers[shell];
  const driverFile = path.join(root, `driver.${shell}`);
  writeFileSync(driverFile, driver);
  const { stdout, stderr, status } = spawnSync(
    command[0],
    [...command.slice(1), driverFile, file, ...lines.map(([line]) => line)],
    {
      cwd: path.join(root, "work"),
      env: {
        HOME: root,
        PATH: `${path.join(root, "bin")}:${process.env["PATH"] ?? ""}`,
        TERM: "dumb",
        LANG: "C.UTF-8",
      },
      encoding: "utf8",
      timeout: 60_000,
    },
  );
  expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
  const answers = stdout.split("== ").slice(1);
  return new Map(
    answers.map((answer) => {
      const [line = "", ...words] = answer.replaceAll("\r", "").split("\n");
      const cleaned = words.map((word) => path.basename(word.replace(/^--[^=]+=|\\/g, "")));
      return [line, [...new Set(cleaned.filter((word) => word !== ""))].sort()];
    }),
  );
}

describe.each(["bash", "zsh", "fish"] as const)("%s", (shell) => {
  const installed = process.platform !== "win32" && spawnSync(shell, ["-c", "exit"]).status === 0;
  if (!installed) process.stderr.write(`skipped: completion in ${shell}, which is not installed\n`);
  (installed ? test : test.skip)("offers what can stand there", async () => {
    const { stdout, stderr, exitCode } = await runProgram({ argv: ["completion", shell] });
    expect({ stderr, exitCode }).toEqual({ stderr: "", exitCode: 0 });
    expect(Object.fromEntries(complete(shell, stdout))).toEqual(Object.fromEntries(lines));
  });
});

test("bash that breaks words at colons and equals signs gets the rest of the word", async () => {
  const { stdout } = await runProgram({ argv: ["completion", "bash"] });
  const line = `${hook} --lifecycle-transition=autoscaling:EC2_INSTANCE_T`;
  const driver = `${stdout}\nCOMP_LINE='${line}' COMP_POINT=${line.length} COMP_WORDBREAKS=' =:'; _aws_lifecycle_hooks; echo "$COMPREPLY"`;
  expect(spawnSync("bash", ["--norc", "-c", driver], { encoding: "utf8" }).stdout).toBe("EC2_INSTANCE_TERMINATING\n");
});

test("a shell that there is no script for", async () => {
  const { stdout, stderr, exitCode } = await runProgram({ argv: ["completion", "tcsh"] });
  expect({ stdout, exitCode }).toEqual({ stdout: "", exitCode: 2 });
  expect(stderr).toMatch(/argument shell: Invalid choice, valid choices are:\n\nbash +\| zsh +\nfish/);
});
