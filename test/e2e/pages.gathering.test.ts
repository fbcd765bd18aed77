import { afterAll, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { runProgram, type Finished } from "../support/program";
import { startService, type TestService } from "../support/service";

let service: TestService;

beforeAll(async () => {
  service = await startService();
});
beforeEach(() => {
  service.script.length = 0;
  service.requests.length = 0;
});
afterAll(() => service.stop());

const env = { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "secret-env", AWS_DEFAULT_REGION: "us-east-1" };
const headers = { "content-type": "application/x-amz-json-1.1" };
const page = (deployments: readonly string[], nextToken?: string): void => {
  service.script.push({ status: 200, headers, body: JSON.stringify({ deployments, nextToken }) });
};
const list = (...words: readonly string[]): Promise<Finished> =>
  runProgram({ argv: ["deploy", "list-deployments", ...words], env: { ...env, AWS_ENDPOINT_URL: service.url } });
const inputs = (): readonly unknown[] => service.requests.map(({ body }) => (body as { json: unknown }).json);
const token = (members: object): string =>
  Buffer.from(JSON.stringify(members).replaceAll(":", ": ").replaceAll(",", ", ")).toString("base64");

test("a token goes on where --max-items stopped, to the end and without a gap", async () => {
  const seen: string[] = [];
  let next: string | undefined;
  for (let round = 0; round < 5; round++) {
    const at = next === undefined ? [] : ["--starting-token", next];
    const from =
      next === undefined
        ? undefined
        : (JSON.parse(Buffer.from(next, "base64").toString()) as { nextToken: string | null });
    if (from?.nextToken !== "n1") page(["a", "b", "c"], "n1");
    page(["d", "e"]);
    const { stdout } = await list("--max-items", "2", ...at);
    const answer = JSON.parse(stdout) as { deployments: string[]; NextToken?: string };
    seen.push(...answer.deployments);
    next = answer.NextToken;
    service.script.length = 0;
    if (next === undefined) break;
  }
  expect(seen).toEqual(["a", "b", "c", "d", "e"]);
});

test("--max-items that ends with a page gives the service's own token", async () => {
  page(["a", "b"], "n1");
  const { stdout } = await list("--max-items", "2");
  expect(JSON.parse(stdout)).toEqual({ deployments: ["a", "b"], NextToken: token({ nextToken: "n1" }) });
});

test("the same token twice is an error, after the pages that text has shown", async () => {
  for (let at = 0; at < 3; at++) page([`d-${at}`], "again");
  const { exitCode, stdout, stderr } = await list("--output", "text");
  expect({ exitCode, stdout }).toEqual({ exitCode: 255, stdout: "DEPLOYMENTS\td-0\nDEPLOYMENTS\td-1\n" });
  expect(stderr).toBe("\nError during pagination: The same next token was received twice: {'nextToken': 'again'}\n");
});

test("text shows the pages before one that fails, JSON nothing", async () => {
  const fail = (): void => {
    page(["d-1"], "n1");
    service.script.push({ status: 400, headers, body: JSON.stringify({ __type: "X", message: "no" }) });
  };
  fail();
  expect(await list("--output", "text")).toMatchObject({ exitCode: 255, stdout: "DEPLOYMENTS\td-1\n" });
  fail();
  expect(await list()).toMatchObject({ exitCode: 255, stdout: "" });
});

const starts: readonly (readonly [text: string, input: object, shown: readonly string[]])[] = [
  [token({ nextToken: "n1" }), { nextToken: "n1" }, ["a", "b"]],
  [token({ nextToken: null, boto_truncate_amount: 1 }), {}, ["b"]],
  ["plain", { nextToken: "plain" }, ["a", "b"]],
  ["plain___1", { nextToken: "plain" }, ["b"]],
  ["None___1", {}, ["b"]],
];

test.each(starts)("--starting-token %s", async (text, input, shown) => {
  page(["a", "b"]);
  const { stdout } = await list("--starting-token", text);
  expect(JSON.parse(stdout)).toEqual({ deployments: shown });
  expect(inputs()).toEqual([input]);
});

test.each([
  ["a___b___c", "Bad starting token: a___b___c"],
  [Buffer.from("12").toString("base64"), "Bad starting token: MTI="],
  [token({ foo: "n1" }), 'Parameter validation failed:\nUnknown parameter in input: "foo", must be one of: '],
  [token({ nextToken: 5 }), "Parameter validation failed:\nInvalid type for parameter nextToken, value: 5"],
])("--starting-token %s is refused before anything is sent", async (text, message) => {
  const { exitCode, stderr } = await list("--starting-token", text);
  expect(exitCode).toBe(255);
  expect(stderr.startsWith(`\n${message}`)).toBe(true);
  expect(service.requests).toEqual([]);
});

test("numbers and times keep their form, in every format and through a query", async () => {
  const body =
    '{"deploymentInfo":{"createTime":1.73223E9,"deploymentOverview":{"Failed":5.0,"Pending":12345678901234567890}}}';
  const shown: readonly (readonly [words: readonly string[], stdout: string])[] = [
    [["--query", "deploymentInfo.createTime"], "1732230000.0\n"],
    [
      ["--query", "deploymentInfo.deploymentOverview.[Failed, Pending]", "--output", "text"],
      "5.0\t12345678901234567890\n",
    ],
    [["--query", "deploymentInfo.deploymentOverview.max([Failed, Pending])"], "12345678901234567890\n"],
    [["--output", "text"], "DEPLOYMENTINFO\t1732230000.0\nDEPLOYMENTOVERVIEW\t5.0\t12345678901234567890\n"],
  ];
  for (const [words, stdout] of shown) {
    service.script.push({ status: 200, headers, body });
    const argv = ["deploy", "get-deployment", "--deployment-id", "d", ...words];
    expect(await runProgram({ argv, env: { ...env, AWS_ENDPOINT_URL: service.url } })).toMatchObject({ stdout });
  }
});

test("a form of times that does not exist is refused", async () => {
  const files = { "~/.aws/config": "[default]\ncli_timestamp_format = unix\n" };
  const argv = ["deploy", "list-deployments"];
  const { exitCode, stderr } = await runProgram({ argv, env: { ...env, AWS_ENDPOINT_URL: service.url }, files });
  expect({ exitCode, stderr }).toEqual({
    exitCode: 255,
    stderr: '\nUnknown cli_timestamp_format value: unix, valid values are "none", "wire" or "iso8601"\n',
  });
});
