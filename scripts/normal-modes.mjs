import { chmod, readdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Sets the usual modes of the published files, 0755 for folders and the executable and 0644 for the rest: npm packs a
 * file with the mode that it has, so the package would depend on the umask of whoever packs it.
 */
process.chdir(path.resolve(fileURLToPath(import.meta.url), "..", ".."));
const folders = ["bin", "dist", "skeletons"];
const single = ["package.json", "README.md", "LICENSE", "THIRD_PARTY_LICENSES"];
for (const file of single) await chmod(file, 0o644);
for (const folder of folders) {
  await chmod(folder, 0o755);
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const isOpen = entry.isDirectory() || (folder === "bin" && entry.name.endsWith(".js"));
    await chmod(path.join(entry.parentPath, entry.name), isOpen ? 0o755 : 0o644);
  }
}
