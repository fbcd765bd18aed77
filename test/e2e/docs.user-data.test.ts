import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "@jest/globals";
import { createFolders, runProgram } from "../support/program";

/** The instance's own programs, as far as the script asks them: each notes its call. */
const dnf = 'echo "dnf $*" >> calls';
const npx = 'echo "npx $1 $2" >> calls';
const curl = "echo eu-west-1";

/** A `node` that runs the script's own question as a version which is `said` once there is such a file. */
const node = (version: string) => `
version=$(cat active 2> /dev/null || echo ${version})
exec "${process.execPath}" -e "Object.defineProperty(process, 'versions', { value: { node: '$version' } }); $2"`;
const alternatives = 'echo "alternatives $*" >> calls; echo 22.1.0 > active';

/** What the script calls on an instance with these programs. */
async function calls(programs: Readonly<Record<string, string>>): Promise<string[]> {
  const folders = await createFolders();
  const bin = path.join(folders.cwd, "programs");
  mkdirSync(bin);
  for (const [name, text] of Object.entries(programs))
    writeFileSync(path.join(bin, name), `#!/bin/sh\n${text}\n`, { mode: 0o755 });
  const script = path.resolve("docs/pipelines/ec2-user-data.sh");
  const env = { PATH: `${bin}:/usr/bin:/bin` };
  try {
    expect(await runProgram({ argv: [script], program: ["/bin/bash"], folders, env })).toMatchObject({ exitCode: 0 });
    return readFileSync(path.join(folders.cwd, "calls"), "utf8").trim().split("\n");
  } finally {
    await folders.remove();
  }
}

const tool = "npx --yes aws-lifecycle-hooks@1.0.0";
const install = "dnf install -y nodejs22 nodejs22-npm";

(process.platform === "win32" ? describe.skip : describe)("the user data looks at the Node.js that it finds", () => {
  test.each([
    ["is new enough", "20.1.0", dnf, [tool]],
    ["is too old and gives way", "18.20.4", `${dnf}; echo 22.1.0 > active`, [install, tool]],
    ["is too old and stays", "18.20.4", dnf, [install, "alternatives --set node /usr/bin/node-22", tool]],
  ])("one that %s", async (_, version, install, expected) => {
    expect(await calls({ node: node(version), dnf: install, npx, curl, alternatives })).toEqual(expected);
  });
});
