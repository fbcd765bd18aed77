import { expect, test } from "@jest/globals";
import { createWorld } from "../support/faults/fault";
import { runHook, type HookRun } from "../support/hook";
import { runProgram } from "../support/program";
import { useService } from "../support/use-service";

const service = useService();

const argv = ["deploy", "put-lifecycle-event-hook-execution-status", "--deployment-id", "d-1", "--status", "Succeeded"];
const keys = { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "secret-env", AWS_DEFAULT_REGION: "us-east-1" };

/** The whole message for what is as wrong at every attempt. */
const never: readonly [string, Pick<HookRun, "env" | "options">, string][] = [
  [
    "a proxy that is neither http nor https",
    { env: { HTTP_PROXY: "socks5://user:pw@127.0.0.1:1" } },
    'Failed to connect to proxy URL: "socks5://***:***@127.0.0.1:1": only http and https proxies can be used, not socks5',
  ],
  [
    "a proxy that is no URL",
    { env: { HTTP_PROXY: "http://us:p/w@127.0.0.1:1" } },
    'Failed to connect to proxy URL: "http://***:***@127.0.0.1:1": this cannot be read as a URL',
  ],
  [
    "an id that ends with a line end",
    { options: ["--deployment-id", "d-1\n"] },
    "--deployment-id has a line end in it (\\n)",
  ],
  [
    "an id with a control character",
    { options: ["--lifecycle-event-hook-execution-id", "e\x1b[2J"] },
    "--lifecycle-event-hook-execution-id has a control character in it (\\u001b)",
  ],
  [
    "a key that ends with a line end",
    { env: { AWS_ACCESS_KEY_ID: "AKIDENV\n" } },
    "AWS_ACCESS_KEY_ID cannot be used: it ends with a line end",
  ],
];

test.concurrent.each(never)("with %s the command is not started", async (_, run, message) => {
  const finished = await runHook({ words: ["echo", "RAN"], ...run });
  expect(finished).toMatchObject({ exitCode: 255, stdout: "", reported: [] });
  expect(finished.stderr.trim()).toBe(message);
});

test("what is as wrong at every attempt is not tried again", async () => {
  const env = { ...keys, AWS_ENDPOINT_URL: "https://service.test", HTTPS_PROXY: "socks5://127.0.0.1:1" };
  const { stderr } = await runProgram({ argv: [...argv, "--debug"], env });
  expect(stderr).toContain("no retry after attempt 1 of 5");
  expect(stderr).not.toContain("retry 1 of 4");
});

test("proxies for other schemes are not looked at", async () => {
  const env = { ...keys, AWS_ENDPOINT_URL: service().url, HTTPS_PROXY: "socks5://127.0.0.1:1" };
  expect(await runProgram({ argv, env })).toMatchObject({ exitCode: 0, stderr: "" });
});

test("a proxy that keeps silent has let no call through", async () => {
  const world = createWorld();
  const port = await world.listen(() => undefined);
  const env = {
    ...keys,
    AWS_MAX_ATTEMPTS: "1",
    AWS_LIFECYCLE_HOOKS_ATTEMPT_TIMEOUT: "1",
    AWS_ENDPOINT_URL: "https://service.test",
    HTTPS_PROXY: `http://127.0.0.1:${port}`,
  };
  const { exitCode, stderr } = await runProgram({ argv: [...argv, "--cli-read-timeout", "1"], env });
  await world.close();
  expect(exitCode).toBe(255);
  expect(stderr.trim()).toBe('No complete answer within 1 second from endpoint URL: "https://service.test/".');
});

test.each(["3000000", "1e300"])(
  "a time limit of %s seconds for an attempt is none that has passed",
  async (seconds) => {
    const env = { ...keys, AWS_ENDPOINT_URL: service().url, AWS_LIFECYCLE_HOOKS_ATTEMPT_TIMEOUT: seconds };
    expect(await runProgram({ argv, env })).toMatchObject({ exitCode: 0, stderr: "" });
  },
);

test("no compressed answer is asked for", async () => {
  await runProgram({ argv, env: { ...keys, AWS_ENDPOINT_URL: service().url } });
  expect(service().requests.map(({ headers }) => headers["accept-encoding"])).toEqual(["identity"]);
});

const days = (count: number): string => new Date(Date.now() + count * 86_400_000).toUTCString();

test.each([
  [days(-6), true],
  [days(6), true],
  [days(-8), false],
  [days(8), false],
  ["Thu, 01 Jan 1970 00:00:00 GMT", false],
  ["Tue, 19 Jan 2038 03:14:08 GMT", false],
  ["Sat, 13 Sep 275760 00:00:00 GMT", false],
  ["soon", false],
])("a clock that is said to be %s is followed: %s", async (date, isFollowed) => {
  const body = '{"__type":"RequestExpired","message":"too old"}';
  service().script.push({ status: 400, headers: { date }, body, repeat: true });
  await runProgram({ argv, env: { ...keys, AWS_MAX_ATTEMPTS: "1", AWS_ENDPOINT_URL: service().url } });
  const signed = service().requests.map(({ headers }) => String(headers["x-amz-date"]).slice(0, 8));
  const today = new Date().toISOString().slice(0, 10).replaceAll("-", "");
  const theirs = isFollowed ? new Date(date).toISOString().slice(0, 10).replaceAll("-", "") : [];
  expect(signed).toEqual([today, theirs].flat());
});
