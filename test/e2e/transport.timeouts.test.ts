import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { afterEach, expect, test } from "@jest/globals";
import { runProgram } from "../support/program";

const ends: (() => unknown)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** A port whose queue of connections is full: nobody takes any, so that a further one waits. */
async function fullPort(): Promise<number> {
  const listen = `require("node:net").createServer().listen({ port: 0, host: "127.0.0.1", backlog: 1 }, function () {
    require("node:fs").writeSync(1, String(this.address().port));
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  })`;
  const child = spawn(process.execPath, ["-e", listen], { stdio: ["ignore", "pipe", "inherit"] });
  ends.push(() => child.kill("SIGKILL"));
  const [port] = (await once(child.stdout, "data")) as [Buffer];
  for (let held = 0; held < 4; held++) {
    const socket = connect(Number(port), "127.0.0.1").on("error", () => undefined);
    ends.push(() => socket.destroy());
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  return Number(port);
}

const onLinux = process.platform === "linux" ? test : test.skip;

onLinux.each([
  [
    "endpoint",
    (port: number) => ({ AWS_ENDPOINT_URL: `http://127.0.0.1:${port}` }),
    "Connect timeout on endpoint URL: ",
  ],
  ["proxy", (port: number) => ({ HTTPS_PROXY: `http://127.0.0.1:${port}` }), "Failed to connect to proxy URL: "],
])("an %s that takes no connection ends the call", async (_, env, message) => {
  const { exitCode, stderr, durationMs } = await runProgram({
    argv: ["deploy", "put-lifecycle-event-hook-execution-status", "--cli-connect-timeout", "1"],
    env: {
      AWS_ACCESS_KEY_ID: "AKIDENV",
      AWS_SECRET_ACCESS_KEY: "secret-env",
      AWS_DEFAULT_REGION: "us-east-1",
      AWS_MAX_ATTEMPTS: "1",
      ...env(await fullPort()),
    },
  });
  expect(exitCode).toBe(255);
  expect(stderr.trim()).toMatch(new RegExp(`^${message}"\\S+"$`));
  expect(durationMs).toBeLessThan(50_000);
});
