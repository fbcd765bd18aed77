import { readFile } from "node:fs/promises";

/** Prints CHANGELOG.md's chapter of one version, for the release's page: `node scripts/release-notes.mjs 1.2.3`. */
const [version = ""] = process.argv.slice(2);
const changelog = await readFile(new URL("../CHANGELOG.md", import.meta.url), "utf8");
const chapter = changelog.split(/^## /m).find((text) => text.startsWith(`[${version}]`));
const notes = chapter?.split("\n").slice(1).join("\n").trim();
if (notes) console.log(notes);
else {
  console.error(`CHANGELOG.md says nothing of version "${version}".`);
  process.exitCode = 1;
}
