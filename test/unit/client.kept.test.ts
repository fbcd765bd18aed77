import { expect, test } from "@jest/globals";
import { createTrace } from "../../src/io/trace";
import { getDeployment } from "../../src/operations/get-deployment";
import { listDeployments } from "../../src/operations/list-deployments";
import { wire } from "../../src/sdk/json";
import { createSend } from "../../src/sdk/send";
import type { CallRequest, Settings } from "../../src/types";

const settings = {
  region: "us-east-1",
  endpointUrl: "http://127.0.0.1",
  transport: {},
  retries: { mode: "legacy", maxAttempts: 1 },
  userAgent: [],
} as unknown as Settings;
const keys = { accessKeyId: "AKIDENV", secretAccessKey: "secret-env" };
const plain: CallRequest = {
  operation: listDeployments,
  params: {},
  settings,
  credentials: keys,
  trace: createTrace(),
};

/** How many clients are made for calls, one after the other. */
async function clientsFor(requests: readonly CallRequest[]): Promise<number> {
  let count = 0;
  class Client {
    constructor() {
      count++;
    }
    send() {
      return Promise.resolve({ $metadata: {} });
    }
  }
  class Command {
    readonly input = {};
  }
  const send = createSend({ Client, command: () => Command, wire });
  for (const request of requests) expect(await send(request)).toEqual({});
  return count;
}

const kept = { ...plain, kept: {} };

test.each<[string, readonly CallRequest[], number]>([
  ["that leave their connection to one another", [kept, kept, kept], 1],
  ["of two operations", [kept, { ...kept, operation: getDeployment }, kept], 2],
  ["with renewed keys", [kept, { ...kept, credentials: { ...keys } }], 2],
  ["with other settings", [kept, { ...kept, settings: { ...settings } }], 2],
  ["of two runs", [kept, { ...plain, kept: {} }], 2],
  ["with a connection each", [plain, plain], 2],
])("calls %s", async (_, requests, clients) => {
  expect(await clientsFor(requests)).toBe(clients);
});
