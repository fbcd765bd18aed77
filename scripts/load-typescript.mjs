import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";

/** A TypeScript file and all it imports, packages excepted, as one script. */
export async function compileTypeScript(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    packages: "external",
    write: false,
  });
  return outputFiles[0].text;
}

/** What a TypeScript file exports. */
export async function loadTypeScript(entry) {
  const code = await compileTypeScript(entry);
  const module = { exports: {} };
  new Function("module", "exports", "require", code)(module, module.exports, createRequire(path.resolve(entry)));
  return module.exports;
}
