import { readFileSync, writeSync } from "node:fs";
import { Script } from "node:vm";
import type * as Main from "../main";
import { openCodeCache } from "./code-cache";

interface Bundle {
  readonly exports: Record<string, unknown>;
  readonly script: Script;
  readonly key: string;
  /** The paths that the code used here was compiled for; 0 where none was kept. */
  readonly paths: number;
}

/** Content hashes of the bundles beside this one, put in by the build. */
declare const BUNDLE_HASHES: Readonly<Record<string, string>>;

const cache = openCodeCache(process.env);
const bundles = new Map<string, Bundle>();

/** What `require` gave, by name: Node's own does much again each time. */
const builtins = new Map<string, unknown>();

/** `require` for bundles: one beside this file goes through the code cache, once; all else is Node's. */
function requireBundle(id: string): unknown {
  if (id.startsWith("./")) return (bundles.get(id) ?? load(id)).exports;
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- the names come from the bundles' own requires
  if (!builtins.has(id)) builtins.set(id, require(id));
  return builtins.get(id);
}

function load(id: string): Bundle {
  const file = `${__dirname}/${id.slice(2)}`;
  const source = readFileSync(file, "utf8");
  const key = `${BUNDLE_HASHES[id] ?? ""}-${process.version}-${process.arch}`;
  const kept = cache?.read(key);
  const script = new Script(source, { filename: file, ...(kept && { cachedData: kept.code }) });
  const module = { exports: {} };
  const bundle = {
    get exports() {
      return module.exports;
    },
    script,
    key,
    paths: kept && !script.cachedDataRejected ? kept.paths : 0,
  };
  bundles.set(id, bundle);
  (script.runInThisContext() as (...values: unknown[]) => void)(module.exports, requireBundle, module, __dirname);
  return bundle;
}

/** Keeps the code of every bundle that this run took on a path for which it was not compiled before. */
async function keepCode(): Promise<void> {
  const all = Object.keys(BUNDLE_HASHES);
  const taken = [...bundles.keys()].reduce((bits, id) => bits | (1 << all.indexOf(id)), 0);
  const fresh = [...bundles.values()].filter(({ paths }) => (paths | taken) !== paths);
  if (!cache || fresh.length === 0 || !cache.isReady()) return;
  await rehearse();
  for (const { script, key, paths } of fresh) {
    cache.write(key, { code: script.createCachedData(), paths: paths | taken });
  }
}

let ended = false;

/** Ends a run that has no result, and whatever it has under way: exit 255, the reason on standard error if it takes it. */
function giveUp(reason: unknown): void {
  if (ended) return;
  try {
    writeSync(2, `\n${reason instanceof Error ? reason.message : String(reason)}\n`);
  } finally {
    process.exit(255);
  }
}

process.once("uncaughtException", giveUp);
process.once("beforeExit", () => {
  giveUp("The run ended without a result. If a call was under way, it may have been made.");
});
const { main, processIo, rehearse } = requireBundle("./main.js") as typeof Main;
void main(process.argv.slice(2), processIo()).then((exitCode) => {
  ended = true;
  process.exitCode = exitCode;
  return keepCode();
}, giveUp);
