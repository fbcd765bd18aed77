import { expect, test } from "@jest/globals";
import { createTrace } from "../../src/io/trace";

test.each([
  ["wJalrXUtnFEMI/K7", "key wJalrXUtnFEMI/K7!", "key ****!"],
  ["wJalrXUtnFEMI/K7", "key=wJalrXUtnFEMI%2FK7", "key=****"],
  ["wJalrXUtnFEMI/K7", "key=wJalrXUtnFEMI%2fK7", "key=****"],
  ["p%40ss%20word", "password p@ss word", "password ****"],
  ["it's(it)!", "it%27s%28it%29%21 it's(it)!", "**** ****"],
  ['quo"te\\d', JSON.stringify({ value: 'quo"te\\d' }), '{"value":"****"}'],
  ["100%", "sure to 100%", "sure to ****"],
  ["123456", "code 123456, port 1234567", "code ****, port 1234567"],
  ["test", "the latest test", "the latest ****"],
  [".*+?^${}()|[]\\/", "a .*+?^${}()|[]\\/ b", "a **** b"],
  ["\ud800lonely", "a \ud800lonely b", "a **** b"],
  ["", "nothing", "nothing"],
  [undefined, "nothing", "nothing"],
  [undefined, 'could not reach "http://user:p@ss@proxy:8080/"', 'could not reach "http://user:****@proxy:8080/"'],
  [undefined, 'could not reach "http://***:***@proxy:8080/"', 'could not reach "http://***:***@proxy:8080/"'],
  [undefined, `Credential=A, Signature=${"0f".repeat(32)}`, "Credential=A, Signature=****"],
])("with %j hidden, %j is shown as %j", (secret, text, masked) => {
  const trace = createTrace();
  trace.hide(secret);
  expect(trace.mask(text)).toBe(masked);
});

test("a secret within another one leaves nothing of the longer", () => {
  const trace = createTrace();
  trace.hide("token-12");
  trace.hide("token-1234567890");
  expect(trace.mask("token-1234567890 token-12")).toBe("**** ****");
});

test("lines are logged with the time, masked, and only once enabled", () => {
  const trace = createTrace();
  const lines: string[] = [];
  trace.log("before");
  trace.enable((line) => lines.push(line));
  trace.hide("secret-env");
  trace.log("signed with secret-env");
  expect(lines).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z signed with \*{4}\n$/)]);
});
