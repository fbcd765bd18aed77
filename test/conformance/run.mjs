import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = path.dirname(fileURLToPath(import.meta.url));

/** Loads a TypeScript file and all it imports, packages excepted. */
async function load(entry) {
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
  new Function("module", "exports", "require", outputFiles[0].text)(
    module,
    module.exports,
    createRequire(import.meta.url),
  );
  return module.exports;
}

process.chdir(path.resolve(folder, "..", ".."));
process.once("SIGINT", () => process.exit(130));
const { runConformance } = await load(path.join(folder, "command.ts"));
process.exitCode = await runConformance(process.argv.slice(2));
