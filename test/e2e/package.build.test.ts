import { execFile } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import manifest from "../../package.json";
import lock from "../../package-lock.json";
import { runProgram, type Finished } from "../support/program";

/** What package-lock.json says of a package. */
interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
}

const execute = promisify(execFile);
const locked = Object.entries<Locked>(lock.packages);
const onPosix = process.platform === "win32" ? describe.skip : describe;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "build-"));
  await cp("scripts", path.join(folder, "scripts"), { recursive: true });
});

afterEach(() => rm(folder, { recursive: true, force: true }));

function runScript(name: string, ...argv: string[]): Promise<Finished> {
  return runProgram({ program: [process.execPath, path.join(folder, "scripts", name)], argv });
}

async function writeAll(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
}

test("the bill of materials has the hash of every bundled package that npm checks too", async () => {
  const { components } = JSON.parse(await readFile("sbom.cdx.json", "utf8")) as {
    readonly components: readonly { readonly purl: string; readonly hashes: readonly object[] }[];
  };
  for (const { purl, hashes } of components) {
    const named = decodeURIComponent(purl.replace("pkg:npm/", ""));
    const same = locked.find(([key, { version }]) => named === `${key.replace(/^.*node_modules\//, "")}@${version}`);
    const content = Buffer.from(same?.[1].integrity?.replace("sha512-", "") ?? "", "base64").toString("hex");
    expect({ named, hashes }).toEqual({ named, hashes: [{ alg: "SHA-512", content }] });
  }
  expect(components.length).toBeGreaterThan(5);
});

onPosix("the modes of what is published", () => {
  test("are the usual ones, whatever the umask was", async () => {
    const plain = ["package.json", "README.md", "LICENSE", "THIRD_PARTY_LICENSES", "dist/a.js", "skeletons/b/c.json"];
    await writeAll(Object.fromEntries([...plain, "bin/program.js"].map((name) => [name, ""])));
    for (const name of plain) await chmod(path.join(folder, name), 0o600);
    await chmod(path.join(folder, "skeletons/b"), 0o700);
    expect(await runScript("normal-modes.mjs")).toMatchObject({ exitCode: 0, stdout: "", stderr: "" });
    const mode = async (name: string) => ((await stat(path.join(folder, name))).mode & 0o777).toString(8);
    expect(await Promise.all(plain.map(mode))).toEqual(plain.map(() => "644"));
    expect(await Promise.all(["bin/program.js", "skeletons/b"].map(mode))).toEqual(["755", "755"]);
  });

  test("are given to all that package.json publishes", async () => {
    const script = await readFile("scripts/normal-modes.mjs", "utf8");
    for (const name of manifest.files) expect(script).toContain(`"${name.replace(/\/.*/, "")}"`);
  });
});

describe("the notes of a release", () => {
  test("are CHANGELOG.md's chapter of that version", async () => {
    await writeAll({
      "CHANGELOG.md": "# C\n\n## [Unreleased]\n\n## [1.1.0] - 2030-01-02\n\n- New\n\n## [1.0.0]\n\n- Old\n",
    });
    expect(await runScript("release-notes.mjs", "1.1.0")).toMatchObject({ exitCode: 0, stdout: "- New\n" });
    expect(await runScript("release-notes.mjs", "1.0.0")).toMatchObject({ exitCode: 0, stdout: "- Old\n" });
  });

  test.each(["2.0.0", "Unreleased"])("are missed for %s", async (version) => {
    await writeAll({ "CHANGELOG.md": "## [Unreleased]\n\n## [1.0.0]\n\n- Old\n" });
    expect(await runScript("release-notes.mjs", version)).toMatchObject({ exitCode: 1, stdout: "" });
  });
});

describe("npm run check", () => {
  const good = { build: "exit 0" } as Record<string, string>;
  for (const name of Object.keys(manifest.scripts).filter((script) => script.startsWith("check:")))
    good[name] = "exit 0";

  test("says what it does, and ends with 0", async () => {
    await writeAll({ "package.json": JSON.stringify({ scripts: good }) });
    const { exitCode, stdout, stderr } = await runScript("check.mjs");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(/^build…\nbuild: [\d.]+ s\n/);
    for (const name of ["types", "lint", "format", "import cycles", "unused exports"]) {
      expect(stdout).toMatch(new RegExp(`^${name}…\\n[^]*^${name}: [\\d.]+ s$`, "m"));
    }
  });

  test("ends at the first failure, with what it printed", async () => {
    const scripts = {
      ...good,
      "check:lint": "echo seen&& exit 3",
      "check:types": 'node -e "setTimeout(() => {}, 3e5)"',
    };
    await writeAll({ "package.json": JSON.stringify({ scripts }) });
    const { exitCode, stdout, stderr } = await runScript("check.mjs");
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^lint: failed after [\d.]+ s \(npm run check:lint\)\n\nseen\r?\n/);
    expect(stdout).not.toContain("format…");
  });
});

test("without development dependencies nothing is built after an install, and nothing fails", async () => {
  expect(await runScript("prepare.mjs")).toMatchObject({ exitCode: 0, stdout: "", stderr: "" });
});

test("npm shows no warning of scripts that nobody looked at", () => {
  const needed = locked
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([key]) => key.replace(/^.*node_modules\//, ""));
  expect(Object.keys(manifest.allowScripts).sort()).toEqual([...new Set(needed)].sort());
});

test("GitHub's own parser takes every workflow", async () => {
  const check = `
    import { readdirSync } from "node:fs";
    import { schemaChecks } from "./scripts/docs/schemas.mjs";
    for (const name of readdirSync(".github/workflows"))
      console.log(await schemaChecks["github-actions.yml"](".github/workflows/" + name));`;
  const { stdout } = await execute(process.execPath, ["--input-type=module", "--eval", check]);
  expect(stdout.trim()).toBe("");
});
