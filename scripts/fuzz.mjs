import path from "node:path";
import { fileURLToPath } from "node:url";
import { compileTypeScript, loadTypeScript } from "./load-typescript.mjs";

/** Runs the built program on random input: `npm run fuzz -- --help`. */
process.chdir(path.resolve(fileURLToPath(import.meta.url), "..", ".."));
const { runFuzz } = await loadTypeScript("test/fuzz/command.ts");
process.exitCode = await runFuzz(process.argv.slice(2), await compileTypeScript("test/fuzz/worker.ts"));
