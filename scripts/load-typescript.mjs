import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";

/** @type {import("esbuild").BuildOptions & { write: false }} */
const asScript = { bundle: true, platform: "node", target: "node20", format: "cjs", write: false, logLevel: "error" };

/** A TypeScript file and everything that it imports, except packages, as one script. */
export async function compileTypeScript(entry) {
  const { outputFiles } = await build({ ...asScript, entryPoints: [entry], packages: "external" });
  return outputFiles[0].text;
}

/** Loads the exports of a TypeScript file. */
export async function loadTypeScript(entry) {
  return evaluate(await compileTypeScript(entry), path.resolve(entry));
}

/**
 * Loads the exports of lines of TypeScript that import from `folder`, with packages bundled too: for packages that Node
 * cannot load unchanged.
 */
export async function loadBundled(contents, folder) {
  const { outputFiles } = await build({ ...asScript, stdin: { contents, resolveDir: folder, loader: "ts" } });
  return evaluate(outputFiles[0].text, path.join(folder, "bundled.js"));
}

/** @returns {any} what a CommonJS script exports, with the packages that `file` would find */
function evaluate(code, file) {
  const module = { exports: {} };
  new Function("module", "exports", "require", code)(module, module.exports, createRequire(file));
  return module.exports;
}
