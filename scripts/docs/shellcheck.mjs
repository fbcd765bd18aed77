import { execFile } from "node:child_process";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** Finds the check of a script: returns `{ check }`, or `{ skip }` on a machine without shellcheck. */
export async function findShellcheck() {
  const isThere = await execute("shellcheck", ["--version"]).then(
    () => true,
    () => false,
  );
  return ({ shell, steps }) => {
    if (!isThere) return { skip: "shellcheck is not installed" };
    const dialect = shell.split(" ")[0];
    return { check: async () => (await Promise.all(steps.map((text) => problems(dialect, text)))).join("") };
  };
}

function problems(dialect, text) {
  const running = execute("shellcheck", ["--shell", dialect, "-"]);
  running.child.stdin.end(text);
  return running.then(
    () => "",
    ({ stdout }) => stdout,
  );
}
