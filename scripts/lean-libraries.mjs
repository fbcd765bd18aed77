import { readFile } from "node:fs/promises";
import path from "node:path";

/**
 * The SDK's clients find out for themselves what they are not told: files, environment, Node's version, all credential
 * providers. Ours are told everything (src/sdk/config.ts, src/credentials/clients.ts), so what would find out is left out
 * of the bundles; and so are a service's schemas, as ours come from the models (src/sdk/schema.ts) and src/sdk/answer.ts
 * reads errors, and event streams.
 */
export const leanSdk = {
  name: "lean-sdk",
  setup({ onLoad }) {
    onLoad(
      { filter: /[\\/](client-[^\\/]+|nested-clients)[\\/]dist-es[\\/](.+[\\/])?runtimeConfig\.js$/ },
      ({ path: file }) => ({
        contents: `
        import { getRuntimeConfig as getSharedConfig } from "./runtimeConfig.shared";
        export const getRuntimeConfig = (config) => ({ ...getSharedConfig(config), ...config, runtime: "node" });`,
        resolveDir: path.dirname(file),
      }),
    );
    onLoad({ filter: /[\\/]client-[^\\/]+[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/ }, () => ({
      contents: "export const errorTypeRegistries = [];",
    }));
    onLoad({ filter: /[\\/]adaptors[\\/]getEndpointFromConfig\.js$/ }, () => ({
      contents: "export const getEndpointFromConfig = async () => undefined;",
    }));
    onLoad({ filter: /[\\/]clock-skew-defaults\.js$/ }, () => ({
      contents: "export const DEFAULT_DISABLE_CLOCK_SKEW_CORRECTION = async () => false;",
    }));
    onLoad({ filter: /[\\/]event-streams[\\/]index\.js$/ }, () => ({ contents: "export {};" }));
  },
};

/**
 * Commander's classes that are used, as ES modules: V8 reads the functions that a bundler makes of CommonJS modules twice.
 * Its help and its guesses at a mistyped word are left out: src/help and src/arguments have their own.
 */
export const leanCommander = {
  name: "lean-commander",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]commander[\\/]esm\.mjs$/ }, ({ path: file }) => ({
      contents: 'export { Command } from "./lib/command.js";',
      resolveDir: path.dirname(file),
    }));
    onLoad({ filter: /[\\/]commander[\\/]lib[\\/]help\.js$/ }, () => ({
      contents: "export const Help = undefined, stripColor = undefined;",
    }));
    onLoad({ filter: /[\\/]commander[\\/]lib[\\/]suggestSimilar\.js$/ }, () => ({
      contents: "export const suggestSimilar = undefined;",
    }));
    onLoad({ filter: /[\\/]commander[\\/]lib[\\/]\w+\.js$/ }, async ({ path: file }) => {
      const contents = asModule(await readFile(file, "utf8"));
      if (/\brequire\('\.|\bexports\b/.test(contents))
        throw new Error(`${file} is not in the form that this build knows`);
      return { contents, resolveDir: path.dirname(file) };
    });
  },
};

/** With imports from its own files only: one of Node's modules would be copied, getter by getter, to get a `default`. */
const asModule = (text) =>
  text
    .replace(/^const (.+) = require\('(\.[^']+)'\);$/gm, "import $1 from '$2';")
    .replace(/^exports\.(\w+) = \1;/gm, "export { $1 };");
