import { expect, test } from "@jest/globals";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { runHook } from "../../support/hook";

/** Milliseconds after which a test is taken to hang. */
const patience = 110_000;

test.concurrent(
  "a service that resets every connection for 20 seconds gets the report afterwards",
  async () => {
    const finished = await runHook({
      words: ["sh", "-c", "exit 3"],
      answers: [{ reset: true, repeat: true }],
      timeoutMs: 100_000,
      during: async ({ service, requested }) => {
        await requested();
        await sleep(20_000);
        service.script.length = 0;
      },
    });
    expect(finished.exitCode).toBe(3);
    expect(finished.line).toMatch("reported Failed: sh exited with 3");
    expect(finished.reported.length).toBeGreaterThan(9);
  },
  patience,
);

test.concurrent(
  "a service that accepts connections and is silent for 15 seconds gets the report",
  async () => {
    const finished = await runHook({
      words: ["true"],
      answers: [{ take: () => undefined, repeat: true }],
      timeoutMs: 100_000,
      during: async ({ service, requested }) => {
        await requested();
        await sleep(15_000);
        service.script.length = 0;
      },
    });
    expect(finished).toMatchObject({ exitCode: 0, reported: ["Succeeded", "Succeeded", "Succeeded"] });
  },
  patience,
);

test.concurrent(
  "a service that is not there for good: the tool says what was to be reported, within its 30 seconds",
  async () => {
    const port = await freePort();
    const finished = await runHook({
      words: ["false"],
      options: ["--endpoint-url", `http://127.0.0.1:${port}`],
      timeoutMs: 100_000,
    });
    expect(finished).toMatchObject({ exitCode: 255, stdout: "", reported: [], left: [] });
    expect(finished.stderr).toMatch(
      /The report could not be made\. Could not connect to the endpoint URL.*\nThe report would have been Failed: false exited with 1 after/,
    );
    expect(finished.durationMs).toBeGreaterThan(26_000);
    expect(finished.durationMs).toBeLessThan(80_000);
  },
  patience,
);

/** A port where nothing listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
