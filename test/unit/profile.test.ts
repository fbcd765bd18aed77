import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { isFailure } from "../../src/failure/failure";
import { IniError, parseIni } from "../../src/config-file/ini";
import { readProfile } from "../../src/profile/read";
import { createTrace } from "../../src/io/trace";
import type { Io, Profile } from "../../src/types";

/** The sections of a text, or the fault that it is refused for and its line. */
function parsed(text: string): object | string {
  try {
    return Object.fromEntries(parseIni(text));
  } catch (error) {
    if (!(error instanceof IniError)) throw error;
    return `${error.fault} in line ${error.line}`;
  }
}

test.each<[string, object | string]>([
  ["", {}],
  ["\n \n\t\n", {}],
  ["[a]\nx=1\ny = 2\nz: 3\nq:a=b\n", { a: { x: "1", y: "2", z: "3", q: "a=b" } }],
  ["[a]\r\nx=1\r\n[b]\ry=2\r", { a: { x: "1" }, b: { y: "2" } }],
  ["[a]\nNAME = Value\n", { a: { name: "Value" } }],
  ["[a]\nx =\ny:", { a: { x: "", y: "" } }],
  ['[a]\nx = "q" \n', { a: { x: '"q"' } }],
  ["[a]\nx = 1 # one\ny = 2 ; two\n", { a: { x: "1 # one", y: "2 ; two" } }],
  ["# c\n[a]\n; c\nx=1\n  # c\n  more\n", { a: { x: "1\nmore" } }],
  ["[a]\nx=1\n\n\n  more\n\n\ny=2", { a: { x: "1\n\n\nmore", y: "2" } }],
  ["[a]\n  x = 1\n  y = 2\n    more\n  z = 3", { a: { x: "1", y: "2\nmore", z: "3" } }],
  ["  [a]\n    x = 1", { a: { x: "1" } }],
  ["[a] ; comment\nx=1", { a: { x: "1" } }],
  ["[a] b] c", { "a] b": {} }],
  ["[]]", { "]": {} }],
  ["[ a ]\n[a]", { " a ": {}, a: {} }],
  ["[DEFAULT]\nx=0\ny=0\n[a]\nx=1\n[DEFAULT]\nz=2", { a: { x: "1", y: "0", z: "2" } }],
  ["[a]\ns3 =\n  x = 1\n  y=2=3\n\n  z =\nq=1", { a: { s3: { x: "1", y: "2=3", z: "" }, q: "1" } }],
  ["[a]\ns3 =\n  X = 1\u2028y = 2", { a: { s3: { X: "1", y: "2" } } }],
  ["[a]\n\u00a0x\u3000=\u2003é\u0085", { a: { x: "é" } }],
  ["[__proto__]\nx=1", JSON.parse('{"__proto__":{"x":"1"}}') as object],
  ["[a]\n__proto__=1\nconstructor=2", { a: JSON.parse('{"__proto__":"1","constructor":"2"}') as object }],
  ["x=1", "no-section in line 1"],
  ["\ufeff[a]\nx=1", "no-section in line 1"],
  ["[default\nregion", "no-section in line 1"],
  ["[a]\nx\n", "no-option in line 2"],
  ["[a]\n[]\n", "no-option in line 2"],
  ["[a]\n= 1\n", "no-option in line 2"],
  ["[a]\n[b]\n\n[a]\n", "section-twice in line 4"],
  ["[a]\nx=1\nX=2\n", "option-twice in line 3"],
  ["[DEFAULT]\nx=1\n[DEFAULT]\nx=2\n", "option-twice in line 4"],
  ["[a]\ny=1\ns3 =\n  x = 1\n  two\n", "no-nested-option in line 3"],
])("the configuration file %j is %j", (text, expected) => {
  expect(parsed(text)).toEqual(expected);
});

test("what no name in a file reaches is the prototype of all objects", () => {
  const sections = parseIni("[a]\n__proto__ =\n  polluted = yes\n");
  expect(Object.getPrototypeOf(sections.get("a"))).toBeNull();
  expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
});

/** Reads the two files with a flag and variables; the failure's data where it is refused. */
function read(files: { config?: string | Buffer; credentials?: string }, flag?: string, env: Io["env"] = {}): unknown {
  const folder = mkdtempSync(path.join(tmpdir(), "profile-"));
  const [config, credentials] = ["config", "credentials"].map((name) => path.join(folder, name)) as [string, string];
  if (files.config !== undefined) writeFileSync(config, files.config);
  if (files.credentials !== undefined) writeFileSync(credentials, files.credentials);
  const variables = { AWS_CONFIG_FILE: config, AWS_SHARED_CREDENTIALS_FILE: credentials, ...env };
  try {
    return readProfile(flag, { env: variables, trace: createTrace() });
  } catch (error) {
    if (isFailure(error)) return error.data;
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.each<[string, string | undefined, Io["env"], Partial<Profile>]>([
  ["nothing", undefined, {}, { name: "default", source: "default", exists: true }],
  ["the flag", "f", { AWS_PROFILE: "p", AWS_DEFAULT_PROFILE: "d" }, { name: "f", source: "flag", exists: false }],
  ["an empty flag", "", { AWS_PROFILE: "p" }, { name: "p", source: "environment", exists: false }],
  ["both variables", undefined, { AWS_PROFILE: "p", AWS_DEFAULT_PROFILE: "d" }, { name: "d", source: "environment" }],
  ["an empty variable", undefined, { AWS_PROFILE: "" }, { name: "", source: "environment", exists: false }],
  ["default by name", "default", {}, { name: "default", exists: false }],
])("the profile's name comes from %s", (_, flag, env, expected) => {
  expect(read({}, flag, env)).toMatchObject(expected);
});

test.each<[string, string, object]>([
  ["[profile p]\nx=1", "p", { x: "1" }],
  ['[profile "my prof"]\nx=1', "my prof", { x: "1" }],
  ["[profile my\\ prof]\nx=1", "my prof", { x: "1" }],
  ["[profile 'p']\nx=1", "p", { x: "1" }],
  ["[profilex p]\nx=1", "p", { x: "1" }],
  ["[default]\nx=1\n[profile default]\nx=2", "default", { x: "2" }],
  ["[profile default]\nx=2\n[default]\nx=1", "default", { x: "1" }],
  ["[profile __proto__]\nx=1", "__proto__", { x: "1" }],
])("%j holds the profile %s", (config, name, values) => {
  const profile = read({ config }, name) as Profile;
  expect(profile.exists).toBe(true);
  expect({ ...profile.values }).toEqual(values);
});

test.each<[string, string]>([
  ["[p]\nx=1", "p"],
  ["[profile]\nx=1", "profile"],
  ["[profile a b]\nx=1", "a"],
  ['[profile "a]\nx=1', "a"],
  ["[profile p]", "constructor"],
])("%j holds no profile %s", (config, name) => {
  expect(read({ config }, name)).toMatchObject({ exists: false });
});

test("the credentials file's values stand over the config file's, name by name", () => {
  const config = "[profile p]\nx=1\ny=1\n[sso-session s]\na=1\n[services v]\nsts =\n  b = 2\n";
  const profile = read({ config, credentials: "[p]\ny=2\nz=2\n[profile p]\nx=3" }, "p") as Profile;
  expect({ ...profile.values }).toEqual({ x: "1", y: "2", z: "2" });
  expect(profile.ssoSessions["s"]).toEqual({ a: "1" });
  expect(profile.services["v"]).toEqual({ sts: { b: "2" } });
  expect(Object.keys(profile.credentials)).toEqual(["p", "profile p"]);
});

test.each<[string, string | Buffer, object]>([
  ["no text", Buffer.from([0x5b, 0xff, 0x5d]), { kind: "config-unparsable", fault: "not-utf8" }],
  ["nothing that a parser takes", "[default\nregion", { kind: "config-unparsable", fault: "no-section", line: 1 }],
  ["too much", Buffer.alloc(17 * 1024 * 1024, "#"), { kind: "config-unparsable", fault: "too-large" }],
])("a file that holds %s is refused", (_, config, failure) => {
  expect(read({ config })).toMatchObject(failure);
});

test("a folder in place of a file is no file", () => {
  expect(read({}, undefined, { AWS_CONFIG_FILE: tmpdir() })).toMatchObject({ exists: true, config: {} });
});
