import { expect, test } from "@jest/globals";
import { callTime, nextDeadline, now } from "../../src/lambda/deadline";
import { readEvent } from "../../src/lambda/events";
import { writeLine } from "../../src/lambda/log";
import { createTrace } from "../../src/io/trace";
import {
  bridgedEvent,
  codeDeployEvent,
  ecsEvent,
  inSns,
  inSqs,
  lifecycleMessage,
  snsEnvelope,
  testNotification,
} from "../support/lambda-events";

test.each<[string, unknown, string[]]>([
  ["CodeDeploy's", codeDeployEvent, ["codedeploy"]],
  ["ECS's", ecsEvent, ["ecs"]],
  ["EventBridge's", bridgedEvent(), ["autoscaling"]],
  [
    "EventBridge's launch",
    { ...bridgedEvent(), "detail-type": "EC2 Instance-launch Lifecycle Action" },
    ["autoscaling"],
  ],
  ["Auto Scaling's own", lifecycleMessage(), ["autoscaling"]],
  ["SNS's", inSns(lifecycleMessage(), bridgedEvent()), ["autoscaling", "autoscaling"]],
  ["SQS's", inSqs(testNotification, snsEnvelope(lifecycleMessage())), ["test", "autoscaling"]],
  ["SQS's with SNS's test", inSqs(snsEnvelope(testNotification)), ["test"]],
  ["one record that is none", inSqs("{", lifecycleMessage()), ["unreadable", "autoscaling"]],
  ["another detail-type", { ...bridgedEvent(), "detail-type": "x" }, ["unreadable"]],
  ["CodeDeploy's through SQS", inSqs(codeDeployEvent), ["unreadable"]],
  ["ECS's without details", { ...ecsEvent, executionDetails: undefined }, ["unreadable"]],
  ["a number", 7, ["unreadable"]],
  ["a list", [codeDeployEvent], ["unreadable"]],
])("%s event is read", (_, event, kinds) => {
  expect(readEvent(event).map((one) => (one.kind === "hook" ? one.hook.kind : one.kind))).toEqual(kinds);
});

test.each([
  ["15 minutes", 900_000, 1, 870_000, 900_000],
  ["90 seconds", 90_000, 1, 60_000, 90_000],
  ["3 seconds", 3000, 1, 2000, 3000],
  ["a share of 15 minutes", 900_000, 3, 270_000, 300_000],
  ["no time at all", -5, 1, 0, 0],
])("of %s a reserve of 30 s is kept, or a third", (_, time, hooks, work, end) => {
  const start = now();
  const deadline = nextDeadline(start + time, hooks);
  expect(Math.abs(deadline.work - start - work)).toBeLessThan(1000);
  expect(Math.abs(deadline.end - start - end)).toBeLessThan(1000);
  expect(callTime({ work: start, end: start + 3_600_000 })).toBe(30_000);
});

test.each([
  ["JSON", (text: string) => JSON.parse(text) as unknown],
  ["json", (text: string) => JSON.parse(text) as unknown],
  ["Text", (text: string) => text],
])("the line of an invocation is one line, without secrets: %s", (format, read) => {
  let written = "";
  const trace = createTrace();
  trace.hide("a-secret-that-is-long");
  const write = (text: string): void => {
    written += text;
  };
  const sink = { isTTY: false, columns: undefined, write, writeStyled: write, redraw: write };
  const io = { env: { AWS_LAMBDA_LOG_FORMAT: format }, out: sink, err: sink, trace };
  writeLine([{ level: "WARN", text: "one\ntwo a-secret-that-is-long", hook: undefined }], "r-1", io);
  expect(written).toMatch(/^[^\n]*one two \*\*\*\*[^\n]*\n$/);
  expect(JSON.stringify(read(written))).toMatch("r-1");
});
