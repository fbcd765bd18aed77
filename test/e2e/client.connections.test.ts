import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { runProgram } from "../support/program";

let server: Server;
let respond: (request: IncomingMessage, response: ServerResponse) => void;
/** How many requests each connection has brought, in the order in which the connections came. */
let seen: number[];
let kept: (string | undefined)[];
let answered: number;

beforeEach(async () => {
  seen = [];
  kept = [];
  answered = 0;
  const numbers = new Map<Socket, number>();
  server = createServer((request, response) => {
    const at = numbers.get(request.socket) ?? seen.push(0) - 1;
    numbers.set(request.socket, at);
    seen[at] = (seen[at] ?? 0) + 1;
    kept.push(request.headers.connection);
    request.resume().once("end", () => {
      respond(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

function run(argv: readonly string[]) {
  const { port } = server.address() as AddressInfo;
  const keys = { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "secret-env", AWS_DEFAULT_REGION: "us-east-1" };
  const env = { ...keys, AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`, AWS_MAX_ATTEMPTS: "1" };
  return runProgram({ argv, env });
}

/** Answers the pages of a list, three in all. */
function page(response: ServerResponse): void {
  const number = ++answered;
  const body = { deployments: [`d-${number}`], ...(number < 3 && { nextToken: `t${number}` }) };
  response.setHeader("content-type", "application/x-amz-json-1.1");
  response.end(JSON.stringify(body));
}

const list = ["deploy", "list-deployments", "--query", "length(deployments)"];

test("pages share a connection", async () => {
  respond = (_, response) => {
    page(response);
  };
  expect(await run(list)).toMatchObject({ exitCode: 0, stdout: "3\n", stderr: "" });
  expect(seen).toEqual([3]);
  expect(kept).toEqual(["keep-alive", "keep-alive", "keep-alive"]);
});

test("a kept connection that is closed when it is used again is no attempt", async () => {
  respond = (request, response) => {
    if (seen[0] === 2 && seen.length === 1) request.socket.destroy();
    else page(response);
  };
  expect(await run(list)).toMatchObject({ exitCode: 0, stdout: "3\n", stderr: "" });
  expect(seen).toEqual([2, 1, 1]);
});

test("a new connection that is closed without an answer is one", async () => {
  respond = (request) => {
    request.socket.destroy();
  };
  const { exitCode, stderr } = await run(list);
  expect(exitCode).toBe(255);
  expect(stderr).toContain("Connection was closed before we received a valid response from endpoint URL");
  expect(seen).toEqual([1]);
});

test("a single call leaves no connection open", async () => {
  respond = (_, response) => {
    page(response);
  };
  await run(["deploy", "list-deployments", "--no-paginate"]);
  expect(kept).toEqual(["close"]);
});
