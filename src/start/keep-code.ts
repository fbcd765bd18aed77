import type { Script } from "node:vm";
import { isReady, writeCode } from "./code-cache";

/** A bundle that was loaded. */
export interface Bundle {
  exports: object;
  readonly script: Script;
  /** What its code is kept under. */
  readonly key: string;
  /** The paths that the code used here was compiled for; 0 where none was kept. */
  readonly paths: number;
}

/** What a run has loaded, and where to keep its code. */
interface Loaded {
  /** By the names they are required by. */
  readonly bundles: ReadonlyMap<string, Bundle>;
  /** The names of all there are: their order is that of the bits of `paths`. */
  readonly names: readonly string[];
  readonly folder: string;
  /** Takes more ways through the program, so that their code is kept too. */
  readonly rehearse: () => Promise<void>;
}

/** Keeps the code of every bundle that this run took on a path for which it was not compiled before. */
export async function keepCode({ bundles, names, folder, rehearse }: Loaded): Promise<void> {
  let taken = 0;
  for (const name of bundles.keys()) taken |= 1 << names.indexOf(name);
  const fresh = [...bundles.values()].filter(({ paths }) => (paths | taken) !== paths);
  if (fresh.length === 0 || !isReady(folder)) return;
  await rehearse();
  for (const { script, key, paths } of fresh) {
    writeCode(folder, key, { code: script.createCachedData(), paths: paths | taken });
  }
}
