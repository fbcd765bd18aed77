import { chmod, mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "@jest/globals";
import { createFolders, executable, runProgram, type Folders } from "../support/program";
import { canMakeTerminals, startOnTerminal } from "../support/terminal";
import { startService } from "../support/service";
import type { ScriptedAnswer } from "../support/script";

const words = "autoscaling put-lifecycle-hook --lifecycle-hook-name h --auto-scaling-group-name g".split(" ");
const keys = { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "secret-env", AWS_DEFAULT_REGION: "us-east-1" };
const region = { AWS_DEFAULT_REGION: "us-east-1", AWS_EC2_METADATA_DISABLED: "true" };

const missing = 'You must specify a region. You can also configure your region by running "aws configure".\n';
const none = 'Unable to locate credentials. You can configure credentials by running "aws configure".\n';
const useKeys = "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or use --profile.\n";
const noProfile = (name: string): string => `\nThe config profile (${name}) could not be found\n`;

interface Situation {
  readonly env: Record<string, string>;
  readonly flags?: readonly string[];
  readonly config?: string;
}

/** What is said anywhere, and the lines that follow on a terminal. */
const situations: readonly [string, Situation, string, string][] = [
  ["no region", { env: {} }, missing, "Set AWS_DEFAULT_REGION, or use --region.\n"],
  ["no credentials", { env: region }, none, useKeys],
  [
    "a file without its scheme",
    { env: { ...keys, ...region }, flags: ["--cli-input-json", "./hook.json"] },
    "\nError parsing parameter 'cli-input-json': Invalid JSON: Expecting value: line 1 column 1 (char 0)\nJSON received: ./hook.json\n",
    "To read a file, type file://./hook.json\n",
  ],
  [
    "an empty AWS_PROFILE",
    { env: { ...keys, AWS_PROFILE: "" } },
    noProfile(""),
    "AWS_PROFILE is set and empty: unset it, or name a profile.\n",
  ],
  [
    "an empty AWS_DEFAULT_PROFILE beside another",
    { env: { ...keys, AWS_DEFAULT_PROFILE: "", AWS_PROFILE: "p" } },
    noProfile(""),
    "AWS_DEFAULT_PROFILE is set and empty: unset it, or name a profile.\n",
  ],
  [
    "a section without the word profile",
    { env: keys, flags: ["--profile", "docgen"], config: "[docgen]\nregion = eu-west-1\n" },
    noProfile("docgen"),
    "The config file has a section [docgen]: call it [profile docgen].\n",
  ],
  ["a profile that is nowhere", { env: keys, flags: ["--profile", "p"] }, noProfile("p"), ""],
];

async function prepare({ config }: Situation): Promise<Folders> {
  const folders = await createFolders();
  await mkdir(path.join(folders.home, ".aws"));
  if (config !== undefined) await writeFile(path.join(folders.home, ".aws", "config"), config);
  return folders;
}

async function onTerminal(situation: Situation, folders: Folders, as: readonly string[] = []): Promise<string> {
  const command = [...as, process.execPath, executable, ...words, ...(situation.flags ?? [])];
  const terminal = await startOnTerminal(command, { folders, env: situation.env });
  const { shown } = await terminal.finished;
  return shown.replaceAll("\r\n", "\n");
}

describe.each(situations)("with %s", (_, situation, text, hint) => {
  (canMakeTerminals ? test : test.skip)("a terminal shows what to do", async () => {
    const folders = await prepare(situation);
    const shown = await onTerminal(situation, folders).finally(folders.remove);
    expect(shown).toBe(text + hint);
  });

  test("a pipe gets aws-cli's words alone", async () => {
    const folders = await prepare(situation);
    const argv = [...words, ...(situation.flags ?? [])];
    const { stderr } = await runProgram({ argv, env: situation.env, folders }).finally(folders.remove);
    expect(stderr).toBe(text);
  });
});

const other = process.getuid?.() === 0 ? ["setpriv", "--reuid", "65534", "--clear-groups"] : [];

(canMakeTerminals ? describe : describe.skip)("on a terminal", () => {
  test("a credentials file that may not be read is named", async () => {
    const folders = await prepare({ env: {}, config: "[default]\n" });
    const file = path.join(folders.home, ".aws", "credentials");
    await writeFile(file, "[default]\n");
    for (const folder of [path.dirname(folders.home), folders.home, path.dirname(file)]) await chmod(folder, 0o755);
    await chmod(file, 0o000);
    const shown = await onTerminal({ env: region }, folders, other).finally(folders.remove);
    expect(shown).toBe(`${none}${useKeys}${file} may not be read by this user.\n`);
  });

  test.each<[string, ScriptedAnswer, string]>([
    ["has no role", { on: "/latest/meta-data", status: 404, repeat: true }, "has no credentials (status 404)"],
    [
      "gives no session token",
      { on: "/latest/meta-data", status: 401, repeat: true },
      "gave no session token: to a container it gives one with a hop limit of 2 or more",
    ],
    ["does not answer", { on: "/latest", close: true, repeat: true }, "did not answer"],
    ["answers something else", { on: "/latest/meta-data", body: "<html>", repeat: true }, "has no credentials"],
  ])("an instance that %s is told of", async (_, answer, reason) => {
    const service = await startService([answer]);
    const folders = await prepare({ env: {} });
    const env = { AWS_DEFAULT_REGION: "us-east-1", AWS_EC2_METADATA_SERVICE_ENDPOINT: service.url };
    const shown = await onTerminal({ env }, folders).finally(() => Promise.all([folders.remove(), service.stop()]));
    expect(shown).toBe(`${none}${useKeys}The instance metadata service at ${service.url} ${reason}.\n`);
  });

  test("white space around a key is told of before the service refuses it", async () => {
    const service = await startService([]);
    const folders = await prepare({ env: {} });
    const env = { ...keys, AWS_ACCESS_KEY_ID: "AKIDENV ", AWS_ENDPOINT_URL: service.url };
    const shown = await onTerminal({ env }, folders).finally(() => Promise.all([folders.remove(), service.stop()]));
    expect(shown).toBe("aws-lifecycle-hooks: AWS_ACCESS_KEY_ID begins or ends with white space.\n");
  });
});
