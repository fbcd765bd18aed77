import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Audits exactly the packages that are bundled, in their bundled versions, as the bill of materials lists them. */
const { components } = JSON.parse(readFileSync(new URL("../sbom.cdx.json", import.meta.url), "utf8"));
const dependencies = Object.fromEntries(
  components.map(({ group, name, version }, index) => {
    const full = group ? `${group}/${name}` : name;
    return [`bundled-${index}`, `npm:${full}@${version}`];
  }),
);
const folder = mkdtempSync(path.join(tmpdir(), "audit-"));
try {
  writeFileSync(path.join(folder, "package.json"), JSON.stringify({ private: true, dependencies }));
  const npm = (...words) =>
    execFileSync("npm", words, { cwd: folder, stdio: "inherit", shell: process.platform === "win32" });
  npm("install", "--package-lock-only", "--ignore-scripts", "--no-audit");
  npm("audit");
} finally {
  rmSync(folder, { recursive: true, force: true });
}
