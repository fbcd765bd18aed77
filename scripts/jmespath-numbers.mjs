import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * `@aws-lambda-powertools/jmespath` knows a number by `typeof`. Those of a service that keep a form of their own are
 * objects (src/python/numeric.ts), so it is told about them: its functions on types are replaced by those of
 * src/output/query-types.ts, and the few places that use `typeof` itself are rewritten to use them. By the way, texts are
 * ordered as Python's jmespath orders them.
 */
const rewritten = {
  "TreeInterpreter.js": [
    ["import { isIntegerNumber,", "import { orderOf, isIntegerNumber,"],
    [
      "if (typeof left === 'number' && typeof right === 'number') {",
      "const order = orderOf(left, right);\nif (order === undefined) return null;\n{",
    ],
    ["return left < right;", "return order < 0;"],
    ["return left <= right;", "return order <= 0;"],
    ["return left > right;", "return order > 0;"],
    ["return left >= right;", "return order >= 0;"],
  ],
  "utils.js": [
    ["if (typeof arg === type)", "if (getType(arg) === type)"],
    ["if (typeof arg !== type && !hasMoreTypesToCheck) {", "if (getType(arg) !== type && !hasMoreTypesToCheck) {"],
  ],
};

/** The library's files that are rewritten. */
export const rewrittenFiles =
  /[\\/]@aws-lambda-powertools[\\/]jmespath[\\/]lib[\\/]esm[\\/](TreeInterpreter|utils)\.js$/;

/** One of them, rewritten. Throws if a place is not there exactly once. */
export function rewrite(file, text) {
  return rewritten[path.basename(file)].reduce((all, [from, to]) => {
    const parts = all.split(from);
    if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times ${from}`);
    return parts.join(to);
  }, text);
}

/** The build's plugin that does so. */
export const jmespathNumbers = {
  name: "jmespath-numbers",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /^@aws-lambda-powertools\/commons\/typeutils$/ }, () => ({
      path: fileURLToPath(new URL("../src/output/query-types.ts", import.meta.url)),
    }));
    onLoad({ filter: rewrittenFiles }, async ({ path: file }) => ({
      contents: rewrite(file, await readFile(file, "utf8")),
      resolveDir: path.dirname(file),
    }));
  },
};
