import swcJest from "@swc/jest";
import { rewrite, rewrittenFiles } from "./jmespath-numbers.mjs";

/** Compiles TypeScript for tests with swc; a library that the build rewrites is rewritten for tests too. */
const swc = swcJest.createTransformer({
  jsc: { target: "es2023", parser: { syntax: "typescript" } },
  module: { type: "commonjs" },
});

export default {
  ...swc,
  process: (text, file, options) => swc.process(rewrittenFiles.test(file) ? rewrite(file, text) : text, file, options),
};
