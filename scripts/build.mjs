import { createHash } from "node:crypto";
import { chmod, mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { lazyBuiltins } from "./lazy-builtins.mjs";
import { jmespathNumbers } from "./jmespath-numbers.mjs";
import { checkPatches, leanCommander, leanSdk } from "./lean-libraries.mjs";
import { coreName, shareCore } from "./shared-core.mjs";
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
      contents: `
        export { operations } from "./operations/all";
        export * as services from "./operations/services";
        export { keptGrammarOf } from "./operations/grammar";
        export * as options from "./operations/options";
        export { schemaOf } from "./operations/input-schema";`,
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

const generated = path.join(src, "generated");

/**
 * Keeps the list of operations, and what command lines may give them: all that a run needs of an operation that is not
 * checked or called. The grammar of each is a text, by its word, because a run reads one of them at most.
 */
async function writeGrammar({ operations, keptGrammarOf, options }) {
  const { grammarsOf, ...all } = options;
  const kept = operations.map(keptGrammarOf);
  const listed = kept.map(({ service, word, waiters }) => ({ service, word, waiters }));
  const grammars = Object.fromEntries(kept.map((grammar) => [grammar.word, JSON.stringify(grammar)]));
  const lists = ["globalOptions", "inputOptions", "pageOptions", "waitOptions"].map((name) => [
    name,
    grammarsOf(all[name]),
  ]);
  const tables = [["listed", listed], ["grammars", grammars], ...lists];
  const text = tables.map(([name, table]) => `export const ${name} = ${JSON.stringify(table)};\n`);
  await writeFile(path.join(generated, "grammar.js"), text.join(""));
}

/** Keeps the models of every operation, the tool's own calls included, as one table by service: what the stand-in serves. */
async function writeModels() {
  const listed = JSON.parse(await readFile(path.join(root, "models", "operations.json"), "utf8"));
  const imports = [];
  const imported = (name, file) =>
    `${name}${imports.push(`import { ${name} as ${name}${imports.length} } from "../../models/${file}";`) - 1}`;
  const tables = Object.entries(listed).map(([word, { operations }]) => {
    const model = imported("service", `${word}/service`);
    const names = operations.map((operation) => imported("model", `${word}/${operation}`));
    return `{ word: "${word}", model: ${model}, operations: [${names.join(", ")}] }`;
  });
  const text = `${imports.join("\n")}\nexport const services = [\n  ${tables.join(",\n  ")},\n];\n`;
  await writeFile(path.join(generated, "models.js"), text);
}

/** Compiles an operation's schema with ajv into a plain function, so that ajv itself does not run at start-up. */
async function writeCheck({ word, input }, schemaOf) {
  const { default: Ajv } = await import("ajv");
  const { default: standaloneCode } = await import("ajv/dist/standalone/index.js");
  const ajv = new Ajv({
    allErrors: true,
    messages: false,
    strict: true,
    strictTypes: false,
    code: { source: true, esm: true },
  });
  await writeFile(path.join(generated, `check-${word}.js`), standaloneCode(ajv, ajv.compile(schemaOf(input))));
}

/** Writes the bundle of one operation as a module: its declaration, which is the only export of its file, and its check. */
async function writeOperation({ word }) {
  const text = `import * as declared from "../operations/${word}";
import check from "./check-${word}";
const [operation] = Object.values(declared);
export { operation, check };
`;
  await writeFile(path.join(generated, `operation-${word}.js`), text);
}

/**
 * Lowers `import("./room/file")` to a require of a bundle of its own beside this one, named `room-file.js`,
 * and notes it in `found`: what a run does not use is not loaded. The bundler's own way to lower it would copy all that
 * is loaded, getter by getter, to give it a `default`.
 */
function separateBundles(found) {
  return {
    name: "separate-bundles",
    setup({ onLoad, onResolve }) {
      onLoad({ filter: /\.ts$/ }, async ({ path: file }) => {
        if (!file.startsWith(src)) return undefined;
        const text = await readFile(file, "utf8");
        const contents = text.replace(/\bimport\(([^)]+)\)/g, "Promise.resolve().then(() => require($1))");
        return { contents, loader: "ts" };
      });
      onResolve({ filter: /^(\.\.?\/|node:)/ }, ({ kind, importer, resolveDir, path: id }) => {
        if (kind !== "require-call" || !importer.startsWith(src)) return undefined;
        if (id.startsWith("node:")) return { path: id, external: true };
        const source = path.relative(src, path.resolve(resolveDir, id));
        const name = source.replaceAll(path.sep, "-");
        found.set(name, path.join(src, `${source}.ts`));
        return { path: `./${name}.js`, external: true };
      });
    },
  };
}

/**
 * The `require` of the executable and all bundles. Where Node has a way to its own modules alone, that spares what
 * `require` does for ES modules each time.
 */
const requireOfNode = '"use strict"; var require = process.getBuiltinModule || require;';

/** The files that went into the bundles, by the bundler's own account. */
const bundledFiles = [];

async function bundle(entry, found, more = []) {
  const { files } = await makeBundle(entry, found, more);
  bundledFiles.push(...files);
}

/** Makes a bundle. Returns the files that it holds, by the bundler's own account, and its text if it is not written. */
async function makeBundle(entry, found, more = []) {
  const { metafile, outputFiles } = await build({
    ...shared,
    ...entry,
    metafile: true,
    supported: { "dynamic-import": false },
    mainFields: ["module", "main"],
    conditions: ["module"],
    minify: true,
    keepNames: false,
    legalComments: "none",
    plugins: [...more, separateBundles(found), leanSdk, leanCommander, jmespathNumbers, lazyBuiltins],
  });
  const [{ inputs }] = Object.values(metafile.outputs);
  const files = Object.keys(inputs).filter((file) => inputs[file].bytesInOutput > 0 && !/^(sdk-)?core:/.test(file));
  return { files, text: outputFiles?.[0].text };
}

/**
 * The globals that bundles see in place of two whose first use loads much of Node. What libraries use of `crypto` comes
 * from node:crypto, which is loaded anyway to sign; web streams, which libraries only test for, are missing.
 */
const leanGlobals = `
  const crypto = {
    getRandomValues: (values) => require("node:crypto").getRandomValues(values),
    randomUUID: () => require("node:crypto").randomUUID(),
  };
  const ReadableStream = undefined;`.replace(/\s+/g, " ");

/**
 * A bundle that `src/start` loads: one function of what it needs, so that a copy of its text for each run is saved. Its
 * code calls `provide` with what it exports: the bundler's own way, `module.exports`, makes a copy of the exports first.
 */
const bundleEntry = (name, contents) => ({
  stdin: { contents, resolveDir: src, loader: "ts" },
  outfile: path.join(dist, `${name}.js`),
  banner: { js: `(function (provide, require, __dirname) {${leanGlobals}` },
  footer: { js: "})" },
});

/** An entry that hands over a module's exports. */
const moduleEntry = (name, file) => bundleEntry(name, `import * as all from ${JSON.stringify(file)}; provide(all);`);

const require = createRequire(import.meta.url);

/** The client of one service: the SDK's classes, and the code that sends with them whatever operation is asked for. */
function clientEntry({ sdk, word, model }) {
  const folder = path.join(path.dirname(require.resolve(`${sdk.package}/package.json`)), "dist-es");
  return bundleEntry(
    `client-${word}`,
    `import { ${sdk.client} as Client } from ${JSON.stringify(path.join(folder, `${sdk.client}.js`))};
    import { command } from ${JSON.stringify(path.join(folder, "commandBuilder.js"))};
    import { createSend } from "./sdk/send";
    import { wire } from "./sdk/${model.protocol}";
    provide({ send: createSend({ Client, command, wire }) });`,
  );
}

const credentialsClients = "credentials-clients";

/** The bundles that the Lambda module loads. */
const lambdaBundles = [["lambda-handlers", path.join(src, "lambda", "handlers.ts")]];

/** The module that Lambda loads, and the one that its thread starts with: both load bundles. And the types for users. */
async function buildLambda() {
  const entryOf = (file, name) => ({ entryPoints: [path.join(src, "lambda", file)], outfile: path.join(dist, name) });
  await bundle(entryOf("index.ts", "lambda.js"), new Map());
  await bundle(entryOf("worker.ts", "lambda-worker.js"), new Map());
  const { default: typescript } = await import("typescript");
  const source = await readFile(path.join(src, "lambda", "index.ts"), "utf8");
  const { outputText } = typescript.transpileDeclaration(source, { compilerOptions: { isolatedDeclarations: true } });
  await writeFile(path.join(dist, "lambda.d.ts"), outputText);
}

/** A hash of what the bundles hold: with a bundle's name, the key of its compiled code in the user's cache. */
async function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(file).update(await readFile(path.join(dist, file)));
  return hash.digest("hex").slice(0, 16);
}

await rm(dist, { recursive: true, force: true });
const declarations = await loadDeclarations();
const { operations, services, schemaOf } = declarations;
await rm(generated, { recursive: true, force: true });
await mkdir(generated, { recursive: true });
await writeGrammar(declarations);
await writeModels();
await Promise.all(operations.map((operation) => writeCheck(operation, schemaOf)));
const found = new Map([["main", path.join(src, "main.ts")], ...lambdaBundles]);
await Promise.all(operations.map(writeOperation));
const operationEntry = ({ word }) => moduleEntry(`operation-${word}`, path.join(generated, `operation-${word}.js`));
await Promise.all(operations.map((operation) => bundle(operationEntry(operation), found)));
const clients = [
  ...Object.values(services).map(clientEntry),
  moduleEntry(credentialsClients, path.join(src, "credentials", "clients.ts")),
];
/**
 * The files of ours and of packages that a client's bundle would hold, by their paths, without those that the build
 * makes.
 */
const tryBundle = async (entry, plugins) => {
  const { files, text } = await makeBundle({ ...entry, write: false }, new Map(), plugins);
  return {
    files: files.filter((file) => /^src\/|(^|\/)node_modules\//.test(file)).map((file) => path.join(root, file)),
    text,
  };
};
const core = await shareCore(clients, tryBundle, (contents) => bundleEntry(coreName, contents));
await bundle(bundleEntry(coreName, core.contents), found);
await Promise.all(clients.map((client) => bundle(client, found, [core.plugin])));
const done = new Set([credentialsClients]);
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
    banner: { js: requireOfNode },
    define: { BUNDLES_HASH: JSON.stringify(await hashOf(files)) },
  },
  found,
);
checkPatches();
await chmod(executable, 0o755);
await buildLambda();
const packages = await bundledPackages(root, bundledFiles);
await writeFile(path.join(root, "THIRD_PARTY_LICENSES"), licenseText(packages));
await writeFile(path.join(root, "sbom.cdx.json"), await billOfMaterials(root, packages));
