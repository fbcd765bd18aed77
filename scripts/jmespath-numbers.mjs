import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

/**
 * `@aws-lambda-powertools/jmespath` recognises a number by `typeof`. A service's numbers that keep a form of their own
 * are objects (src/python/numeric.ts), so the library must learn about them: its functions on types are replaced by
 * those of src/output/query-types.ts, and the few places that use `typeof` themselves are rewritten to use them. The
 * replacements also order texts as Python's jmespath does.
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

/** The library's files that the build rewrites. */
export const rewrittenFiles =
  /[\\/]@aws-lambda-powertools[\\/]jmespath[\\/]lib[\\/]esm[\\/](TreeInterpreter|utils)\.js$/;

/** Rewrites one of these files. Throws if a place is not there exactly once. */
export function rewrite(file, text) {
  return rewritten[path.basename(file)].reduce((all, [from, to]) => {
    const parts = all.split(from);
    if (parts.length !== 2) throw new Error(`${file} has ${parts.length - 1} times ${from}`);
    return parts.join(to);
  }, text);
}

/** The build's plugin that rewrites them. */
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
