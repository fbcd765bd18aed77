import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "@jest/globals";
import { createFolders, runProgram } from "../support/program";
import { callableWords, dispatcherPattern, operationTable } from "../support/operation-docs";
import { posixTest } from "../support/posix";

const readme = readFileSync("README.md", "utf8");
const dispatcher = /cat > ~\/bin\/aws <<'SCRIPT'\n(.*?)^SCRIPT$/ms.exec(readme)?.[1] ?? "";

test("README's dispatcher knows all operations and waiters", () => {
  expect(dispatcher).toContain(dispatcherPattern());
});

test("the page for those who come from aws-cli has a table of all operations", () => {
  expect(readFileSync("docs/from-aws-cli.md", "utf8")).toContain(operationTable());
});

posixTest("the dispatcher hands over what is ours, wherever options stand, and nothing else", async () => {
  const folders = await createFolders();
  try {
    for (const [name, text] of [
      ["aws", dispatcher],
      ["aws-lifecycle-hooks", "#!/bin/sh\necho ours"],
      ["real", "#!/bin/sh\necho theirs"],
    ] as const) {
      writeFileSync(path.join(folders.cwd, name), `${text}\n`);
      chmodSync(path.join(folders.cwd, name), 0o755);
    }
    const goesTo = async (line: string) => {
      const env = { PATH: `${folders.cwd}:${process.env["PATH"] ?? ""}`, REAL_AWS: path.join(folders.cwd, "real") };
      const run = await runProgram({ program: [path.join(folders.cwd, "aws")], argv: line.split(" "), folders, env });
      return run.stdout.trim();
    };
    const ours = callableWords().map(
      (words) => `--region eu-west-1 --debug ${words.replace(" ", " --output text ")} --x y`,
    );
    for (const line of ours) expect([line, await goesTo(line)]).toEqual([line, "ours"]);
    const theirs = [
      "appconfig get-deployment --x y",
      "--profile deploy appconfig get-deployment",
      "deploy push --source get-deployment",
      "ecs list-services",
      "deploy wait help",
      "--version",
    ];
    for (const line of theirs) expect([line, await goesTo(line)]).toEqual([line, "theirs"]);
  } finally {
    await folders.remove();
  }
});
