import { createHash, generateKeyPairSync } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { runHook } from "../support/hook";
import { createFolders, runProgram, type Folders } from "../support/program";
import { defaultAnswer } from "../support/defaults";
import { startService } from "../support/service";
import { signedCall } from "../support/signed-call";
import type { Answer, Received } from "../../src/stand-in/wire";

const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();
const jsonHeaders = { "content-type": "application/json" };
const json = (value: object, status = 200, headers = {}): Answer => ({
  status,
  headers: { ...jsonHeaders, ...headers },
  body: JSON.stringify(value),
});

async function inFolders<Result>(use: (folders: Folders) => Promise<Result>): Promise<Result> {
  const folders = await createFolders();
  return use(folders).finally(folders.remove);
}

/** Puts a file below HOME. */
function put({ home }: Folders, name: string, text: string): string {
  const file = path.join(home, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

const expired = { status: 400, headers: jsonHeaders, body: '{"__type":"ExpiredTokenException","message":"too old"}' };
const noKeys = { AWS_ACCESS_KEY_ID: null, AWS_SECRET_ACCESS_KEY: null };
const roleArn = "arn:aws:iam::123456789012:role/r";

const roles: readonly [string, object, string][] = [
  [
    "another profile",
    {
      env: noKeys,
      files: {
        "~/.aws/config": `[default]\nrole_arn = ${roleArn}\nsource_profile = base\n[profile base]\naws_access_key_id = AKIDFILE\naws_secret_access_key = secret-file\n`,
      },
    },
    "AKIDSTS",
  ],
  [
    "a token file",
    { env: { ...noKeys, AWS_ROLE_ARN: roleArn, AWS_WEB_IDENTITY_TOKEN_FILE: "token" }, files: { token: "a-token" } },
    "AKIDWEB",
  ],
];

test.concurrent.each(roles)(
  "kept credentials of a role with %s that are refused as expired are dropped, and new ones sign",
  (_, run, signer) =>
    inFolders(async (folders) => {
      const keys = {
        AccessKeyId: "AKIDROLE2",
        SecretAccessKey: "secret-role2",
        SessionToken: "tok",
        Expiration: inMinutes(600),
      };
      const name = createHash("sha1").update(`{"RoleArn": "${roleArn}"}`).digest("hex");
      const file = put(folders, `.aws/cli/cache/${name}.json`, JSON.stringify({ Credentials: keys }));
      const finished = await runHook({ words: ["true"], folders, ...run, answers: [expired] });
      expect(finished).toMatchObject({ exitCode: 0, signedBy: ["AKIDROLE2", signer] });
      expect(readFileSync(file, "utf8")).toContain(signer);
    }),
);

test.concurrent("a plain call finds new ones too, once", () =>
  inFolders(async (folders) => {
    const keys = {
      AccessKeyId: "AKIDROLE2",
      SecretAccessKey: "secret-role2",
      SessionToken: "tok",
      Expiration: inMinutes(600),
    };
    const name = createHash("sha1").update(`{"RoleArn": "${roleArn}"}`).digest("hex");
    put(folders, `.aws/cli/cache/${name}.json`, JSON.stringify({ Credentials: keys }));
    const env = { AWS_ROLE_ARN: roleArn, AWS_WEB_IDENTITY_TOKEN_FILE: "token" };
    const call = { folders, env, files: { token: "a-token" } };
    const assumed = "AssumeRoleWithWebIdentity by nobody";
    const { exitCode, asked } = await signedCall({ ...call, script: [expired] });
    expect({ exitCode, asked }).toEqual({ exitCode: 0, asked: ["report by AKIDROLE2", assumed, "report by AKIDWEB"] });
    expect(await signedCall({ ...call, script: [expired, expired] })).toMatchObject({
      exitCode: 255,
      asked: ["report by AKIDWEB", assumed, "report by AKIDWEB"],
      message: expect.stringContaining("(ExpiredTokenException)"),
    });
  }),
);

const argv = ["deploy", "put-lifecycle-event-hook-execution-status", "--deployment-id", "d-1", "--status", "Succeeded"];

/** Several runs at once with one session, against a service that renews it once. */
function runs(folders: Folders, fallback: (request: Received) => Answer) {
  return async (count: number) => {
    const service = await startService([], { fallback });
    const env = { AWS_DEFAULT_REGION: "us-east-1", AWS_ENDPOINT_URL: service.url, AWS_MAX_ATTEMPTS: "1" };
    const all = Array.from({ length: count }, () => runProgram({ argv, folders, env }));
    const finished = await Promise.all(all).finally(service.stop);
    return finished.map(({ exitCode, stderr }) => ({ exitCode, stderr }));
  };
}

const fine = Array.from({ length: 4 }, () => ({ exitCode: 0, stderr: "" }));

test.concurrent("a login session that is due is renewed by one of four runs, and good for all", () =>
  inFolders(async (folders) => {
    const session = "arn:aws:iam::123456789012:user/me";
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    put(folders, ".aws/config", `[default]\nlogin_session = ${session}\n`);
    put(
      folders,
      `.aws/login/cache/${createHash("sha256").update(session).digest("hex")}.json`,
      JSON.stringify({
        accessToken: {
          accessKeyId: "AKIDFILE",
          secretAccessKey: "secret-file",
          sessionToken: "tok-file",
          expiresAt: inMinutes(-1),
        },
        clientId: "c",
        refreshToken: "refresh-1",
        dpopKey: privateKey.export({ type: "sec1", format: "pem" }).toString(),
      }),
    );
    let isUsed = false;
    const finished = await runs(folders, (request) => {
      if (!request.path.startsWith("/v1/token")) return defaultAnswer(request);
      if (isUsed) return json({ error: "TOKEN_EXPIRED" }, 400, { "x-amzn-errortype": "AccessDeniedException" });
      isUsed = true;
      const accessToken = { accessKeyId: "AKIDSSO", secretAccessKey: "secret-sso", sessionToken: "tok-new" };
      return json({ accessToken, tokenType: "aws_sigv4", expiresIn: 900, refreshToken: "refresh-2" });
    })(4);
    expect(finished).toEqual(fine);
  }),
);

const startUrl = "https://example.awsapps.com/start";

function putSsoToken(folders: Folders, accessToken: string, expiresAt: string): void {
  const registration = { clientId: "c", clientSecret: "s", registrationExpiresAt: inMinutes(600) };
  put(
    folders,
    `.aws/sso/cache/${createHash("sha1").update("my").digest("hex")}.json`,
    JSON.stringify({ startUrl, region: "us-east-1", accessToken, expiresAt, refreshToken: "r-1", ...registration }),
  );
}

const sso = `[default]\nsso_session = my\nsso_account_id = 123456789012\nsso_role_name = r\n[sso-session my]\nsso_start_url = ${startUrl}\nsso_region = us-east-1\n`;

test.concurrent("an SSO session that is due is renewed by one of four runs, and good for all", () =>
  inFolders(async (folders) => {
    put(folders, ".aws/config", sso);
    putSsoToken(folders, "old", inMinutes(-1));
    let isUsed = false;
    const finished = await runs(folders, (request) => {
      if (!request.path.startsWith("/token")) return defaultAnswer(request);
      if (isUsed) return json({ error: "invalid_grant" }, 400, { "x-amzn-errortype": "InvalidGrantException" });
      isUsed = true;
      return json({ accessToken: "new", expiresIn: 28_800, refreshToken: "r-2", tokenType: "Bearer" });
    })(4);
    expect(finished).toEqual(fine);
  }),
);

test.concurrent("a token that the portal refuses is given up only if no other has come in its place", () =>
  inFolders(async (folders) => {
    put(folders, ".aws/config", sso);
    putSsoToken(folders, "old", inMinutes(600));
    const finished = await runs(folders, (request) => {
      if (request.headers["x-amz-sso_bearer_token"] !== "old") return defaultAnswer(request);
      putSsoToken(folders, "new", inMinutes(600));
      return json({ message: "no" }, 401, { "x-amzn-errortype": "UnauthorizedException" });
    })(1);
    expect(finished).toEqual(fine.slice(0, 1));
  }),
);
