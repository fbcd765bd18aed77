import path from "node:path";
import { fileURLToPath } from "node:url";
import { loadTypeScript } from "../../scripts/load-typescript.mjs";

const folder = path.dirname(fileURLToPath(import.meta.url));

process.chdir(path.resolve(folder, "..", ".."));
process.once("SIGINT", () => process.exit(130));
const { runConformance } = await loadTypeScript(path.join(folder, "command.ts"));
try {
  process.exitCode = await runConformance(process.argv.slice(2));
} catch (error) {
  if (!error.code?.startsWith("ERR_PARSE_ARGS")) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
