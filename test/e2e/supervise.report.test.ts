import { expect, test } from "@jest/globals";
import { cpSync, existsSync } from "node:fs";
import path from "node:path";
import { runHook, type HookRun } from "../support/hook";
import { createFolders, executable } from "../support/program";
import type { ScriptedAnswer } from "../support/script";

const refusal = (code: string, status = 400): ScriptedAnswer => ({
  status,
  headers: { "content-type": "application/x-amz-json-1.1" },
  body: JSON.stringify({ __type: code, message: "so it is" }),
});
const html = { "content-type": "text/html" };

test.concurrent.each<[string, ScriptedAnswer[]]>([
  ["503 twice", [{ status: 503 }, { status: 503 }]],
  ["500 with a page", [{ status: 500, headers: html, body: "<html>" }]],
  ["a throttle", [refusal("ThrottlingException")]],
  ["a reset connection", [{ reset: true }]],
  ["a connection closed without an answer", [{ close: true }]],
  ["half an answer", [{ truncate: true, body: '{"lifecycle' }]],
  ["a portal's page", [{ status: 200, headers: html, body: "<html>" }]],
  ["an expired token that is not", [refusal("ExpiredTokenException")]],
])("after %s the report is made by another attempt", async (_, answers) => {
  const finished = await runHook({ words: ["sh", "-c", "exit 3"], answers });
  const reported = Array.from({ length: answers.length + 1 }, () => "Failed");
  expect(finished).toMatchObject({ exitCode: 3, reported });
  expect(finished.line).toMatch("reported Failed: sh exited with 3");
});

const already = refusal("LifecycleEventAlreadyCompletedException");

test.concurrent.each<[string, ScriptedAnswer[]]>([
  ["whose connection was closed", [{ close: true }]],
  ["that was answered by half", [{ truncate: true, body: '{"lifecycle' }]],
  ["that a server failed on", [{ status: 500 }]],
  ["whose answer was not the service's", [{ status: 200, headers: html, body: "<html>" }]],
])("that the hook has a status already counts as reported after an attempt %s", async (_, answers) => {
  const finished = await runHook({ words: ["true"], answers: [...answers, already] });
  expect(finished).toMatchObject({ exitCode: 0, stdout: "", reported: ["Succeeded", "Succeeded"] });
  expect(finished.line).toMatch(
    "reported Succeeded (by an attempt without an answer; to the next one: LifecycleEventAlreadyCompletedException): true",
  );
});

test.concurrent.each<[string, string, ScriptedAnswer[]]>([
  ["at once", "true", []],
  ["at once", "false", []],
  ["after an attempt that was refused", "true", [refusal("ThrottlingException")]],
  ["after an attempt with keys that had expired", "true", [refusal("ExpiredTokenException")]],
])("that the hook has a status already is none of ours: %s, for %s", async (_, word, answers) => {
  const finished = await runHook({ words: [word], answers: [...answers, already] });
  const status = word === "true" ? "Succeeded" : "Failed";
  expect(finished).toMatchObject({ exitCode: 255, stdout: "", left: [] });
  expect(finished.reported).toHaveLength(answers.length + 1);
  expect(finished.stderr).toMatch(
    "The hook execution already has a status, and it is not known which. (LifecycleEventAlreadyCompletedException)\n" +
      `The report would have been ${status}: ${word} exited with`,
  );
  expect(finished.stderr).not.toMatch(`reported ${status}`);
});

test.concurrent.each<[string, string]>([
  ["no id", "{}"],
  ["another id", '{"lifecycleEventHookExecutionId":"e-2"}'],
])("an answer with %s is no verdict: the report is made again", async (_, body) => {
  const finished = await runHook({ words: ["true"], answers: [{ body }] });
  expect(finished).toMatchObject({ exitCode: 0, reported: ["Succeeded", "Succeeded"] });
});

test.concurrent("a report refused for good is not tried again, and can be made by hand", async () => {
  const folders = await createFolders();
  const answers = [refusal("DeploymentDoesNotExistException")];
  const tool = `aws-lifecycle-hooks() { "${process.execPath}" "${executable}" "$@"; }`;
  const byHand = `"$@" 2>message; code=$?; ${tool}; eval "$(tail -n 1 message)"; cat message >&2; exit $code`;
  const finished = await runHook({
    words: ["sh", "-c", "exit 4"],
    answers,
    folders,
    program: ["bash", "-c", byHand, "bash", process.execPath, executable],
  });
  await folders.remove();
  expect(finished).toMatchObject({ exitCode: 255, reported: ["Failed", "Failed"] });
  expect(finished.stdout).toMatch("lifecycleEventHookExecutionId");
  expect(finished.stderr).toMatch(
    /The report could not be made\. An error occurred \(DeploymentDoesNotExistException\)/,
  );
  expect(finished.stderr).toMatch(
    /\nThe report would have been Failed: sh exited with 4 after .*\.\nTo make it by hand:\n\n {4}aws-lifecycle-hooks deploy /,
  );
  expect(finished.stderr).not.toMatch("secret-env");
});

const role = {
  "~/.aws/config":
    "[default]\nrole_arn = arn:aws:iam::123456789012:role/mine\nsource_profile = base\n" +
    "[profile base]\naws_access_key_id = AKIDFILE\naws_secret_access_key = secret-file\n",
};

test.concurrent(
  "the report needs nothing that the command may take away: package, home, folder, kept credentials",
  async () => {
    const folders = await createFolders();
    const copy = path.join(folders.home, "copy");
    for (const part of ["bin", "dist"])
      cpSync(path.join(path.dirname(executable), "..", part), path.join(copy, part), { recursive: true });
    const run: Omit<HookRun, "words"> = {
      folders,
      files: role,
      env: { AWS_ACCESS_KEY_ID: null, AWS_SECRET_ACCESS_KEY: null },
      program: [process.execPath, path.join(copy, "bin", path.basename(executable))],
    };
    const before = await runHook({ ...run, words: ["true"] });
    expect(before).toMatchObject({ exitCode: 0, signedBy: ["AKIDSTS"] });
    const finished = await runHook({
      ...run,
      words: ["sh", "-c", 'rm -rf "$HOME" "$PWD"; exit 6'],
      answers: [refusal("ExpiredTokenException")],
    });
    expect(existsSync(copy)).toBe(false);
    await folders.remove();
    expect(finished).toMatchObject({ exitCode: 6, signedBy: ["AKIDSTS", "AKIDSTS"], left: [] });
  },
);

test.concurrent("certificate authorities are read before the command may change them", async () => {
  const finished = await runHook({
    words: ["rm", "ca.pem"],
    secure: true,
    options: ["--ca-bundle", "ca.pem"],
    answers: [{ status: 503 }],
  });
  expect(finished).toMatchObject({ exitCode: 0, reported: ["Succeeded", "Succeeded"] });
});
