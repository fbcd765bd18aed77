const width = 80;
const margin = "    ";

/** Indents every line that is not empty. */
export function indent(text) {
  return text.replace(/^(?=.)/gm, margin);
}

/**
 * Breaks lines at spaces so that they fit after indenting; continued lines start with `hang`. A long word stays whole.
 */
export function fold(text, hang = "  ") {
  return text
    .split("\n")
    .map((line) => pack(line.split(/(?<=\S) /), { end: "", hang }))
    .join("\n");
}

/** Breaks a command line before options, as a shell continues it, and before an option's value that is too long. */
export function foldCommand(line) {
  const isLong = (part) => (margin + margin + part + end).length > width;
  const end = " \\";
  const parts = line.split(/ (?=--)/).flatMap((part) => (isLong(part) ? part.split(" ") : [part]));
  return pack(parts, { end, hang: margin });
}

function pack([first, ...rest], { end, hang }) {
  const lines = [first];
  for (const part of rest) {
    const longer = `${lines.at(-1)} ${part}`;
    if ((margin + longer + end).length <= width) lines[lines.length - 1] = longer;
    else lines.push(hang + part);
  }
  return lines.join(`${end}\n`);
}
