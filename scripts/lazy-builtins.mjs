import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** Node's modules that libraries import at their head but most runs do not use; each takes up to 12 ms to load. */
const seldomUsed = ["child_process", "fs/promises", "https", "os", "perf_hooks", "process", "readline", "tls", "zlib"];

/**
 * An esbuild plugin that loads each of those modules when something of it is first used. Functions and classes can be
 * imported by name; other values only through the default import: a named import of one fails the build.
 */
export const lazyBuiltins = {
  name: "lazy-builtins",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^(node:)?(${seldomUsed.join("|")})$`) }, ({ path: id, kind }) => {
      const path = id.replace("node:", "");
      if (kind === "dynamic-import") return { path: `node:${path}`, external: true };
      return { path, namespace: kind === "require-call" ? "required" : "imported", sideEffects: false };
    });
    onResolve({ filter: /^builtin:/ }, ({ path }) => ({ path: path.replace("builtin:", "node:"), external: true }));
    onLoad({ filter: /^process$/, namespace: "required" }, () => ({ contents: "module.exports = process;" }));
    onLoad({ filter: /^process$/, namespace: "imported" }, () => ({
      contents: "export default process; export const { env, versions } = process;",
    }));
    onLoad({ filter: /.*/, namespace: "required" }, ({ path }) => ({ contents: `module.exports = ${whole(path)};` }));
    onLoad({ filter: /.*/, namespace: "imported" }, ({ path }) => ({ contents: namesOf(path) }));
  },
};

/** An object with everything that the module has. */
const whole = (name) => `/* @__PURE__ */ new Proxy({}, { get: (_, key) => require("builtin:${name}")[key] })`;

function namesOf(name) {
  const callable = Object.entries(require(name)).filter(
    ([key, value]) => typeof value === "function" && key !== "default",
  );
  return `
    const load = () => require("builtin:${name}");
    const lazy = (key) => new Proxy(function () {}, {
      apply: (_, self, values) => Reflect.apply(load()[key], self, values),
      construct: (_, values, target) => Reflect.construct(load()[key], values, target),
      get: (_, member) => load()[key][member],
    });
    export default ${whole(name)};
    ${callable.map(([key]) => `export const ${key} = /* @__PURE__ */ lazy("${key}");`).join("\n")}`;
}
