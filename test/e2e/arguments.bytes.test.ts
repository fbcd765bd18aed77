import { expect } from "@jest/globals";
import { posixTest } from "../support/posix";
import { executable, runProgram } from "../support/program";

const hook =
  "deploy put-lifecycle-event-hook-execution-status --deployment-id d-1 --lifecycle-event-hook-execution-id e-1";

/** A shell is the only one that can make such words: Node's own are always UTF-8. */
const typed = (line: string) =>
  runProgram({ program: ["sh", "-c", `exec "$0" "$1" ${line}`, process.execPath, executable], argv: [] });

posixTest.each([
  ["autoscaling put-lifecycle-hook --auto-scaling-group-name \"$(printf 'caf\\351')\"", "caf\\xe9"],
  [`${hook} -- echo "$(printf '\\377')"`, "\\xff"],
  ["\"$(printf '\\360\\237')\"", "\\xf0\\x9f"],
])("bytes that are not UTF-8 are refused: %s", async (line, word) => {
  expect(await typed(line)).toMatchObject({
    exitCode: 255,
    stdout: "",
    stderr: `\nThe argument '${word}' is not UTF-8\n`,
  });
});

posixTest("the replacement character itself is a character like any other", async () => {
  const { exitCode, stderr } = await typed(
    "autoscaling put-lifecycle-hook --lifecycle-hook-name \"$(printf '\\357\\277\\275')\"",
  );
  expect(exitCode).toBe(2);
  expect(stderr).toContain("the following arguments are required: --auto-scaling-group-name");
});
