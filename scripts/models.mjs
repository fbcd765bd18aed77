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
const { optionName: wordOf } = await loadTypeScript(path.join(project, "src/operations/option-name.ts"));
const { skeletonOf } = await loadTypeScript(path.join(project, "src/operations/skeleton-of.ts"));

const { values, positionals } = parseArgs({
  options: { to: { type: "string", default: project } },
  allowPositionals: true,
});
const [folder, service, ...words] = positionals;
if (folder === undefined || (service !== undefined && words.length === 0)) {
  console.error(usage);
  process.exitCode = 2;
} else {
  try {
    await (service === undefined ? writeAll() : add());
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}

/**
 * The list of services: service -> { botocore, commands, operations }; `commands` is false if the tool only calls them.
 */
function readList() {
  const file = path.join(values.to, "models/operations.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

async function writeAll() {
  for (const [name, listed] of Object.entries(readList())) await write(name, listed, listed.operations);
}

/** Adds operations. The list is written last, so that it never has an operation without a model. */
async function add() {
  const list = readList();
  const listed = list[service] ?? { botocore: service, operations: [] };
  await write(service, listed, words);
  const operations = [...new Set([...listed.operations, ...words])].sort();
  const added = { ...list, [service]: { ...listed, operations } };
  writeBelow(values.to, "models/operations.json", await jsonText(added));
}

async function write(name, { botocore, commands = true }, operations) {
  const source = readService(folder, botocore);
  const shared = serviceFacts(source.api);
  const models = operations.map((word) => [word, operationFacts(source, word, wordOf)]);
  writeBelow(values.to, `models/${name}/service.ts`, await serviceText(shared));
  for (const [word, model] of models) {
    writeBelow(values.to, `models/${name}/${word}.ts`, await modelText(model));
    if (commands) writeSkeletons(`skeletons/${name}/${word}`, model);
  }
}

function writeSkeletons(file, model) {
  writeBelow(values.to, `${file}.input.json`, skeletonOf(model.input, "input"));
  writeBelow(values.to, `${file}.output.json`, skeletonOf(model.output, "output"));
}
