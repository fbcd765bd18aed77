import { expect, test } from "@jest/globals";
import type { SeenRequest } from "../support/seen";
import type { Expectation } from "./cases";
import { compare, type Seen } from "./compare";

const request: SeenRequest = {
  scheme: "http",
  method: "GET",
  path: "/",
  contentType: null,
  target: null,
  token: null,
  viaProxy: null,
  proxyAuth: null,
  ecsAuth: null,
  auth: null,
  body: { json: { a: 1, b: 2 } },
  headers: { host: "127.0.0.1" },
};

test.each<[string, Partial<Expectation>, Partial<Seen>, string[]]>([
  ["another exit code", { exit: 2 }, {}, ["exit"]],
  ["a signal instead of an exit code", {}, { exit: "SIGKILL" }, ["exit"]],
  ["nothing said about standard output", {}, { stdout: "x" }, []],
  ["another output", { stdout: "x\n" }, { stdout: "x" }, ["stdout"]],
  ["a pattern", { stdoutPattern: "^a+$" }, { stdout: "aaa" }, []],
  ["a pattern that does not match", { stdoutPattern: "^a+$" }, { stdout: "ab" }, ["stdout"]],
  ["colours", { colored: "x" }, { stdout: "\x1b[31mx\x1b[0m" }, []],
  ["no colours", { colored: "x" }, { stdout: "x" }, ["stdout"]],
  ["a message below usage", { stderr: { is: "aws: error: no" } }, { stderr: "\nusage\naws: error: no\r\n" }, []],
  ["a message with empty lines around", { stderr: { is: "no" } }, { stderr: "\n\nno\n" }, []],
  ["more than the message", { stderr: { is: "no" } }, { stderr: "Warning\nno\n" }, ["stderr"]],
  ["a start", { stderr: { starts: "no" } }, { stderr: "no way" }, []],
  ["another start", { stderr: { starts: "way" } }, { stderr: "no way" }, ["stderr"]],
  ["one part of two", { stderr: { contains: ["no", "sun"] } }, { stderr: "no way" }, ["stderr"]],
  ["some message", { stderr: { nonempty: true } }, { stderr: "no way" }, []],
  ["no message", { stderr: { nonempty: true } }, { stderr: "\n" }, ["stderr"]],
  ["a stack trace", { stderr: { nonempty: true } }, { stderr: "Error\n    at run (/x/main.js:1:2)" }, ["stderr"]],
  ["an unexpected request", { requests: [] }, { requests: [request] }, ["requests"]],
  [
    "members in any order",
    { requests: [{ ...only(request), body: { json: { b: 2, a: 1 } } }] },
    { requests: [request] },
    [],
  ],
  [
    "another value in a body",
    { requests: [{ ...only(request), body: { json: { a: 1 } } }] },
    { requests: [request] },
    ["requests"],
  ],
  [
    "null instead of absent",
    { requests: [{ ...only(request), body: request.body, token: null }] },
    { requests: [request] },
    [],
  ],
])("%s", (_, expected, seen, differing) => {
  const differences = compare({ exit: 0, ...expected }, { exit: 0, stdout: "", stderr: "", requests: [], ...seen });
  expect(differences.map(({ what }) => what)).toEqual(differing);
});

function only({ scheme, method, path }: SeenRequest): Partial<SeenRequest> {
  return { scheme, method, path };
}
