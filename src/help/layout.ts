import type { Block } from "./block";

/** The layout of a page: `width` in cells; `bold` marks headings and terms. */
export interface Layout {
  readonly width: number;
  readonly bold: (text: string) => string;
}

const indent = 4;
const codeIndent = 6;
const entryIndent = 10;

/** A page as text. Every line fits the width, except words that cannot be broken. An empty line separates blocks. */
export function layOut(blocks: readonly Block[], layout: Layout): string {
  return (
    blocks
      .map((block) => `${linesOf(block, layout).join("\n")}\n${block.kind === "heading" ? "" : "\n"}`)
      .join("")
      .trimEnd() + "\n"
  );
}

function linesOf(block: Block, { width, bold }: Layout): readonly string[] {
  switch (block.kind) {
    case "heading":
      return [bold(block.text)];
    case "paragraph":
      return wrap(block.text, { width, indent });
    case "code":
      return block.lines.map((line) => (line === "" ? "" : " ".repeat(codeIndent) + line));
    case "entry":
      return [
        " ".repeat(indent) + bold(block.term),
        ...block.texts.flatMap((text) => wrap(text, { width, indent: entryIndent })),
      ];
    case "tree":
      return block.lines.flatMap(({ depth, text }) => treeLine(text, { width, indent: entryIndent + 2 * depth }));
    case "rows": {
      const room = Math.max(...block.rows.map(([term]) => term.length)) + 2;
      return block.rows.flatMap(([term, meaning]) => {
        const [first = "", ...rest] = wrap(meaning, { width, indent: indent + room });
        return [" ".repeat(indent) + bold(term) + first.slice(indent + term.length), ...rest];
      });
    }
  }
}

/** A line of a tree; text that does not fit goes on in the next line, a little further in. */
function treeLine(
  text: string,
  { width, indent }: { readonly width: number; readonly indent: number },
): readonly string[] {
  const [first = "", ...rest] = wrap(text, { width, indent: indent + 4 });
  return [" ".repeat(indent) + first.trimStart(), ...rest];
}

/** Breaks text at its blanks. A word that is wider than the width has a line to itself. */
function wrap(text: string, { width, indent }: { readonly width: number; readonly indent: number }): readonly string[] {
  const room = width - indent;
  const margin = " ".repeat(indent);
  const lines: string[] = [];
  let at = 0;
  while (text.length - at > room) {
    const last = text.lastIndexOf(" ", at + room);
    const end = last > at ? last : text.indexOf(" ", at + 1);
    if (end < 0) break;
    lines.push(margin + text.slice(at, end));
    at = end + 1;
  }
  return [...lines, margin + text.slice(at)];
}
