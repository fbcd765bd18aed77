import { expect, test } from "@jest/globals";
import { signedCall } from "../support/signed-call";

const keys = { Version: 1, AccessKeyId: "AKIDPROC", SecretAccessKey: "secret-proc" };

/** The files of a profile whose process is a script of Node with these words after its name. */
function withProcess(script: string, words = ""): Record<string, string> {
  const command = `"${process.execPath}" keys.js ${words}`;
  return { "~/.aws/config": `[default]\ncredential_process = ${command}\n`, "keys.js": script };
}

const print = (value: unknown): string => `console.log(${JSON.stringify(JSON.stringify(value))})`;

test.concurrent.each<[string, object, string | null]>([
  ["keys", keys, null],
  ["keys of a session", { ...keys, SessionToken: "tok", Expiration: "2099-01-01T00:00:00Z", AccountId: "1" }, "tok"],
  ["keys with an empty token", { ...keys, SessionToken: "" }, null],
])("a process prints %s", async (_, printed, token) => {
  const { exitCode, stderr, requests } = await signedCall({ files: withProcess(print(printed)) });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(requests).toMatchObject([{ auth: { akid: "AKIDPROC", valid: true }, token }]);
});

test.concurrent("its words are split as a shell does, but no shell runs them", async () => {
  const script = `if (JSON.stringify(process.argv.slice(2)) === '["a b","$HOME;exit",""]') ${print(keys)}`;
  const { asked } = await signedCall({ files: withProcess(script, `"a b" $HOME;exit ""`) });
  expect(asked).toEqual(["report by AKIDPROC"]);
});

test.concurrent("what it says on standard error is not shown when it succeeds", async () => {
  const { exitCode, stderr } = await signedCall({ files: withProcess(`console.error("warming up");${print(keys)}`) });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
});

const failed = "Error when retrieving credentials from custom-process: ";

test.concurrent.each<[string, string, string]>([
  ["fails", 'console.error("denied");process.exit(3)', "denied"],
  ["fails in silence", "process.exit(3)", "the command ended with exit code 3"],
  ["prints no JSON", 'console.log("secret-proc")', "the command printed something that is not a JSON object"],
  [
    "prints half of it",
    'console.log(\'{"SecretAccessKey":"secret-proc\')',
    "the command printed something that is not a JSON object",
  ],
  ["prints nothing", "", "the command printed something that is not a JSON object"],
  ["prints a string", "console.log('\"secret-proc\"')", "the command printed something that is not a JSON object"],
  [
    "prints another version",
    print({ ...keys, Version: 2 }),
    "Unsupported version '2' for credential process provider, supported versions: 1",
  ],
  [
    "prints no version",
    print({ ...keys, Version: undefined }),
    "Unsupported version '<Version key not provided>' for credential process provider, supported versions: 1",
  ],
  [
    "prints no secret",
    print({ ...keys, SecretAccessKey: undefined }),
    "Missing required key in response: 'SecretAccessKey'",
  ],
  [
    "never stops printing",
    'setInterval(() => console.log("x".repeat(65536)), 0)',
    "the command printed more than 1 MiB",
  ],
])("a process that %s is an error, and shows no secret", async (_, script, problem) => {
  const finished = await signedCall({ files: withProcess(script) });
  expect(finished).toMatchObject({ exitCode: 255, stdout: "", asked: [], message: failed + problem });
});

test.concurrent.each<[string, string, string]>([
  ["does not exist", "nowhere/to-be-found --now", "the command nowhere/to-be-found cannot be started (ENOENT)"],
  ["has an open quote", 'echo "x', "the command of credential_process is empty or has an open quote"],
  ["is empty", "", "the command of credential_process is empty or has an open quote"],
])("a command that %s is an error", async (_, command, problem) => {
  const { exitCode, message } = await signedCall({
    files: { "~/.aws/config": `[default]\ncredential_process=${command}\n` },
  });
  expect({ exitCode, message }).toEqual({ exitCode: 255, message: failed + problem });
});

test.concurrent("keys that have expired do not sign", async () => {
  const files = withProcess(print({ ...keys, Expiration: "2001-01-01T00:00:00Z" }));
  expect(await signedCall({ files })).toMatchObject({
    exitCode: 255,
    asked: [],
    message: "Credentials were refreshed, but the refreshed credentials are still expired.",
  });
});
