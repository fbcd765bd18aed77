import { expect, test } from "@jest/globals";
import { createTrace } from "../../src/io/trace";
import { hideUser, withoutUser } from "../../src/io/url-user";

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
  [undefined, 'could not reach "http://user:p@ss@proxy:8080/"', 'could not reach "http://***:***@proxy:8080/"'],
  [
    undefined,
    "http://token@h http://u:p/w@h http://h:80/a@b http://[::1]:80/a@b",
    `http://***@h http://***:***@h http://h:80/a@b http://[::1]:80/a@b`,
  ],
  [undefined, "a@b and //c@d, http://h/?a@b", "a@b and //c@d, http://h/?a@b"],
  ["token-of-some-length\r\n", "token-of-some-length.", "****."],
  [" short\n", "a short one", "a **** one"],
  ["a\nb", JSON.stringify("x a\nb y"), '"x **** y"'],
  ["abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnop… …klmnopqrstuvwxyz abcdefghijklmno", "****… …**** abcdefghijklmno"],
  ['p<w>&"1234567890123', "p&lt;w&gt;&amp;&quot;1234567890123", "****"],
  ["x".repeat(200_000), `a${"x".repeat(100)}b`, "a****b"],
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

test.each([
  ["http://proxy:3128", "http://proxy:3128"],
  ["proxy:3128", "proxy:3128"],
  ["http://[::1]:3128/a", "http://[::1]:3128/a"],
  ["https://host.test/a@b", "https://host.test/a@b"],
  ["http://127.0.0.1:8080/a@b?c@d", "http://127.0.0.1:8080/a@b?c@d"],
  ["http://host:99999/", "http://host:99999/"],
  ["http:host", "http:host"],
  ["http://user:pw@host/", "http://***:***@host/"],
  ["http://user:s3cr/etPASS@127.0.0.1:1", "http://***:***@127.0.0.1:1"],
  ["user:p/w@h", "***:***@h"],
  ["//user:p/w@h", "//***:***@h"],
  ["http:/user:pw@h", "http:/***:***@h"],
  ["http:user:pw@h", "http:***:***@h"],
  ["http://user:pw", "http://***:***"],
  ["http://user:pw/x", "http://***:***"],
  ["http://user:p@s'w\"o r<d?#@h:1/x", "http://***:***@h:1/x"],
  ["http://CORP/user:pw@h", "http://***:***@h"],
  ["http://CORP\\user:pw@h", "http://***:***@h"],
  ["http://token@h", "http://***@h"],
  ["http://to/ken@h", "http://***@h"],
  ["socks5://user:pw@h", "socks5://***:***@h"],
  [" http://user:pw@h", " http://***:***@h"],
])("%s is shown as %s, and its secrets are hidden", (url, shown) => {
  expect(withoutUser(url)).toBe(shown);
  const trace = createTrace();
  hideUser(url, trace);
  for (const secret of ["s3cr/etPASS", "p/w", "pw", "p@s'w\"o r<d?#", "token", "to/ken"]) {
    if (url.includes(secret)) expect(trace.mask(`said ${secret}.`)).toBe("said ****.");
  }
});

test("what a URL makes of a password is hidden too", () => {
  const trace = createTrace();
  hideUser("http://user:p'w d{e@h", trace);
  expect(trace.mask(new URL("http://user:p'w d{e@h").password)).toBe("****");
});
