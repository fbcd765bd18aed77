import { readFileSync } from "node:fs";
import { Script } from "node:vm";

/** The function that a bundle's text is: it hands over what the bundle exports. */
type Run = (provide: (exports: object) => void, require: (id: string) => unknown, dirname: string) => void;

/**
 * `require` for the package's bundles, in a folder: each is loaded once, and Node loads everything else. If a user's
 * bundler has made one file of the function, it has left the bundles behind: the error says so.
 */
export function bundlesIn(folder: string, requireBuiltin: (id: string) => unknown): (id: string) => unknown {
  const loaded = new Map<string, { exports: object }>();
  const requireBundle = (id: string): unknown =>
    id.startsWith("./") ? (loaded.get(id) ?? load(id)).exports : requireBuiltin(id);

  function load(id: string): { exports: object } {
    const filename = folder + id.slice(1);
    const bundle = { exports: {} };
    const run = new Script(textOf(filename), { filename }).runInThisContext() as Run;
    loaded.set(id, bundle);
    const provide = (exports: object): void => {
      bundle.exports = exports;
    };
    run(provide, requireBundle, folder);
    return bundle;
  }
  return requireBundle;
}

function textOf(filename: string): string {
  try {
    return readFileSync(filename, "utf8");
  } catch (error) {
    throw new Error(
      `aws-lifecycle-hooks: a file of the package is not there: ${filename}. If a bundler made the function, tell it to leave aws-lifecycle-hooks out, and install the package beside the function`,
      { cause: error },
    );
  }
}
