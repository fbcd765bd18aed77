import { expect, test } from "@jest/globals";
import { parse } from "../../src/arguments/parse";
import { inWords } from "../../src/failure/describe";

/** What a line asks for, as far as these tests look at it; or its failure in words. */
async function read(line: readonly string[]): Promise<unknown> {
  try {
    const invocation = await parse(line, () => Promise.resolve());
    if (invocation.kind !== "call") return invocation;
    const { values, pages, waiter, globals } = invocation;
    return {
      values,
      ...(pages && { pages }),
      ...(waiter && { waiter }),
      ...(!globals.paginate && { paginate: false }),
    };
  } catch (error) {
    return inWords(error).text;
  }
}

const list = "deploy list-deployments";
const groups = "autoscaling describe-auto-scaling-groups";

test.each<[string, unknown]>([
  /* lists */
  [
    `${list} --include-only-statuses Created Ready`,
    { values: { "include-only-statuses": ["Created", "Ready"] }, pages: {} },
  ],
  [`${list} --include-only-statuses=Created Ready`, "Unknown options: Ready"],
  [`${list} --include-only-statuses`, { values: { "include-only-statuses": [] }, pages: {} }],
  [`${list} --include Created --include Ready`, { values: { "include-only-statuses": ["Ready"] }, pages: {} }],
  [
    "deploy batch-get-deployment-targets --target-ids a --deployment-id d",
    { values: { "deployment-id": "d", "target-ids": ["a"] } },
  ],
  [
    "deploy batch-get-deployment-targets --deployment-id d",
    "aws: error: the following arguments are required: --target-ids",
  ],
  /* pairs of booleans */
  [
    "deploy stop-deployment --deployment-id d --auto-rollback-enabled",
    { values: { "deployment-id": "d", "auto-rollback-enabled": true } },
  ],
  [
    "deploy stop-deployment --deployment-id d --no-auto",
    { values: { "deployment-id": "d", "auto-rollback-enabled": false } },
  ],
  [`${groups} --include-instances --no-include-instances`, { values: { "include-instances": false }, pages: {} }],
  [`${groups} --no-include-instances --include-instances`, { values: { "include-instances": true }, pages: {} }],
  [`${groups} --include-instances=x`, "aws: error: argument --include-instances: ignored explicit argument 'x'"],
  [`${groups} --include-instances x`, "Unknown options: x"],
  /* pages */
  [
    `${groups} --max-items 3 --page-size=2 --starting-token t`,
    { values: {}, pages: { startingToken: "t", pageSize: 2, maxItems: 3 } },
  ],
  [`${groups} --page 1_0`, { values: {}, pages: { pageSize: 10 } }],
  [`${groups} --max-items x`, "aws: error: argument --max-items: invalid int value: 'x'"],
  [`${groups} --max-items 99999999999999999999`, { values: {}, pages: { maxItems: 1e20 } }],
  [`${groups} --max 3`, "aws: error: ambiguous option: --max could match --max-records, --max-items"],
  [`${groups} --no-paginate`, { values: {}, pages: {}, paginate: false }],
  [`${groups} --max-records 5`, { values: { "max-records": "5" }, pages: {}, paginate: false }],
  [`${groups} --next-token t`, { values: { "next-token": "t" }, pages: {}, paginate: false }],
  [
    `${groups} --no-paginate --max-items 1 --starting-token t`,
    "Error during pagination: Cannot specify --no-paginate along with pagination arguments: --starting-token, --max-items",
  ],
  [
    `${groups} --next-token t --page-size 1`,
    "Error during pagination: Cannot specify --no-paginate along with pagination arguments: --page-size",
  ],
  [`${groups} --no-paginate --max-items 1 --bogus`, "Unknown options: --bogus"],
  [`${list} --page-size 1`, "Unknown options: --page-size, 1"],
  ["ecs list-service-deployments --service s --max-items 1", "Unknown options: --max-items, 1"],
  ["ecs list-service-deployments --s s", "aws: error: ambiguous option: --s could match --service, --status"],
  /* waiters */
  [
    "deploy wait deployment-successful --deployment-id d",
    { values: { "deployment-id": "d" }, waiter: "deployment-successful" },
  ],
  ["deploy wait deployment-successful", "aws: error: the following arguments are required: --deployment-id"],
  ["deploy wait", "aws: error: the following arguments are required: subcommand"],
  /* flags that ask for help */
  ["--help", { kind: "help", path: [] }],
  ["-h deploy", { kind: "help", path: [] }],
  ["deploy --help", { kind: "help", path: ["deploy"] }],
  ["--region x deploy -h", { kind: "help", path: ["deploy"] }],
  ["deploy wait --help", { kind: "help", path: ["deploy", "wait"] }],
  [`${groups} --help --max-items x`, { kind: "help", path: ["autoscaling", "describe-auto-scaling-groups"] }],
  ["deploy wait deployment-successful -h", { kind: "help", path: ["deploy", "wait", "deployment-successful"] }],
  ["--region x --help", "aws: error: the following arguments are required: command"],
  [`${groups} --max-items 1 --help`, "Unknown options: --help"],
  [`${groups} --hel`, "Unknown options: --hel"],
  ["deploy get-deployment --deployment-id --help", "aws: error: argument --deployment-id: expected one argument"],
  ["deploy get-deployment --deployment-id -h", "aws: error: argument --deployment-id: expected one argument"],
])("%s", async (line, expected) => {
  expect(await read(line.split(" "))).toEqual(expected);
});
