import { createRequire } from "node:module";
import path from "node:path";
import { build } from "esbuild";

/** What a TypeScript file exports, its own imports bundled with it, packages excepted. */
export async function loadTypeScript(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    packages: "external",
    write: false,
  });
  const module = { exports: {} };
  const require = createRequire(path.resolve(entry));
  new Function("module", "exports", "require", outputFiles[0].text)(module, module.exports, require);
  return module.exports;
}
