import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, test } from "@jest/globals";
import { canMakeTerminals } from "../support/terminal";

/** The shell blocks are for POSIX shells. */
const onPosix = process.platform === "win32" ? describe.skip : describe;

interface Checked {
  readonly exitCode: number;
  readonly lines: readonly string[];
}

function check(script: string, ...words: string[]): Promise<Checked> {
  return new Promise((resolve) => {
    execFile(process.execPath, [path.join("scripts", script), ...words], (error, stdout, stderr) => {
      const exitCode = typeof error?.code === "number" ? error.code : 0;
      resolve({ exitCode, lines: `${stdout}${stderr}`.trimEnd().split("\n") });
    });
  });
}

async function checkText(markdown: string): Promise<Checked> {
  const folder = await mkdtemp(path.join(tmpdir(), "markdown-"));
  const file = path.join(folder, "text.md");
  await writeFile(file, markdown);
  const checked = await check("docs-check.mjs", path.relative(process.cwd(), file));
  await rm(folder, { recursive: true });
  return checked;
}

onPosix("the documentation is true", () => {
  test("every shell block and every pipeline script does what it says", async () => {
    const { exitCode, lines } = await check("docs-check.mjs");
    expect(lines.filter((line) => /^(FAIL| )/.test(line)).join("\n")).toBe("");
    expect(lines.at(-1)).toMatch(/^\d+ passed, 0 failed, \d+ skipped$/);
    expect(exitCode).toBe(0);
    const skipped = lines.filter((line) => /^skip (?!.*shellcheck is not installed)/.test(line));
    expect(skipped.map((line) => line.replace(/^skip (.*?)(:\d+)?: /, "$1: ")).sort()).toEqual([
      "README.md: it is for fish",
      "README.md: it is for zsh",
      "README.md: it is the project's own build",
      "README.md: it takes minutes, and no test should depend on time",
      "README.md: they are the project's own build and tests",
      "docs/from-aws-cli.md: it is part of the project's own tests",
      "docs/from-aws-cli.md: it needs aws-cli v1",
      "docs/from-aws-cli.md: it needs the record of aws-cli v1",
      "docs/on-instance.md: it needs an instance with systemd",
      "docs/pipelines/codebuild-deploy.buildspec.yml: form: no npm package has its schema",
      "docs/pipelines/codebuild-hook.buildspec.yml: form: no npm package has its schema",
    ]);
  });

  test.each(["terminal", ...(canMakeTerminals ? ["waiting"] : [])])(
    "the picture %s.svg is what the program prints",
    async (name) => {
      expect(await check("picture.mjs", "--check", name)).toEqual({ exitCode: 0, lines: [""] });
    },
  );
});

onPosix("a block that is wrong", () => {
  const blocks = [
    { block: "sh\nfalse\n", said: "exit code 1, not 0" },
    { block: "sh\naws-lifecycle-hooks autoscaling put-lifecycle-hook\n", said: "exit code 2, not 0" },
    { block: "console\n$ echo one\ntwo\n", said: "$ echo one" },
    { block: "json\n{ a: 1 }\n", said: "SyntaxError" },
    { block: "yaml\na: [1\n", said: "Flow sequence" },
    { block: "yaml\non: push\njobs:\n  a:\n    steps:\n      - run: echo\n", said: "Required property is missing" },
    { block: "js\nconst a = ;\n", said: "SyntaxError: Unexpected token" },
    { block: "ts\nconst a: = 1;\n", said: "Type expected" },
  ];
  let checked: Checked;

  beforeAll(async () => {
    checked = await checkText(blocks.map(({ block }) => `\`\`\`${block}\`\`\`\n`).join("\n"));
  });

  test.each(blocks)("is found: $said", ({ said }) => {
    expect(checked.lines.join("\n")).toContain(said);
  });

  test("makes the check fail", () => {
    expect(checked.lines.at(-1)).toBe(`0 passed, ${blocks.length} failed, 0 skipped`);
    expect(checked.exitCode).toBe(1);
  });
});
