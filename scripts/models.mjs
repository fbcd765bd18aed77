import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { loadTypeScript } from "./load-typescript.mjs";
import { operationFacts, serviceFacts } from "./models/operation-facts.mjs";
import { readService } from "./models/read.mjs";
import { jsonText, modelText, serviceText, writeBelow } from "./models/write.mjs";

const usage = `usage: npm run models -- FOLDER [SERVICE OPERATION...] [--to FOLDER]
Writes the models and skeletons of the operations in models/operations.json from botocore's data folder, or adds
operations, by their words on the command line, to that list and writes only these. --to is for another folder than
the project's.`;

const project = fileURLToPath(new URL("..", import.meta.url));
const { optionName } = await loadTypeScript(path.join(project, "src/operations/operation.ts"));
const { skeletonOf } = await loadTypeScript(path.join(project, "src/operations/skeleton-of.ts"));

const { values, positionals } = parseArgs({
  options: { to: { type: "string", default: project } },
  allowPositionals: true,
});
const [folder, service, ...words] = positionals;
if (folder === undefined || (service !== undefined && words.length === 0)) {
  console.error(usage);
  process.exitCode = 2;
} else if (service === undefined) {
  for (const [name, { operations }] of Object.entries(readList())) await writeService(name, operations);
} else {
  await addToList();
  await writeService(service, words);
}

/** Service -> { botocore, commands, operations }; `commands` is false where they are called, not offered. */
function readList() {
  const file = path.join(values.to, "models/operations.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

async function addToList() {
  const list = readList();
  const known = list[service] ?? { botocore: service, operations: [] };
  const operations = [...new Set([...known.operations, ...words])].sort();
  const added = { ...list, [service]: { ...known, operations } };
  writeBelow(values.to, "models/operations.json", await jsonText(added));
}

async function writeService(name, operations) {
  const { botocore, commands = true } = readList()[name];
  const source = readService(folder, botocore);
  writeBelow(values.to, `models/${name}/service.ts`, await serviceText(serviceFacts(source.api)));
  for (const word of operations) {
    const model = operationFacts(source, word, optionName);
    writeBelow(values.to, `models/${name}/${word}.ts`, await modelText(model));
    if (!commands) continue;
    for (const kind of ["input", "output"]) {
      writeBelow(values.to, `skeletons/${name}/${word}.${kind}.json`, skeletonOf(model[kind], kind));
    }
  }
}
