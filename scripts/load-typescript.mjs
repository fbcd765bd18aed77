import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";

/** @type {import("esbuild").BuildOptions & { write: false }} */
const asScript = { bundle: true, platform: "node", target: "node20", format: "cjs", write: false, logLevel: "error" };

/** A TypeScript file and all it imports, packages excepted, as one script. */
export async function compileTypeScript(entry) {
  const { outputFiles } = await build({ ...asScript, entryPoints: [entry], packages: "external" });
  return outputFiles[0].text;
}

/** What a TypeScript file exports. */
export async function loadTypeScript(entry) {
  return evaluate(await compileTypeScript(entry), path.resolve(entry));
}

/** What lines of TypeScript export that import from `folder`, packages bundled too: for those that Node cannot load as they are. */
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
