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
 * each, its end is looked for in the same way, and so is what most elements and texts do not have.
 */
const quickXml = [
  [
    /let (\w+) = "";\s*while \((.+)\) \{\s*\1 \+= p\.x\[p\.i\+\+\];\s*\}/g,
    "const $1At = p.i; while ($2) ++p.i; const $1 = p.x.slice($1At, p.i);",
  ],
  [/while \(p\.i < p\.z && p\.x\[p\.i\] !== "<"\) \+\+p\.i;/, 'p.i = p.x.indexOf("<", p.i); if (p.i < 0) p.i = p.z;'],
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
 * src/sdk/answer.ts reads errors; so are event streams and web streams; so is a logger that logs nothing, but has a copy
 * of each answer made for it; and so is what Node does itself without a table that is made at every start: texts in hex,
 * UUIDs and SHA-256. A body's length is Node's to send: a client that had nothing to ask for it would throw and catch an
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
    files: /[\\/](client-[^\\/]+|nested-clients)[\\/]dist-es[\\/](.+[\\/])?runtimeExtensions\.js$/,
    change: () => "export const resolveRuntimeExtensions = (config) => config;",
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
    files: /[\\/]util-hex-encoding[\\/]hex-encoding\.js$/,
    change: () => `
      export const toHex = (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("hex");
      export const fromHex = undefined;`,
  },
  {
    files: /[\\/]signature-v4[\\/]dist-es[\\/]HeaderFormatter\.js$/,
    change: () => "export class HeaderFormatter {}",
  },
  {
    files: /[\\/]uuid[\\/]v4\.js$/,
    change: () => "export const bindV4 = () => () => crypto.randomUUID();",
  },
  {
    files: /[\\/]util-stream[\\/]sdk-stream-mixin\.browser\.js$/,
    change: () => "export const sdkStreamMixin = undefined;",
  },
  {
    files: /[\\/]sha256[\\/]Sha256Node\.js$/,
    change: (text) =>
      text
        .replace(/const hasNativeCrypto = [^]*?\}\)\(\);/, "")
        .replace("hasNativeCrypto ? buildNativeClass() : Sha256Js", "buildNativeClass()"),
  },
  {
    files: /[\\/](Standard|Adaptive)RetryStrategy\.js$/,
    change: (_, file) => `export const ${path.basename(file, ".js")} = undefined;`,
  },
  {
    files: /[\\/]JsonBytesStringAdapter\.js$/,
    change: () => "export const JsonBytesStringAdapter = { allocUnsafe: (size) => new Uint8Array(size) };",
  },
  {
    files: /[\\/]aws[\\/]partitions\.js$/,
    change: (text) => text.replace(/= (\{[^]*\});/, "= () => ($1);"),
  },
  {
    files: /[\\/]aws[\\/]partition\.js$/,
    change: (text) =>
      text.replace("{ partitions } = selectedPartitionsInfo", "{ partitions } = selectedPartitionsInfo()"),
  },
  {
    files: /[\\/]getRecursionDetectionPlugin\.js$/,
    change: (text) => text.replace("clientStack.add(", "if (process.env.AWS_LAMBDA_FUNCTION_NAME) clientStack.add("),
  },
  {
    files: /[\\/]recursionDetectionMiddleware\.js$/,
    change: (text) =>
      text
        .replace(/^import \{ InvokeStore \}.*$/m, "")
        .replaceAll("InvokeStore.get", 'require("@aws/lambda-invoke-store").InvokeStore.get'),
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
    change: (text, file) => withoutModules(withoutFields(withoutMethods(asModule(text, file), file), file), file),
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
  "error",
  "exitOverride",
  "_exit",
  "missingArgument",
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

/**
 * Fields that a command's constructor need not set: only those methods read them, or they are set before they are read,
 * or a missing one counts for as little as their first value. Each takes a microsecond for every level of a line.
 */
const unusedFields = [
  "options",
  "_allowUnknownOption",
  "_allowExcessArguments",
  "_args",
  "args",
  "rawArgs",
  "processedArgs",
  "_scriptPath",
  "_storeOptionsAsProperties",
  "_executableHandler",
  "_executableFile",
  "_executableDir",
  "_defaultCommandName",
  "_exitCallback",
  "_combineFlagAndOptionalValue",
  "_description",
  "_summary",
  "_argsDescription",
  "_enablePositionalOptions",
  "_passThroughOptions",
  "_showHelpAfterError",
  "_showSuggestionAfterError",
  "_outputConfiguration",
  "_hidden",
  "_helpOption",
  "_addImplicitHelpCommand",
  "_helpCommand",
  "_helpConfiguration",
  "_helpGroupHeading",
  "_defaultCommandGroup",
  "_defaultOptionGroup",
];

/**
 * Commands that use none of Node's modules: what is left of them runs no programs and reads no files, and they are no
 * event emitters, because nobody listens to them.
 */
function withoutModules(text, file) {
  const left = text
    .replace(/^const \w+ = require\('node:\w+'\).*;\n/gm, "")
    .replace("class Command extends EventEmitter {", "class Command {\n  emit() {}\n  listenerCount() { return 0; }")
    .replace("    super();\n", "");
  const code = left.replace(/\/\*\*[^]*?\*\//g, "");
  if (/EventEmitter|super\(|\b(childProcess|fs|path)\./.test(code))
    throw new Error(`${file} is not in the form that this build knows`);
  return left;
}

function withoutFields(text, file) {
  const assignment = (name) => new RegExp(`^    this\\.${name} = (\\{\\n[^]*?^    \\}|.*);.*\\n`, "m");
  return unusedFields.reduce((rest, name) => replaced(rest, assignment(name), { file, by: "" }), text);
}

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
