import { readFile } from "node:fs/promises";
import path from "node:path";

/** All patches of libraries, for the check that each still matches something. */
const allPatches = [];

/**
 * An esbuild plugin that changes libraries' files: `change` takes a file's text and returns the new one. The first
 * patch whose `files` match a path is applied.
 */
function leanPlugin(name, patches) {
  for (const patch of patches) {
    patch.matched = new Set();
    allPatches.push(patch);
  }
  return {
    name,
    setup({ onLoad }) {
      for (const patch of patches) {
        onLoad({ filter: patch.files }, async ({ path: file }) => {
          const text = await readFile(file, "utf8");
          const contents = patch.change(text, file);
          if (contents === text) throw new Error(`${file} is not in the form that this build knows`);
          patch.matched.add(file);
          return { contents, resolveDir: path.dirname(file) };
        });
      }
    },
  };
}

/** Throws if a patch has matched no file: the library has changed, and the code that the patch left out is back. */
export function checkPatches() {
  const idle = allPatches.filter(({ matched }) => matched.size === 0);
  if (idle.length > 0)
    throw new Error(`no file of a library is matched by ${idle.map(({ files }) => files).join(", ")}`);
}

/**
 * What takes time and memory in the XML parser when an answer is large: a text is built character by character, 32 bytes
 * each; the name of a tag is a new text each time, which V8 looks for among all names before a member gets it; and an
 * element with nothing but text needs all that others do.
 */
const quickXml = [
  [
    /let (\w+) = "";\s*while \((.+)\) \{\s*\1 \+= p\.x\[p\.i\+\+\];\s*\}/g,
    "const $1At = p.i; while ($2) ++p.i; const $1 = p.x.slice($1At, p.i);",
  ],
  [
    /const tagAt = p\.i; (while .+) const tag = (p\.x\.slice\(tagAt, p\.i\));/,
    `const tagEnd = p.x.indexOf(">", p.i);
    const known = tagEnd < 0 ? undefined : tags.get(p.x.slice(p.i, tagEnd));
    if (known !== undefined) {
      const end = p.x.indexOf("<", tagEnd);
      if (p.x[end + 1] === "/" && p.x.startsWith(known, end + 2) && p.x[end + 2 + known.length] === ">") {
        const text = p.decodeEntities(p.x.slice(tagEnd + 1, end));
        p.i = end + 3 + known.length;
        return { tag: known, value: text.trim() === "" && text.includes("\\n") ? "" : text };
      }
    }
    const tagAt = p.i;
    if (known !== undefined) p.i = tagEnd;
    else $1
    const tag = known ?? remembered($2);`,
  ],
  [
    "class AwsXmlParser",
    `const tags = new Map();
    function remembered(name) {
      const [tag] = Object.keys({ [name]: true });
      if (tags.size < 1000 && tag === tag.trim()) tags.set(tag, tag);
      return tag;
    }
    class AwsXmlParser`,
  ],
  ["this.x = x.replace(", 'if (x.includes("\\r")) this.x = x.replace('],
  [
    "const p = this;\n        if (caseSensitive)",
    "const p = this; if (p.x[p.i + 1] !== s[1]) return false; if (caseSensitive)",
  ],
  ["return s.replace(", 'if (!s.includes("&")) return s; return s.replace('],
  ["for (const [k, v] of Object.entries(attrs))", "if (hasAttrs) for (const [k, v] of Object.entries(attrs))"],
];

/**
 * The SDK's clients find out for themselves what they are not told: files, environment, Node's version, all credential
 * providers. Ours are told everything (src/sdk/config.ts, src/sdk/service-call.ts), so the code that finds out is left
 * out of the bundles. So are a service's schemas, because ours come from the models (src/sdk/schema.ts) and
 * src/sdk/answer.ts reads errors; so are event streams; and so is a logger that logs nothing, but has a copy of each
 * answer made for it. A body's length is Node's to send: a client that had nothing to ask for it would throw and catch an
 * error at each call. Nor do the stages of a call copy the client's configuration, or make an error beforehand: V8 takes
 * a tenth of a call for that.
 */
export const leanSdk = leanPlugin("lean-sdk", [
  {
    files: /[\\/](client-[^\\/]+|nested-clients)[\\/]dist-es[\\/](.+[\\/])?runtimeConfig\.js$/,
    change: () => `
      import { getRuntimeConfig as getSharedConfig } from "./runtimeConfig.shared";
      const bodyLengthChecker = () => undefined;
      export const getRuntimeConfig = (config) => ({ ...getSharedConfig(config), bodyLengthChecker, ...config, runtime: "node" });`,
  },
  {
    files: /[\\/]client-[^\\/]+[\\/]dist-es[\\/]schemas[\\/]schemas_0\.js$/,
    change: () => "export const errorTypeRegistries = [];",
  },
  {
    files: /[\\/]adaptors[\\/]getEndpointFromConfig\.js$/,
    change: () => "export const getEndpointFromConfig = async () => undefined;",
  },
  {
    files: /[\\/]clock-skew-defaults\.js$/,
    change: () => "export const DEFAULT_DISABLE_CLOCK_SKEW_CORRECTION = async () => false;",
  },
  {
    files: /[\\/]protocols[\\/]HttpProtocol\.js$/,
    change: (text) => text.replace('await import("@smithy/core/event-streams")', "{}"),
  },
  {
    files: /[\\/]middleware-logger[\\/]loggerMiddleware\.js$/,
    change: (text) => text.replace("clientStack.add(loggerMiddleware(), loggerMiddlewareOptions);", ""),
  },
  {
    files: /[\\/](schema(Des|S)erializationMiddleware|endpointMiddleware|resolveAwsSdkSigV4Config)\.js$/,
    change: (text) =>
      text.replaceAll("...config,", "__proto__: config,").replace("{ ...config }", "{ __proto__: config }"),
  },
  {
    files: /[\\/]retryMiddleware\.js$/,
    change: (text) => text.replace("let lastError = new Error();", "let lastError;"),
  },
  {
    files: /[\\/]xml-builder[\\/]dist-es[\\/]xml-parser\.js$/,
    change: (text, file) => quickXml.reduce((quick, [slow, by]) => replaced(quick, slow, { file, by }), text),
  },
]);

/**
 * The used classes of Commander, as ES modules: V8 reads the functions that a bundler makes from CommonJS modules
 * twice. Its help and its guesses at a mistyped word are left out, because src/help and src/arguments have their own.
 */
export const leanCommander = leanPlugin("lean-commander", [
  { files: /[\\/]commander[\\/]esm\.mjs$/, change: () => 'export { Command } from "./lib/command.js";' },
  {
    files: /[\\/]commander[\\/]lib[\\/]help\.js$/,
    change: () => "export const Help = undefined, stripColor = undefined;",
  },
  {
    files: /[\\/]commander[\\/]lib[\\/]suggestSimilar\.js$/,
    change: () => "export const suggestSimilar = undefined;",
  },
  {
    files: /[\\/]commander[\\/]lib[\\/]command\.js$/,
    change: (text, file) => withoutMethods(asModule(text, file), file),
  },
  { files: /[\\/]commander[\\/]lib[\\/]\w+\.js$/, change: asModule },
]);

/**
 * Methods of commands that declare or read options, show help, or run other programs: ours never call them. Our
 * commands read their options themselves (src/arguments/option-command.ts).
 */
const unusedMethods = [
  "command",
  "copyInheritedSettings",
  "createCommand",
  "configureOutput",
  "createOption",
  "addOption",
  "_optionEx",
  "option",
  "requiredOption",
  "_registerOption",
  "_findOption",
  "_conflictingOption",
  "_checkForConflictingLocalOptions",
  "_initOptionGroup",
  "combineFlagAndOptionalValue",
  "allowUnknownOption",
  "allowExcessArguments",
  "enablePositionalOptions",
  "passThroughOptions",
  "storeOptionsAsProperties",
  "setOptionValue",
  "getOptionValueSource",
  "getOptionValueSourceWithGlobals",
  "parse",
  "parseOptions",
  "optsWithGlobals",
  "_callParseArg",
  "optionMissingArgument",
  "missingMandatoryOptionValue",
  "unknownOption",
  "unknownCommand",
  "_excessArguments",
  "alias",
  "usage",
  "description",
  "summary",
  "_dispatchHelpCommand",
  "createHelp",
  "configureHelp",
  "showHelpAfterError",
  "showSuggestionAfterError",
  "helpInformation",
  "_getOutputContext",
  "outputHelp",
  "help",
  "addHelpText",
  "addHelpCommand",
  "addHelpOption",
  "helpGroup",
  "commandsGroup",
  "optionsGroup",
  "version",
  "nameFromFilename",
  "executableDir",
  "_executeSubCommand",
  "_checkForMissingExecutable",
];

/** Methods that are called for every command and go through its options, of which it has none. */
const idleMethods = [
  "_parseOptionsEnv",
  "_parseOptionsImplied",
  "_checkForMissingMandatoryOptions",
  "_checkForConflictingOptions",
];

function withoutMethods(text, file) {
  const shorter = unusedMethods.reduce((rest, name) => replaceMethod(rest, name, { file, by: "" }), text);
  return idleMethods.reduce((rest, name) => replaceMethod(rest, name, { file, by: `  ${name}() {}\n` }), shorter);
}

function replaceMethod(text, name, { file, by }) {
  return replaced(text, new RegExp(`^  ${name}\\([^\\n]*\\) \\{\\n[^]*?^  \\}\\n`, "m"), { file, by });
}

function replaced(text, old, { file, by }) {
  const changed = text.replace(old, by);
  if (changed === text) throw new Error(`${file} is not in the form that this build knows: it has no ${old}`);
  return changed;
}

/**
 * A file as an ES module, with imports only from the library's own files: one of Node's modules would be copied, getter
 * by getter, to get a `default`.
 */
function asModule(text, file) {
  const contents = text
    .replace(/^const (.+) = require\('(\.[^']+)'\);$/gm, "import $1 from '$2';")
    .replace(/^exports\.(\w+) = \1;/gm, "export { $1 };");
  if (/\brequire\('\.|\bexports\b/.test(contents)) throw new Error(`${file} is not in the form that this build knows`);
  return contents;
}
