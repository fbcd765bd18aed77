import { readFileSync } from "node:fs";
import { Script } from "node:vm";
import { openCodeCache } from "./code-cache";

/** How this build requires its bundles, in the order of the bits of `paths`, and a hash of all; put in by the build. */
declare const BUNDLES: readonly string[];
declare const BUNDLES_HASH: string;

/** What a bundle's text is: a function that hands over what the bundle exports. */
type Run = (provide: (exports: object) => void, require: Bundles["require"], dirname: string) => void;

interface Bundle {
  exports: object;
  readonly script: Script;
  readonly key: string;
  /** The paths that the code used here was compiled for; 0 where none was kept. */
  readonly paths: number;
}

/** The program's bundles, each loaded when it is first required. */
export interface Bundles {
  /** `require` for bundles: another bundle goes through the code cache, once; all else is Node's. */
  require(id: string): unknown;
  /** Keeps the code of every bundle that this run took on a path for which it was not compiled before. */
  keepCode(rehearse: () => Promise<void>): Promise<void>;
}

/** The bundles in a folder. `requireBuiltin` gives Node's own modules. */
export function openBundles(folder: string, requireBuiltin: (id: string) => unknown): Bundles {
  const cache = openCodeCache(process.env);
  const bundles = new Map<string, Bundle>();
  /** What `requireBuiltin` gave, by name: it does much again each time. */
  const builtins = new Map<string, unknown>();

  function requireBundle(id: string): unknown {
    if (id.startsWith("./")) return (bundles.get(id) ?? load(id)).exports;
    if (!builtins.has(id)) builtins.set(id, requireBuiltin(id));
    return builtins.get(id);
  }

  function load(id: string): Bundle {
    const file = folder + id.slice(1);
    const source = readFileSync(file, "utf8");
    const key = `${id.slice(2)}-${BUNDLES_HASH}-${process.version}-${process.arch}`;
    const kept = cache?.read(key);
    const script = new Script(source, { filename: file, ...(kept && { cachedData: kept.code }) });
    const bundle: Bundle = { exports: {}, script, key, paths: kept && !script.cachedDataRejected ? kept.paths : 0 };
    bundles.set(id, bundle);
    const provide = (exports: object): void => {
      bundle.exports = exports;
    };
    (script.runInThisContext() as Run)(provide, requireBundle, folder);
    return bundle;
  }

  return {
    require: requireBundle,
    async keepCode(rehearse) {
      let taken = 0;
      for (const id of bundles.keys()) taken |= 1 << BUNDLES.indexOf(id);
      const fresh = [...bundles.values()].filter(({ paths }) => (paths | taken) !== paths);
      if (!cache || fresh.length === 0 || !cache.isReady()) return;
      await rehearse();
      for (const { script, key, paths } of fresh) {
        cache.write(key, { code: script.createCachedData(), paths: paths | taken });
      }
    },
  };
}
