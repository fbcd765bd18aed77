import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { format, resolveConfig } from "prettier";

const project = fileURLToPath(new URL("../..", import.meta.url));

/** Writes a file below `root`, with the folders it needs. */
export function writeBelow(root, file, text) {
  const target = path.join(root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
}

/** The text of models/<service>/<operation>.ts. */
export function modelText(facts) {
  return sourceText("model", "OperationModel", facts);
}

/** The text of models/<service>/service.ts. */
export function serviceText(facts) {
  return sourceText("service", "ServiceModel", facts);
}

/** JSON as the project formats it. */
export function jsonText(value) {
  return formatted("models/operations.json", JSON.stringify(value));
}

function sourceText(name, type, facts) {
  const source = `import type { ${type} } from "../../src/operations/model";

export const ${name} = ${opened(facts)} as const satisfies ${type};
`;
  return formatted("models/service/operation.ts", source);
}

/**
 * The facts as JSON, with a line end before the first member: the formatter keeps such an object open, and closes
 * others that fit a line.
 */
function opened(facts) {
  return JSON.stringify(facts).replace("{", "{\n");
}

async function formatted(file, text) {
  const filepath = path.join(project, file);
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}
