import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";

/** The files that a build reads; the packages are shared. */
const sources = ["bin", "models", "package-lock.json", "package.json", "scripts", "skeletons", "src", "tsconfig.json"];

/**
 * Builds, in an empty folder, a copy of the project with so many operations: the first ones of the list, or all of them
 * and copies of put-lifecycle-hook. Returns the executable.
 */
export function buildWithOperations(root, folder, count) {
  const inCopy = (file) => path.join(folder, file);
  for (const source of sources) cpSync(path.join(root, source), inCopy(source), { recursive: true });
  symlinkSync(path.join(root, "node_modules"), inCopy("node_modules"), "junction");
  const all = inCopy("src/operations/all.ts");
  const text = readFileSync(all, "utf8");
  const [head, names, tail] = text.split(/(?<=Operation\[\] = \[)([^\]]*)(?=\])/);
  const listed = names.split(",").map((name) => name.trim());
  const kept = mostUsed(listed.filter(Boolean)).slice(0, count);
  const copies = Array.from({ length: count - kept.length }, (_, at) => copyHook(inCopy, at));
  const imports = copies.map(({ name, file }) => `import { ${name} } from "./${file}";\n`).join("");
  writeFileSync(all, `${imports}${head}${[...kept, ...copies.map(({ name }) => name)].join(", ")}${tail}`);
  const { status, stderr } = spawnSync(process.execPath, [inCopy("scripts/build.mjs")], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the build with ${count} operations failed: ${stderr}`);
  return inCopy("bin/aws-lifecycle-hooks.js");
}

/** The two operations that the tool began with come first. */
function mostUsed(names) {
  const first = ["putLifecycleHook", "putLifecycleEventHookExecutionStatus"];
  return [...first, ...names.filter((name) => !first.includes(name))];
}

function copyHook(inCopy, at) {
  const letter = String.fromCharCode(97 + at);
  const [name, file] = [`copy${at}`, `copy-hook-${letter}`];
  const declaration = readFileSync(inCopy("src/operations/put-lifecycle-hook.ts"), "utf8")
    .replace(
      "declare(autoScaling, model,",
      `declare(autoScaling, { ...model, name: "CopyHook${letter.toUpperCase()}" },`,
    )
    .replace("export const putLifecycleHook", `export const ${name}`);
  writeFileSync(inCopy(`src/operations/${file}.ts`), declaration);
  for (const kind of ["input", "output"]) {
    const skeleton = (word) => inCopy(`skeletons/autoscaling/${word}.${kind}.json`);
    cpSync(skeleton("put-lifecycle-hook"), skeleton(file));
  }
  return { name, file };
}
