import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createSandbox } from "./docs/sandbox.mjs";
import { draw } from "./picture/draw.mjs";
import { hooks, waiting } from "./picture/sessions.mjs";

/**
 * Makes the pictures of the documentation from real runs against the stand-in service. With --check it changes nothing and
 * exits 1 if a new picture would differ in more than how long something took. With names: those pictures alone.
 */
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const pictures = {
  terminal: { title: "aws-lifecycle-hooks in a terminal", session: hooks },
  waiting: { title: "aws-lifecycle-hooks waits for deployments in a terminal", session: waiting },
};
const words = process.argv.slice(2);
const chosen = words.filter((word) => word in pictures);
const sandbox = await createSandbox(root);
try {
  for (const name of chosen.length > 0 ? chosen : Object.keys(pictures)) await make(name, pictures[name]);
} finally {
  await sandbox.remove();
}

async function make(name, { title, session }) {
  const file = path.join(root, "docs", `${name}.svg`);
  const picture = draw(title, await session(sandbox));
  if (!words.includes("--check")) await writeFile(file, picture);
  else if (timeless(picture) !== timeless(await readFile(file, "utf8"))) {
    console.log(`docs/${name}.svg is not what the program prints now: run \`npm run docs:picture\``);
    process.exitCode = 1;
  }
}

/** A picture without times and without the widths that follow from them. */
function timeless(svg) {
  return svg
    .replace(/ textLength=".*?"/g, "")
    .replace(/after [\d.]+ seconds?/g, "after a while")
    .replace(/>\d+:\d\d /g, ">0:00 ");
}
