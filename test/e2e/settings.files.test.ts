import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { createFolders } from "../support/program";
import { signedCall, type SignedCall } from "../support/signed-call";

const keys = "aws_access_key_id = AKIDFILE\naws_secret_access_key = secret-file\n";

test.concurrent.each<[string, SignedCall["env"], string]>([
  ["AWS_DEFAULT_REGION", { AWS_DEFAULT_REGION: "eu-west-1", AWS_REGION: "eu-west-3" }, "eu-west-1"],
  ["the profile", { AWS_DEFAULT_REGION: null, AWS_REGION: "eu-west-3" }, "eu-west-2"],
  ["the profile, past an empty variable", { AWS_DEFAULT_REGION: "" }, "eu-west-2"],
])("the region comes from %s", async (_, env, region) => {
  const files = { "~/.aws/credentials": `[default]\n${keys}region = eu-west-2\n` };
  expect((await signedCall({ env: env ?? {}, files })).requests).toMatchObject([{ auth: { region, valid: true } }]);
});

test.concurrent("AWS_REGION is the last resort", async () => {
  const { requests } = await signedCall({
    env: { AWS_DEFAULT_REGION: null, AWS_REGION: "eu-west-3" },
    files: { "~/.aws/credentials": `[default]\n${keys}` },
  });
  expect(requests).toMatchObject([{ auth: { region: "eu-west-3" } }]);
});

test.concurrent.each<[string, SignedCall, string]>([
  [
    "has a line that is nothing",
    { files: { "~/.aws/config": "[default]\nregion\n" } },
    "/.aws/config (line 2: neither a [section] nor name = value)",
  ],
  [
    "is somewhere else and says something twice",
    { env: { AWS_CONFIG_FILE: "~/${NAME}", NAME: "other" }, files: { "~/other": "[default]\na=1\nA=2\n" } },
    "/other (line 3: the option appears twice in its section)",
  ],
])("a file that %s is refused before anything else", async (_, call, where) => {
  const { exitCode, stdout, message, asked } = await signedCall({ ...call, flags: ["--profile", "none"] });
  expect({ exitCode, stdout, asked }).toEqual({ exitCode: 255, stdout: "", asked: [] });
  expect(message).toMatch(/^Unable to parse config file: /);
  expect(message).toContain(path.normalize(where));
});

test.concurrent("files that begin with a byte order mark are read", async () => {
  const { exitCode, stderr, asked, requests } = await signedCall({
    env: { AWS_DEFAULT_REGION: null },
    files: {
      "~/.aws/config": "\ufeff[default]\nregion = eu-west-3\n",
      "~/.aws/credentials": `\ufeff[default]\n${keys}`,
    },
  });
  expect({ exitCode, stderr, asked }).toEqual({ exitCode: 0, stderr: "", asked: ["report by AKIDFILE"] });
  expect(requests).toMatchObject([{ auth: { region: "eu-west-3" } }]);
});

(process.platform === "win32" ? test.skip : test.concurrent)(
  "a pipe in place of a file is not waited for",
  async () => {
    const folders = await createFolders();
    execFileSync("mkfifo", [path.join(folders.home, "pipe")]);
    const env = { AWS_CONFIG_FILE: "~/pipe", AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "secret-env" };
    const { asked } = await signedCall({ folders, env });
    await folders.remove();
    expect(asked).toEqual(["report by AKIDENV"]);
  },
);

test.concurrent("--debug says where the settings came from, and no secret", async () => {
  const { stderr } = await signedCall({
    flags: ["--profile", "p", "--debug"],
    env: { AWS_DEFAULT_REGION: null, HTTPS_PROXY: "http://user:hunter2@127.0.0.1:1" },
    files: { "~/.aws/config": `[profile p]\nregion = eu-west-2\n${keys}` },
  });
  for (const text of [
    "profile p (flag)",
    "region eu-west-2 (profile)",
    "endpoint http://127.0.0.1",
    "access key id AKIDFILE",
  ]) {
    expect(stderr).toContain(text);
  }
  expect(stderr).toContain("http://***:***@127.0.0.1:1");
  expect(stderr).not.toMatch(/secret-file|hunter2/);
});
