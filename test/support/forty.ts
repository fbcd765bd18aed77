import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { operations } from "../../src/operations/all";

/** A copy of the project that was built with more operations. */
export interface BuiltCopy {
  readonly folder: string;
  readonly program: readonly [string, ...string[]];
  /** Returns the bundles that the last run read, and clears the list. */
  readonly loaded: () => Promise<readonly string[]>;
  readonly remove: () => Promise<void>;
}

/** The files that a build reads; the packages are shared. */
const sources = [
  "bin",
  "models",
  "package-lock.json",
  "package.json",
  "package-lock.json",
  "scripts",
  "skeletons",
  "src",
  "tsconfig.json",
];

/** Copies the project, copies the declaration and skeletons of put-lifecycle-hook until there are `count` operations, and builds it. */
export async function buildWithOperations(count: number): Promise<BuiltCopy> {
  const folder = await mkdtemp(path.join(tmpdir(), "operations-"));
  const inCopy = (file: string): string => path.join(folder, file);
  await Promise.all(sources.map((source) => cp(source, inCopy(source), { recursive: true })));
  await symlink(path.resolve("node_modules"), inCopy("node_modules"), "junction");
  const numbers = Array.from({ length: count - operations.length }, (_, at) => at + 1);
  await Promise.all(numbers.map((number) => copyOperation(number, inCopy)));
  await listCopies(numbers, inCopy("src/operations/all.ts"));
  await promisify(execFile)(process.execPath, [inCopy("scripts/build.mjs")]);
  const [hook, list] = [inCopy("hook.cjs"), inCopy("loaded")];
  await writeFile(hook, noteReads(list));
  return {
    folder,
    program: [process.execPath, "--require", hook, inCopy("bin/aws-lifecycle-hooks.js")],
    loaded: async () => {
      const names = (await readFile(list, "utf8")).trim().split("\n");
      await rm(list);
      return names;
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function copyOperation(number: number, inCopy: (file: string) => string): Promise<void> {
  const name = `CopyHook${"ABCDEFGHIJKLMNOPQRSTUVWXYZ".charAt(number - 1)}`;
  const declaration = await readFile(inCopy("src/operations/put-lifecycle-hook.ts"), "utf8");
  const copied = declaration
    .replace("declare(autoScaling, model,", `declare(autoScaling, { ...model, name: "${name}" },`)
    .replace("export const putLifecycleHook", `export const copy${number}`);
  await writeFile(inCopy(`src/operations/${wordOf(number)}.ts`), copied);
  for (const kind of ["input", "output"]) {
    const skeleton = inCopy(`skeletons/autoscaling/put-lifecycle-hook.${kind}.json`);
    await cp(skeleton, inCopy(`skeletons/autoscaling/${wordOf(number)}.${kind}.json`));
  }
}

async function listCopies(numbers: readonly number[], file: string): Promise<void> {
  const list = await readFile(file, "utf8");
  const imports = numbers.map((number) => `import { copy${number} } from "./${wordOf(number)}";\n`);
  const names = numbers.map((number) => `copy${number}, `);
  await writeFile(file, imports.join("") + list.replace("Operation[] = [", `Operation[] = [${names.join("")}`));
}

function wordOf(number: number): string {
  return `copy-hook-${"abcdefghijklmnopqrstuvwxyz".charAt(number - 1)}`;
}

/** A module that, loaded before the program, writes the names of the bundles that it reads to a file. */
function noteReads(list: string): string {
  return `
    const fs = require("node:fs");
    const read = fs.readFileSync;
    fs.readFileSync = (file, ...rest) => {
      if (/[\\\\/]dist[\\\\/][^\\\\/]+[.]js$/.test(file)) {
        fs.appendFileSync(${JSON.stringify(list)}, require("node:path").basename(file) + "\\n");
      }
      return read(file, ...rest);
    };`;
}
