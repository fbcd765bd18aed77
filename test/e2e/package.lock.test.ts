import { expect, test } from "@jest/globals";
import lock from "../../package-lock.json";

interface Locked {
  readonly version?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** npm leaves out what it cannot find for other platforms than its own, and `npm ci` then refuses the file. */
test("the lock file has every platform's packages", () => {
  const packages: Readonly<Record<string, Locked>> = lock.packages;
  const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !packages[`node_modules/${name}`] && !packages[`${folder}/node_modules/${name}`],
    ),
  );
  expect(missing).toEqual([]);
});
