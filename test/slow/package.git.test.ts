import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "@jest/globals";

const execute = promisify(execFile);

/** npm installs the development dependencies for the build: from its cache, or from the registry for what is not there. */
test("npm installs the package from a git address, built", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "git-install-"));
  const clone = path.join(folder, "clone");
  const project = { cwd: folder };
  try {
    await execute("git", ["clone", "--quiet", process.cwd(), clone]);
    await writeFile(path.join(folder, "package.json"), "{}");
    const address = `git+${pathToFileURL(clone).href}`;
    const { stderr } = await execute(
      "npm",
      ["install", "--prefer-offline", "--no-audit", "--no-fund", address],
      project,
    );
    expect(stderr).toBe("");
    const { stdout } = await execute("node_modules/.bin/aws-lifecycle-hooks", ["--version"], project);
    expect(stdout).toMatch(/^aws-lifecycle-hooks\/\d/);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
