import { expect, test } from "@jest/globals";
import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { runHook, type HookRun } from "../support/hook";
import { createFolders } from "../support/program";
import type { ScriptedAnswer } from "../support/script";

const expired: ScriptedAnswer = {
  status: 400,
  headers: { "content-type": "application/x-amz-json-1.1" },
  body: JSON.stringify({ __type: "ExpiredTokenException", message: "too old" }),
};
const noKeys = { AWS_ACCESS_KEY_ID: null, AWS_SECRET_ACCESS_KEY: null };

/** A credential process that gives these lines of shell, one a call; the last one stays. */
function keysFrom(...calls: string[]): Required<Pick<HookRun, "env" | "files">> {
  const cases = calls.map((line, at) => `${at === calls.length - 1 ? "*" : at}) ${line} ;;`);
  const script = `n=$(cat calls 2>/dev/null || echo 0); echo $((n + 1)) > calls; case $n in\n${cases.join("\n")}\nesac\n`;
  return {
    env: noKeys,
    files: { "~/.aws/config": "[default]\ncredential_process = sh ./keys.sh\n", "keys.sh": script },
  };
}

function keys(id: string, secret: string, seconds?: number): string {
  const date = seconds ? `,"Expiration":"$(node -p 'new Date(Date.now() + ${seconds}000).toISOString()')"` : "";
  return `cat <<END\n{"Version":1,"AccessKeyId":"${id}","SecretAccessKey":"${secret}"${date}}\nEND\n`;
}

const first = keys("AKIDPROC", "secret-proc");
const second = keys("AKIDSTS", "secret-sts");

test.concurrent.each<[string, Partial<HookRun>, string[]]>([
  ["keep", { ...keysFrom(first, second) }, ["AKIDPROC"]],
  ["run out while the command runs", keysFrom(keys("AKIDPROC", "secret-proc", 2), second), ["AKIDSTS"]],
  ["are said to have expired", { ...keysFrom(first, second), answers: [expired] }, ["AKIDPROC", "AKIDSTS"]],
  [
    "cannot be had at once",
    { ...keysFrom(first, "exit 1", "exit 1", second), answers: [expired] },
    ["AKIDPROC", "AKIDSTS"],
  ],
])("of credentials that %s, the good ones sign the report", async (_, run, signedBy) => {
  const finished = await runHook({ words: ["sh", "-c", "sleep 2; exit 3"], ...run });
  expect(finished).toMatchObject({ exitCode: 3, signedBy, left: [] });
  expect(finished.reported.at(-1)).toBe("Failed");
});

const file = (id: string, secret: string) =>
  `[default]\naws_access_key_id = ${id}\naws_secret_access_key = ${secret}\n`;

test.concurrent("keys that were put into the credentials file meanwhile are found", async () => {
  const finished = await runHook({
    words: ["sh", "-c", "cp new ~/.aws/credentials"],
    env: noKeys,
    files: { "~/.aws/credentials": file("AKIDFILE", "secret-file"), new: file("AKIDCONF", "secret-conf") },
    answers: [expired],
  });
  expect(finished).toMatchObject({ exitCode: 0, signedBy: ["AKIDFILE", "AKIDCONF"] });
});

test.concurrent("with the configuration gone, the keys come from where they came from before", async () => {
  const words = ["sh", "-c", "rm -r ~/.aws"];
  const finished = await runHook({ words, ...keysFrom(first, second), answers: [expired] });
  expect(finished).toMatchObject({ exitCode: 0, signedBy: ["AKIDPROC", "AKIDSTS"] });
});

const endsIn = (seconds: number) => ({
  AWS_SESSION_TOKEN: "token",
  AWS_CREDENTIAL_EXPIRATION: new Date(Date.now() + seconds * 1000).toISOString(),
});

test.concurrent("of keys in the environment that end before the command may, a line warns", async () => {
  const finished = await runHook({ words: ["true"], env: endsIn(3000), options: ["--cli-command-timeout", "3000"] });
  expect(finished).toMatchObject({ exitCode: 0, reported: ["Succeeded"] });
  expect(finished.stderr).toMatch(/^aws-lifecycle-hooks: the credentials end at \d+-.*Z and cannot be renewed: .*\n/);
});

test.concurrent("no attempt is made with keys that have ended and cannot be renewed", async () => {
  const finished = await runHook({ words: ["sleep", "9"], env: endsIn(8) });
  expect(finished).toMatchObject({ exitCode: 255, reported: [], left: [] });
  expect(finished.stderr).toMatch(/The report could not be made\. .*expired.*\n.*would have been Succeeded/);
  expect(finished.durationMs).toBeLessThan(60_000);
});

test.concurrent("keys that last long enough are not warned of", async () => {
  const finished = await runHook({ words: ["true"], env: endsIn(7200) });
  expect(finished.stderr).not.toMatch("credentials end");
});

/** Sends signals while credentials are looked for, with pauses in milliseconds between them. */
async function signalWhileAsked(run: Partial<HookRun>, ...steps: (NodeJS.Signals | number)[]) {
  const folders = await createFolders();
  const finished = await runHook({
    words: ["touch", "started"],
    ...run,
    folders,
    during: async ({ child }) => {
      while (!existsSync(path.join(folders.cwd, "calls")) && child.exitCode === null) await sleep(10);
      for (const step of steps) {
        if (typeof step === "number") await sleep(step);
        else child.kill(step);
      }
    },
  });
  const isStarted = existsSync(path.join(folders.cwd, "started"));
  await folders.remove();
  return { ...finished, isStarted };
}

test.concurrent("a signal before the command was started keeps it from being started, and is reported", async () => {
  const finished = await signalWhileAsked(keysFrom(`sleep 1; ${first}`), "SIGTERM", 50, "SIGTERM");
  expect(finished).toMatchObject({ exitCode: 143, reported: ["Failed"], isStarted: false, left: [] });
  expect(finished.line).toBe("aws-lifecycle-hooks: reported Failed: SIGTERM came before touch was started");
});

test.concurrent("a second signal ends the search for credentials", async () => {
  const finished = await signalWhileAsked(keysFrom("sleep 20"), "SIGINT", 1200, "SIGINT");
  expect(finished).toMatchObject({ exitCode: 130, reported: [], isStarted: false });
});
