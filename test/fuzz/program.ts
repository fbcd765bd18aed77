import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { runInThisContext } from "node:vm";
import type * as Main from "../../src/main";

/** The built program's `main`, from its bundles, which are functions in a file each: see src/start. */
export function loadProgram(): typeof Main.main {
  const dist = path.resolve("dist");
  const requireOther = createRequire(path.join(dist, "x"));
  const bundles = new Map<string, object>();
  const load = (id: string): unknown => {
    if (!id.startsWith("./")) return requireOther(id);
    const known = bundles.get(id);
    if (known) return known;
    const file = path.join(dist, id);
    const run = runInThisContext(readFileSync(file, "utf8"), { filename: file }) as (...given: unknown[]) => void;
    run((exports: object) => bundles.set(id, exports), load, dist);
    return bundles.get(id);
  };
  return (load("./main.js") as typeof Main).main;
}
