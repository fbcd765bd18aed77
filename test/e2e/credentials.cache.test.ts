import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { createFolders, type Folders } from "../support/program";
import { signedCall, type Signed } from "../support/signed-call";

const role = "role_arn = arn:aws:iam::123456789012:role/r\nsource_profile = base\n";
const config = `[default]
${role}[profile more]
${role}role_session_name = Zoë
external_id = "x"
duration_seconds = 1800
[profile base]
aws_access_key_id = AKIDFILE
aws_secret_access_key = secret-file
`;

/** The SHA-1 of `{"RoleArn": "arn:aws:iam::123456789012:role/r"}`, which aws-cli names the file by. */
const plain = "6dc9e6e1e186b9f293814df3266de783142c48a2.json";

/** That of `{"DurationSeconds": 1800, "ExternalId": "\"x\"", "RoleArn": "…", "RoleSessionName": "Zo\u00eb"}`. */
const more = "58e12139009e0285233f05121e10678226f0f944.json";

const twoCalls = ["AssumeRole by AKIDFILE", "report by AKIDSTS"];

/** A home with the profiles above, for several runs in a row. */
class Home {
  constructor(private readonly folders: Folders) {}

  get cache(): string {
    return path.join(this.folders.home, ".aws", "cli", "cache");
  }

  call(...flags: string[]): Promise<Signed> {
    return signedCall({ folders: this.folders, flags });
  }

  keep(name: string, text: string): void {
    mkdirSync(this.cache, { recursive: true });
    writeFileSync(path.join(this.cache, name), text);
  }
}

async function atHome(use: (home: Home) => Promise<void>): Promise<void> {
  const folders = await createFolders();
  mkdirSync(path.join(folders.home, ".aws"));
  writeFileSync(path.join(folders.home, ".aws", "config"), config);
  await use(new Home(folders)).finally(folders.remove);
}

/** A file as aws-cli writes it. */
function awsCliFile(expiration: string): string {
  const keys = {
    AccessKeyId: "AKIDROLE2",
    SecretAccessKey: "secret-role2",
    SessionToken: "tok",
    Expiration: expiration,
  };
  const more = { AssumedRoleUser: { Arn: "arn:x" }, ResponseMetadata: { HTTPStatusCode: 200 } };
  return JSON.stringify({ Credentials: keys, ...more });
}

const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

test.concurrent("a role is assumed once for many runs, and kept for their owner alone", () =>
  atHome(async (home) => {
    expect((await home.call()).asked).toEqual(twoCalls);
    expect((await home.call()).asked).toEqual(["report by AKIDSTS"]);
    expect((await home.call("--profile", "more")).asked).toEqual(twoCalls);
    expect(readdirSync(home.cache).sort()).toEqual([more, plain]);
    expect(JSON.parse(readFileSync(path.join(home.cache, plain), "utf8"))).toEqual({
      AssumedRoleUser: { Arn: "arn:aws:sts::123456789012:assumed-role/role/session", AssumedRoleId: "AROA:session" },
      Credentials: {
        AccessKeyId: "AKIDSTS",
        SecretAccessKey: "secret-sts",
        SessionToken: "tok-AKIDSTS",
        Expiration: "2099-01-01T00:00:00Z",
        AccountId: "123456789012",
      },
    });
    if (process.platform === "win32") return;
    expect(statSync(home.cache).mode & 0o777).toBe(0o700);
    expect(statSync(path.join(home.cache, plain)).mode & 0o777).toBe(0o600);
  }),
);

test.concurrent.each<[string, string]>([
  ["has an hour left", inMinutes(60)],
  ["has an hour left, in botocore's other form", inMinutes(60).replace(/\.\d+Z$/, "UTC")],
  ["has more than a quarter of an hour left", inMinutes(16)],
])("a file of aws-cli's that %s is used", (_, expiration) =>
  atHome(async (home) => {
    home.keep(plain, awsCliFile(expiration));
    expect((await home.call()).asked).toEqual(["report by AKIDROLE2"]);
  }),
);

test.concurrent.each<[string, string]>([
  ["has less than a quarter of an hour left", awsCliFile(inMinutes(14))],
  ["has expired", awsCliFile(inMinutes(-1))],
  ["expires at no time", awsCliFile("soon")],
  ["is empty", ""],
  ["was cut short", awsCliFile(inMinutes(60)).slice(0, 80)],
  ["holds no object", "[]"],
  ["holds no credentials", '{"Credentials":{"AccessKeyId":"A"}}'],
  [
    "holds credentials of other types",
    '{"Credentials":{"AccessKeyId":1,"SecretAccessKey":{},"SessionToken":[],"Expiration":0}}',
  ],
])("a file that %s is replaced", (_, text) =>
  atHome(async (home) => {
    home.keep(plain, text);
    const { asked, stderr } = await home.call();
    expect({ asked, stderr }).toEqual({ asked: twoCalls, stderr: "" });
    expect(readFileSync(path.join(home.cache, plain), "utf8")).toContain("AKIDSTS");
  }),
);

test.concurrent("where nothing can be kept the role is assumed each time", () =>
  atHome(async (home) => {
    mkdirSync(path.dirname(home.cache), { recursive: true });
    writeFileSync(home.cache, "a file where the folder should be");
    const { asked, stderr, exitCode } = await home.call();
    expect({ asked, stderr, exitCode }).toEqual({ asked: twoCalls, stderr: "", exitCode: 0 });
  }),
);

test.concurrent("many at once keep one whole file and leave no other", () =>
  atHome(async (home) => {
    const calls = await Promise.all(Array.from({ length: 8 }, () => home.call()));
    expect(calls.map(({ asked }) => asked.at(-1))).toEqual(Array.from({ length: 8 }, () => "report by AKIDSTS"));
    expect(readdirSync(home.cache)).toEqual([plain]);
    expect((await home.call()).asked).toEqual(["report by AKIDSTS"]);
  }),
);
