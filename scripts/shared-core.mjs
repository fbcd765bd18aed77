import { readFile } from "node:fs/promises";
import path from "node:path";
import { build as bundle } from "esbuild";

/** The name of the bundle of code that the SDK's clients share. */
export const coreName = "sdk-core";

/**
 * Finds the code that at least two of the clients' bundles hold, so that it becomes one bundle beside them. Returns the
 * contents of that bundle's entry, and the plugin by which the clients take from it.
 * @param {object[]} entries the clients' entries
 * @param {(entry: object, plugins?: object[]) => Promise<{ files: string[], text: string }>} tryBundle what a bundle of an
 *   entry would be: the files that it holds, and its text
 * @param {(contents: string) => object} entryOf an entry of the contents
 */
export async function shareCore(entries, tryBundle, entryOf) {
  const each = (plugins) => Promise.all(entries.map((entry) => tryBundle(entry, plugins)));
  const held = await withoutLists((await each([])).flatMap(({ files }) => files));
  const shared = new Set(held.filter((file, at) => held.indexOf(file) !== at));
  for (;;) {
    const keys = await keysOf(shared);
    const bundles = await each([takeFromCore(keys, marks)]);
    const used = new Set(bundles.flatMap(({ text }) => [...text.matchAll(mark)].map(([, key]) => key)));
    shorten(keys, used);
    const contents = coreContents(keys);
    const inCore = await withoutLists((await tryBundle(entryOf(contents))).files);
    const more = inCore.filter((file) => !shared.has(file));
    if (more.length === 0) return { contents, plugin: takeFromCore(keys, takes) };
    for (const file of more) shared.add(file);
  }
}

/** Leaves out files that only export what others have: through one, all of those would seem to be shared. */
async function withoutLists(files) {
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
  return files.filter((_, at) => texts[at].replace(/export\s*\{[^}]*\}\s*from\s*"[^"]*";/g, "").trim() !== "");
}

/** The exports of each file, with a key for each name. */
async function keysOf(files) {
  const entryPoints = Object.fromEntries([...files].sort().map((file, at) => [`_${at}`, file]));
  const { metafile } = await bundle({ entryPoints, outdir: ".", write: false, metafile: true, format: "esm" });
  /** @returns {[string, Map<string, string>]} */
  const names = ([output, { exports }]) => {
    const at = path.basename(output, ".js");
    return [entryPoints[at], new Map(exports.map((name) => [name, `${at}_${name}`]))];
  };
  return new Map(Object.entries(metafile.outputs).map(names));
}

/** Shortens the keys that are used, and leaves out the others. */
function shorten(keys, used) {
  let count = 0;
  for (const names of keys.values()) {
    for (const [name, key] of names) names.set(name, used.has(key) ? `_${count++}` : undefined);
  }
}

/** The contents of the core: it exports everything that has a key, under that key. */
function coreContents(keys) {
  const all = [...keys].map(([file, names]) => [file, [...names].filter(([, key]) => key !== undefined)]);
  const lists = all.filter(([, names]) => names.length > 0);
  const imports = lists.map(([file, names]) => {
    return `import { ${names.map(([name, key]) => `${name} as ${key}`).join(", ")} } from ${JSON.stringify(file)};`;
  });
  const exported = lists.flatMap(([, names]) => names.map(([, key]) => key));
  return `${imports.join("\n")}\nprovide({ ${exported.join(", ")} });`;
}

/**
 * A module with the names of a shared one, each marked with its key; names that nothing uses are left out of the
 * bundle.
 */
const marks = (names) =>
  [...names].map(([name, key]) => `export const ${name} = /* @__PURE__ */ fromCore("${key}");`).join("\n");
const mark = /\bfromCore\("(\w+)"\)/g;

/** A module with the names of a shared one, taken from the core. */
const takes = (names) =>
  [
    `import { core } from "${coreName}";`,
    ...[...names].map(
      ([name, key]) => `export const ${name} = ${key ? `/* @__PURE__ */ (() => core.${key})()` : key};`,
    ),
  ].join("\n");

/** An esbuild plugin that replaces the contents of shared files. */
function takeFromCore(keys, contentsOf) {
  return {
    name: "take-from-core",
    setup({ onResolve, onLoad, resolve }) {
      onResolve({ filter: new RegExp(`^${coreName}$`) }, ({ path: id }) => ({ path: id, namespace: coreName }));
      onLoad({ filter: /./, namespace: coreName }, () => ({
        contents: `export const core = require("./${coreName}.js");`,
      }));
      onResolve({ filter: /./, namespace: coreName }, ({ path: id }) => ({ path: id, external: true }));
      onResolve({ filter: /./ }, async ({ path: id, pluginData, ...from }) => {
        if (pluginData === isResolving || from.kind !== "import-statement") return undefined;
        const { kind, importer, namespace, resolveDir } = from;
        const found = await resolve(id, { kind, importer, namespace, resolveDir, pluginData: isResolving });
        return !found.external && keys.has(found.path) ? { path: found.path, namespace: "core" } : undefined;
      });
      onLoad({ filter: /./, namespace: "core" }, ({ path: file }) => ({
        contents: contentsOf(keys.get(file)),
        resolveDir: path.dirname(file),
      }));
    },
  };
}

const isResolving = Symbol("is resolving");
