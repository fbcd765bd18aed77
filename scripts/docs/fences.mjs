import MarkdownIt from "markdown-it";

const shells = new Set(["sh", "bash", "console"]);

/**
 * The fenced blocks of a Markdown text that can be run or parsed: `{ line, lang, isShell, text, notRun, isParsed, exitCode,
 * world }`. The comment before a block says what is special about it: `<!-- not run: why -->`, `<!-- parsed only: why -->`,
 * `<!-- exit code 255 -->` or `<!-- world: name -->`.
 */
export function blocksOf(markdown, dataLanguages) {
  const tokens = new MarkdownIt({ html: true }).parse(markdown, {});
  return tokens.flatMap((token, index) => {
    const lang = token.info.trim();
    const isShell = shells.has(lang);
    if (token.type !== "fence" || !(isShell || dataLanguages.includes(lang))) return [];
    const before = tokens[index - 1];
    const remark = before?.type === "html_block" ? before.content : "";
    const notRun = /<!-- not run: (.+) -->/.exec(remark)?.[1];
    const isParsed = /<!-- parsed only: .+ -->/.test(remark);
    const exitCode = Number(/<!-- exit code (\d+) -->/.exec(remark)?.[1] ?? 0);
    const world = /<!-- world: (\w+) -->/.exec(remark)?.[1];
    return [{ line: token.map[0] + 1, lang, isShell, text: token.content, notRun, isParsed, exitCode, world }];
  });
}

/** The commands of a `console` block, each with the output that the block shows for it: `{ command, output }`. */
export function transcript(text) {
  const steps = [];
  for (const line of text.trimEnd().split("\n")) {
    const step = steps.at(-1);
    if (line.startsWith("$ ")) steps.push({ command: line.slice(2), output: "" });
    else if (line.startsWith("> ") && step) step.command += `\n${line.slice(2)}`;
    else if (step) step.output += `${line}\n`;
  }
  return steps;
}
