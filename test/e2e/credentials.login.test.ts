import { createHash, createPublicKey, generateKeyPairSync, verify, type JsonWebKey } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { createFolders } from "../support/program";
import { signedCall, type SignedCall } from "../support/signed-call";

const session = "arn:aws:iam::123456789012:user/me";
const config = `[default]\nlogin_session = ${session}\n`;
const file = `~/.aws/login/cache/${createHash("sha256").update(session).digest("hex")}.json`;
const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
const dpopKey = privateKey.export({ type: "sec1", format: "pem" }).toString();

const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

/** What `aws login` leaves: credentials with some minutes left. */
function token(minutes: number, members: object = {}): string {
  return JSON.stringify({
    accessToken: {
      accessKeyId: "AKIDFILE",
      secretAccessKey: "secret-file",
      sessionToken: "tok-file",
      accountId: "123456789012",
      expiresAt: inMinutes(minutes),
    },
    tokenType: "aws_sigv4",
    clientId: "arn:aws:signin:::devtools/same-device",
    refreshToken: "refresh-1",
    idToken: "id",
    dpopKey,
    ...members,
  });
}

const renewal = {
  on: "/v1/token",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({
    accessToken: { accessKeyId: "AKIDSSO", secretAccessKey: "secret-sso", sessionToken: "tok-new" },
    tokenType: "aws_sigv4",
    expiresIn: 900,
    refreshToken: "refresh-2",
  }),
};

test.concurrent("the credentials of a stored session sign while they are good", async () => {
  const { asked, requests } = await signedCall({ files: { "~/.aws/config": config, [file]: token(6) } });
  expect(asked).toEqual(["report by AKIDFILE"]);
  expect(requests[0]).toMatchObject({ token: "tok-file" });
});

test.concurrent("what is about to expire is renewed, with a proof of its key, and kept", async () => {
  const folders = await createFolders();
  const run = { folders, files: { "~/.aws/config": config, [file]: token(4) } };
  const { asked, requests } = await signedCall({ ...run, script: [renewal] });
  const kept = JSON.parse(readFileSync(file.replace("~", folders.home), "utf8")) as object;
  await folders.remove();
  expect(asked).toEqual(["POST /v1/token", "report by AKIDSSO"]);
  expect(requests[0]).toMatchObject({
    auth: null,
    body: {
      json: {
        clientId: "arn:aws:signin:::devtools/same-device",
        refreshToken: "refresh-1",
        grantType: "refresh_token",
      },
    },
  });
  expectProof(requests[0]?.headers["dpop"] as string, `http://${requests[0]?.headers["host"] as string}/v1/token`);
  expect(kept).toMatchObject({
    accessToken: {
      accessKeyId: "AKIDSSO",
      secretAccessKey: "secret-sso",
      sessionToken: "tok-new",
      accountId: "123456789012",
    },
    refreshToken: "refresh-2",
    idToken: "id",
    dpopKey,
  });
});

/** A DPoP proof (RFC 9449): signed by the key in its header, for one POST to the URL. */
function expectProof(proof: string, url: string): void {
  const [header = "", claims = "", signature = ""] = proof.split(".");
  const parse = (part: string): object => JSON.parse(Buffer.from(part, "base64url").toString()) as object;
  const { jwk } = parse(header) as { jwk: JsonWebKey };
  expect(parse(header)).toEqual({ typ: "dpop+jwt", alg: "ES256", jwk: publicKey.export({ format: "jwk" }) });
  expect(parse(claims)).toEqual({
    htm: "POST",
    htu: url,
    iat: expect.any(Number),
    jti: expect.stringMatching(/^[\da-f-]{36}$/),
  });
  const key = { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" } as const;
  expect(verify("sha256", Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, "base64url"))).toBe(true);
}

/** The sign-in service's refusal, which says why in a member of its own. */
function refusal(reason: string): NonNullable<SignedCall["script"]> {
  const headers = { "content-type": "application/json", "x-amzn-errortype": "AccessDeniedException" };
  return [{ on: "/v1/token", status: 400, headers, body: JSON.stringify({ error: reason, message: "no" }) }];
}

const loading = "Error loading login session token: ";
const again = "Your session has expired or credentials have changed. Please reauthenticate using 'aws login'.";

test.concurrent.each<[string, string | undefined, SignedCall["script"], string]>([
  [
    "no session",
    undefined,
    [],
    `${loading}Unable to load a existing login session for session ${session}. Please reauthenticate with 'aws login'.`,
  ],
  [
    "half a file",
    token(60).slice(0, 90),
    [],
    `${loading}Unable to load a existing login session for session ${session}. Please reauthenticate with 'aws login'.`,
  ],
  [
    "a file that lacks something",
    token(60, { dpopKey: "", clientId: null }),
    [],
    `${loading}Failed to load access token from token cache, missing required fields: dpopKey, clientId.`,
  ],
  ["a key that is none", token(1, { dpopKey: "a key" }), [], `${loading}Unable to load private key from cached token.`],
  ["a session that has expired", token(1), refusal("TOKEN_EXPIRED"), again],
  ["another password", token(1), refusal("USER_CREDENTIALS_CHANGED"), again],
  [
    "no permission",
    token(1),
    refusal("INSUFFICIENT_PERMISSIONS"),
    "Unable to create or refresh login credentials due to insufficient permissions. You may be missing permission for the 'signin:CreateOAuth2Token' action.",
  ],
  [
    "a refusal without a reason",
    token(1),
    refusal(""),
    "An unspecified error happened when resolving AWS credentials or refreshing a login session profile.",
  ],
  [
    "an answer without credentials",
    token(1),
    [{ ...renewal, body: "{}" }],
    `${loading}Unable to refresh access token due to an invalid service response. Please try running 'aws login' again. If the issue persists, there may be a temporary signin service problem.`,
  ],
])("%s is an error", async (_, text, script, message) => {
  const files = { "~/.aws/config": config, ...(text !== undefined && { [file]: text }) };
  const finished = await signedCall({ files, script: script ?? [] });
  expect(finished).toMatchObject({ exitCode: 255, stdout: "", message });
  expect(finished.asked).not.toContain("report by AKIDFILE");
});
