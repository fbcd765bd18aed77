import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "@jest/globals";
import { executable, runProgram } from "../support/program";

const folder = mkdtempSync(path.join(tmpdir(), "old-node-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Installs a version of Node from npm; undefined, with the reason on standard error, where that cannot be done. */
function install(version: string): string | undefined {
  const name = `node-${process.platform}-${process.arch}`;
  const prefix = path.join(folder, version);
  const words = ["install", "--prefix", prefix, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"];
  const { status, stderr } = spawnSync("npm", [...words, `${name}@${version}`], { encoding: "utf8", timeout: 120_000 });
  if (status === 0) return path.join(prefix, "node_modules", name, "bin", "node");
  process.stderr.write(`skipped: ${name}@${version} could not be installed: ${stderr}\n`);
  return undefined;
}

test.each(["8.17.0", "10.24.1", "12.22.12", "14.21.3", "16.20.2", "18.20.4"])(
  "Node %s says that it is too old, and nothing else",
  async (version) => {
    const node = install(version);
    if (node === undefined) return;
    expect(await runProgram({ argv: ["--version"], program: [node, executable] })).toMatchObject({
      exitCode: 255,
      stdout: "",
      stderr: `aws-lifecycle-hooks needs Node.js 20 or newer; this is v${version}\n`,
    });
  },
  150_000,
);
