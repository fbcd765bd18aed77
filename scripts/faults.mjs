import { writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { loadTypeScript } from "./load-typescript.mjs";

/**
 * Runs the built program under every fault: `npm run faults [-- --write]`. `--write` puts the table into
 * docs/reliability.md. Ends with 1 if a run did not end as it must.
 */
process.chdir(path.resolve(fileURLToPath(import.meta.url), "..", ".."));
const { reportFaults } = await loadTypeScript("test/support/faults/report.ts");
const { report, problems } = await reportFaults(console.log);
if (process.argv.includes("--write")) await writeFile(path.join("docs", "reliability.md"), report);
console.log(problems.length === 0 ? "All faults ended as they must." : `\nNot as it must be:\n${problems.join("\n")}`);
process.exitCode = problems.length === 0 ? 0 : 1;
