import { createHash } from "node:crypto";
import { chmod, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { lazyBuiltins } from "./lazy-builtins.mjs";
import { leanCommander, leanSdk } from "./lean-libraries.mjs";
import { billOfMaterials, bundledPackages, licenseText } from "./bundled-packages.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const src = path.join(root, "src");
const dist = path.join(root, "dist");
const executable = path.join(root, "bin", "aws-lifecycle-hooks.js");

const shared = {
  bundle: true,
  platform: "node",
  target: "node20",
  format: "cjs",
  logLevel: "warning",
  absWorkingDir: root,
};

/** The declarations as values, for what the build makes of them. */
async function loadDeclarations() {
  const result = await build({
    ...shared,
    stdin: {
      contents: 'export { operations } from "./operations/all"; export { inputSchema } from "./operations/operation";',
      resolveDir: src,
      loader: "ts",
    },
    write: false,
  });
  const module = { exports: {} };
  new Function("module", "exports", "require", result.outputFiles[0].text)(
    module,
    module.exports,
    createRequire(import.meta.url),
  );
  return module.exports;
}

/** Compiles every operation's schema with ajv into plain functions, so that ajv itself does not run at start-up. */
async function writeValidators({ operations, inputSchema }) {
  const { default: Ajv } = await import("ajv");
  const { default: standaloneCode } = await import("ajv/dist/standalone/index.js");
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    strict: true,
    strictTypes: false,
    code: { source: true, esm: true },
  });
  for (const operation of operations) ajv.addSchema(inputSchema(operation), operation.name);
  const names = operations.map(({ name }) => name);
  const code = standaloneCode(ajv, Object.fromEntries(names.map((name) => [name, name])));
  await mkdir(path.join(src, "generated"), { recursive: true });
  await writeFile(
    path.join(src, "generated", "validators.js"),
    `${code}\nexport const validators = { ${names.join(", ")} };\n`,
  );
}

/**
 * Lowers `import("./room/file")` to a require of a bundle of its own beside this one, named `room-file.js`,
 * and notes it in `found`: what a run does not use is not loaded.
 */
function separateBundles(found) {
  return {
    name: "separate-bundles",
    setup({ onResolve }) {
      onResolve({ filter: /^\.\.?\// }, (args) => {
        if (args.kind !== "dynamic-import" || !args.importer.startsWith(src)) return undefined;
        const source = path.relative(src, path.resolve(args.resolveDir, args.path));
        const name = source.replaceAll(path.sep, "-");
        found.set(name, path.join(src, `${source}.ts`));
        return { path: `./${name}.js`, external: true };
      });
    },
  };
}

/** The files that went into the bundles, by the bundler's own account. */
const bundledFiles = [];

async function bundle(entry, found) {
  const { metafile } = await build({
    ...shared,
    ...entry,
    metafile: true,
    supported: { "dynamic-import": false },
    mainFields: ["module", "main"],
    conditions: ["module"],
    minify: true,
    keepNames: false,
    legalComments: "none",
    plugins: [separateBundles(found), leanSdk, leanCommander, lazyBuiltins],
  });
  for (const { inputs } of Object.values(metafile.outputs)) {
    bundledFiles.push(...Object.keys(inputs).filter((file) => inputs[file].bytesInOutput > 0));
  }
}

/**
 * A bundle that `src/start` loads: one function of what it needs, so that a copy of its text for each run is saved. Its
 * code calls `provide` with what it exports: the bundler's own way, `module.exports`, makes a copy of the exports first.
 */
const bundleEntry = (name, contents) => ({
  stdin: { contents, resolveDir: src, loader: "ts" },
  inject: [path.join(root, "scripts", "lean-globals.mjs")],
  outfile: path.join(dist, `${name}.js`),
  banner: { js: "(function (provide, require, __dirname) {" },
  footer: { js: "})" },
});

/** What a module exports. */
const moduleEntry = (name, file) => bundleEntry(name, `import * as all from ${JSON.stringify(file)}; provide(all);`);

/** The client of one operation: the SDK's classes that its declaration names, and the code that sends with them. */
const clientEntry = ({ sdk, command, service }) =>
  bundleEntry(
    `client-${command}`,
    `import { ${sdk.client} as Client, ${sdk.command} as Command } from ${JSON.stringify(sdk.package)};
    import { createSend } from "./sdk/send";
    import { wire } from "./sdk/${service.protocol}";
    provide({ send: createSend({ Client, Command, wire }) });`,
  );

/** A hash of what the bundles hold: with a bundle's name, the key of its compiled code in the user's cache. */
async function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(await readFile(path.join(dist, file)));
  return hash.digest("hex").slice(0, 16);
}

await rm(dist, { recursive: true, force: true });
const declarations = await loadDeclarations();
await writeValidators(declarations);
const found = new Map([["main", path.join(src, "main.ts")]]);
await Promise.all(declarations.operations.map((operation) => bundle(clientEntry(operation), found)));
const done = new Set();
for (let next; (next = [...found].find(([name]) => !done.has(name)));) {
  const [name, source] = next;
  done.add(name);
  await bundle(moduleEntry(name, source), found);
}
const files = (await readdir(dist)).sort();
await bundle(
  {
    entryPoints: [path.join(root, "bin", "aws-lifecycle-hooks.ts")],
    outfile: executable,
    target: "es2015",
    define: { BUNDLES_HASH: JSON.stringify(await hashOf(files)) },
  },
  found,
);
await chmod(executable, 0o755);
const packages = await bundledPackages(root, bundledFiles);
await writeFile(path.join(root, "THIRD_PARTY_LICENSES"), licenseText(packages));
await writeFile(path.join(root, "sbom.cdx.json"), await billOfMaterials(root, packages));
