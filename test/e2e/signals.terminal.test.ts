import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, test } from "@jest/globals";
import { createWorld, type World } from "../support/faults/fault";
import { canMakeTerminals, startOnTerminal, type OnTerminal } from "../support/terminal";

const program = [process.execPath, path.resolve("bin", "aws-lifecycle-hooks.js")];

/** Runs something on a terminal, in a world that is gone afterwards. */
async function onTerminal<T>(
  start: (world: World) => Promise<OnTerminal>,
  then: (terminal: OnTerminal) => Promise<T>,
): Promise<T> {
  const world = createWorld();
  try {
    return await then(await start(world));
  } finally {
    await world.close();
  }
}

const mfa = `[default]
role_arn = arn:aws:iam::123456789012:role/r
source_profile = base
mfa_serial = arn:aws:iam::123456789012:mfa/me
[profile base]
aws_access_key_id = AKIDFILE
aws_secret_access_key = secret-file
`;

/** The program at the question for an MFA code. */
async function atPrompt(world: World): Promise<OnTerminal> {
  const [folders, service] = [await world.folders(), await world.service([])];
  await mkdir(path.join(folders.home, ".aws"));
  await writeFile(path.join(folders.home, ".aws", "config"), mfa);
  const env = { AWS_DEFAULT_REGION: "us-east-1", AWS_ENDPOINT_URL: service.url };
  const words = "deploy put-lifecycle-event-hook-execution-status --deployment-id d-1 --debug".split(" ");
  const terminal = await startOnTerminal([...program, ...words], { folders, env });
  await terminal.until("Enter MFA code");
  await wait(100);
  return terminal;
}

/** The program with its help in a pager. */
async function inPager(world: World, pager: string): Promise<OnTerminal> {
  const folders = await world.folders();
  const terminal = await startOnTerminal([...program, "help"], { folders, env: { PAGER: pager } });
  await terminal.until("aws-lifecycle-hooks");
  await wait(300);
  return terminal;
}

const signals = [
  ["SIGHUP", 129],
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const;

(canMakeTerminals ? describe : describe.skip)("on a terminal", () => {
  test.concurrent.each(signals)("%s at the MFA prompt ends with %i and restores the terminal", (signal, code) =>
    onTerminal(atPrompt, async ({ pid, finished }) => {
      const sent = performance.now();
      process.kill(pid, signal);
      expect(await finished).toMatchObject({ exitCode: code, restored: true });
      expect(performance.now() - sent).toBeLessThan(30_000);
    }),
  );

  test.concurrent.each([
    ["Ctrl-C", "\x03", 130],
    ["Ctrl-D", "\x04", 255],
  ])("%s at the MFA prompt ends and restores the terminal", (_, key, code) =>
    onTerminal(atPrompt, async ({ type, finished }) => {
      type(key);
      expect(await finished).toMatchObject({ exitCode: code, restored: true });
    }),
  );

  test.concurrent("the MFA code is asked for, used, and not shown", () =>
    onTerminal(atPrompt, async ({ type, finished }) => {
      type("654321\r");
      const { exitCode, shown, restored } = await finished;
      expect({ exitCode, restored }).toEqual({ exitCode: 0, restored: true });
      expect(shown).not.toContain("654321");
    }),
  );

  test.concurrent.each([
    ["SIGHUP", 129],
    ["SIGTERM", 143],
  ] as const)("%s while less shows the help ends both with %i and restores the terminal", (signal, code) =>
    onTerminal(
      (world) => inPager(world, "less"),
      async ({ pid, finished }) => {
        const sent = performance.now();
        process.kill(pid, signal);
        expect(await finished).toMatchObject({ exitCode: code, restored: true });
        expect(performance.now() - sent).toBeLessThan(30_000);
      },
    ),
  );

  test.concurrent("Ctrl-C is less's own, and q ends it well", () =>
    onTerminal(
      (world) => inPager(world, "less"),
      async ({ type, finished }) => {
        type("\x03");
        await wait(200);
        type("q");
        expect(await finished).toMatchObject({ exitCode: 0, restored: true });
      },
    ),
  );

  test.concurrent("Ctrl-C that ends the pager ends the run with 130", () =>
    onTerminal(
      (world) => inPager(world, "sh -c 'cat; exec sleep 60'"),
      async ({ type, finished }) => {
        type("\x03");
        expect(await finished).toMatchObject({ exitCode: 130, restored: true });
      },
    ),
  );
});
