import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "@jest/globals";
import { createWorld, type FaultRun, type World } from "../support/faults/fault";
import { runProgram, type Finished } from "../support/program";
import type { TestService } from "../support/service";
import { defaultAnswer } from "../support/defaults";
import type { Answer, Received } from "../../src/stand-in/wire";

const report = "deploy put-lifecycle-event-hook-execution-status --deployment-id d-1 --status Succeeded".split(" ");

/** Secrets with characters that URLs, JSON and XML write in other ways. */
const secret = {
  key: "planted-Secret/Key+1=\"'&<%41",
  token: "planted+Session/Token==",
  password: "planted@pass:word/1",
  bearer: "planted.bearer-token",
  sso: "planted-sso-access",
  client: "planted-sso-client",
  issued: "planted-issued/key+2",
  issuedToken: "planted-issued-token==",
} as const;

const allForms = Object.values(secret).flatMap((text) => [
  text,
  encodeURIComponent(text),
  JSON.stringify(text).slice(1, -1),
  Buffer.from(`user:${text}`).toString("base64"),
]);

/** Where secrets are planted: environment and files of a run against the service. */
type Plant = (service: TestService, deadUrl: string) => Pick<FaultRun, "env" | "files">;

const keys = { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: secret.key };
const profile = (...lines: string[]): string => `[default]\n${lines.join("\n")}\n`;
const role = ["role_arn = arn:aws:iam::123456789012:role/r", "source_profile = base", "[profile base]"];
const fileKeys = [
  "aws_access_key_id = AKIDFILE",
  `aws_secret_access_key = ${secret.key}`,
  `aws_session_token = ${secret.token}`,
];
const printed = JSON.stringify({
  Version: 1,
  AccessKeyId: "AKIDPROC",
  SecretAccessKey: secret.key,
  SessionToken: secret.token,
});
const helper = "tr '\\0' ' ' </proc/$PPID/cmdline >seen; tr '\\0' ' ' </proc/$$/cmdline >>seen; cat out.json";
const sso = profile(
  "sso_session = s",
  "sso_account_id = 123456789012",
  "sso_role_name = r",
  "[sso-session s]",
  "sso_region = us-east-1",
  "sso_start_url = https://x/start",
);
const ssoCache = JSON.stringify({
  startUrl: "https://x/start",
  region: "us-east-1",
  accessToken: secret.sso,
  expiresAt: "2099-01-01T00:00:00Z",
  clientId: "c",
  clientSecret: secret.client,
  refreshToken: secret.client,
});

const places: readonly [string, Plant][] = [
  ["the environment", () => ({ env: { ...keys, AWS_SESSION_TOKEN: secret.token } })],
  ["the credentials file", () => ({ files: { "~/.aws/credentials": profile(...fileKeys) } })],
  ["the config file", () => ({ files: { "~/.aws/config": profile(...fileKeys) } })],
  [
    "a proxy's URL",
    ({ url }) => ({ env: { ...keys, AWS_ENDPOINT_URL: "http://aws.invalid", HTTP_PROXY: withUser(url) } }),
  ],
  ["the URL of a proxy that is gone", (_, dead) => ({ env: { ...keys, HTTP_PROXY: withUser(dead), NO_PROXY: "" } })],
  ["the endpoint's URL", ({ url }) => ({ env: { ...keys, AWS_ENDPOINT_URL: withUser(url) } })],
  [
    "a credential process",
    () => ({ files: { "~/.aws/config": profile(`credential_process = sh -c "${helper}"`), "out.json": printed } }),
  ],
  [
    "a credential process that fails",
    () => ({
      files: { "~/.aws/config": profile(`credential_process = sh -c "cat out.json; exit 1"`), "out.json": printed },
    }),
  ],
  [
    "a credential process that prints no JSON",
    () => ({
      files: { "~/.aws/config": profile("credential_process = cat out.json"), "out.json": printed.slice(0, -1) },
    }),
  ],
  [
    "the SSO cache",
    () => ({
      files: { "~/.aws/config": sso, "~/.aws/sso/cache/a0f1490a20d0211c997b44bc357e1972deab8ae3.json": ssoCache },
    }),
  ],
  [
    "a container's token",
    ({ url }) => ({
      env: { AWS_CONTAINER_CREDENTIALS_FULL_URI: `${url}/ecs/creds`, AWS_CONTAINER_AUTHORIZATION_TOKEN: secret.bearer },
    }),
  ],
  [
    "a web identity token",
    () => ({
      env: { AWS_WEB_IDENTITY_TOKEN_FILE: "token", AWS_ROLE_ARN: "arn:aws:iam::123456789012:role/r" },
      files: { token: secret.bearer },
    }),
  ],
  ["the source of a role", () => ({ files: { "~/.aws/config": profile(...role, ...fileKeys) } })],
];

function withUser(url: string): string {
  return url.replace("://", `://user:${encodeURIComponent(secret.password)}@`);
}

/** The default answers, but all keys that are issued are planted ones. */
function issuing(request: Received): Answer {
  const answer = defaultAnswer(request);
  const body = answer.body.replace(/secret-\w+/g, secret.issued).replace(/tok-\w+/g, secret.issuedToken);
  return { ...answer, body };
}

/** A service that tells all that it was told: headers and body, in an error. */
function echoing(request: Received): Answer {
  const told = `${JSON.stringify(request.headers)} ${request.body.toString()}`;
  return { status: 400, headers: {}, body: JSON.stringify({ __type: "Echo", message: told }) };
}

/** The keys that are issued, in an answer that cannot be read. */
function garbling(request: Received): Answer {
  const answer = issuing(request);
  return { ...answer, body: answer.body.slice(0, -9) };
}

const services: readonly [string, (request: Received) => Answer, readonly string[]][] = [
  ["a service that answers", issuing, ["--debug"]],
  ["a service that tells what it was told", echoing, []],
  ["a service that tells what it was told, debugging", echoing, ["--debug"]],
  ["a service whose answers are cut short, debugging", garbling, ["--debug"]],
];

/** Files below a folder with what they hold, but for those that were planted and the credentials that are kept. */
function filesOf(folder: string, planted: readonly string[]): [string, string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter(
      (file) => !planted.some((name) => file.endsWith(name.replace("~/", ""))) && !file.includes(".aws/cli/cache"),
    )
    .map((file) => [file, readFileSync(file, "latin1")]);
}

async function runWith(world: World, plant: Plant, fallback: (request: Received) => Answer, more: readonly string[]) {
  const service = await world.service([], { fallback });
  const folders = await world.folders();
  const { env, files = {} } = plant(service, "http://127.0.0.1:1");
  const finished = await runProgram({
    argv: [...report, ...more],
    folders,
    files,
    env: {
      AWS_ENDPOINT_URL: service.url,
      AWS_DEFAULT_REGION: "us-east-1",
      AWS_MAX_ATTEMPTS: "1",
      TMPDIR: folders.cwd,
      ...env,
    },
  });
  const root = path.dirname(folders.cwd);
  const left = filesOf(root, Object.keys(files));
  return { finished, left, service, folders };
}

/** The planted secrets that a text tells, in any form, and signatures. */
const told = (text: string): string[] => [
  ...allForms.filter((form) => text.includes(form)),
  ...(text.match(/Signature=[0-9a-f]{8}/) ?? []),
];

describe.each(places)("secrets from %s", (place, plant) => {
  test.concurrent.each(services)("are not told with %s", async (_, fallback, more) => {
    const world = createWorld();
    try {
      const { finished, left } = await runWith(world, plant, fallback, more);
      const { stdout, stderr }: Finished = finished;
      expect({ told: told(stdout + stderr), stderr }).toEqual({ told: [], stderr });
      for (const [file, text] of left) expect({ file, told: told(text) }).toEqual({ file, told: [] });
      const succeeds = fallback === issuing && !/gone|fails|no JSON/.test(place);
      expect(finished.exitCode).toBe(succeeds ? 0 : 255);
    } finally {
      await world.close();
    }
  });
});

test("kept credentials are for their user alone, and whole", async () => {
  const world = createWorld();
  try {
    const [, plant] = places.find(([name]) => name === "the source of a role") ?? [];
    if (!plant) throw new Error("no such place");
    const { folders, finished } = await runWith(world, plant, issuing, []);
    expect(finished).toMatchObject({ exitCode: 0, stderr: "" });
    const cache = path.join(folders.home, ".aws", "cli", "cache");
    expect(existsSync(cache)).toBe(true);
    const [file = "", ...others] = readdirSync(cache);
    expect(others).toEqual([]);
    expect(readFileSync(path.join(cache, file), "utf8")).toContain(secret.issued);
    if (process.platform !== "win32") {
      expect(statSync(cache).mode & 0o777).toBe(0o700);
      expect(statSync(path.join(cache, file)).mode & 0o777).toBe(0o600);
    }
  } finally {
    await world.close();
  }
});
