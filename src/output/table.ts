import type { Json } from "../types";
import { eachSection } from "./table-build";
import { cellsOf, sectionWidth, turned, turnedWidth, type Section } from "./table-section";

/** The colours of a table's parts: plain text unless colours are wanted. */
export interface Style {
  cell(text: string): string;
  /** The bars that mark a nested section. */
  indentation(text: string): string;
}

/** How wide a table may be in cells, how it is coloured, and what takes its lines. */
interface Look {
  readonly width: number;
  readonly style: Style;
  readonly add: (line: string) => void;
}

/**
 * Adds a value in the `table` format: nothing for an empty one, only the title for a scalar. A table wider than `width`
 * cells has its sections of one row turned on their side (aws-cli's table formatter). Throws an `Unprintable` for values
 * that do not make rows of one length, before anything is added.
 */
export function addTable(value: Json, title: string, { width, style, add }: Look): void {
  let [straight, aside] = [0, 0];
  eachSection(value, title, (section) => {
    straight = Math.max(straight, sectionWidth(section));
    aside = Math.max(aside, turnedWidth(section));
  });
  if (straight === 0) return;
  const isTurned = straight > width;
  const total = isTurned ? aside : straight;
  add(`${"-".repeat(total)}\n`);
  const frameOf = frames(total, style);
  eachSection(value, title, (section) => {
    const shown = isTurned ? turned(section) : section;
    const { bars, widths, head, foot } = frameOf(shown);
    if (head !== "") add(head);
    if (foot === "") return;
    for (const row of shown.rows) add(`${bars}${rowOf(row, widths, style)}${bars}\n`);
    add(foot);
  });
}

/** The lines above and below the rows of a section; none below it if it shows no rows. */
interface Frame {
  readonly bars: string;
  readonly widths: readonly number[];
  readonly head: string;
  readonly foot: string;
}

/** The most frames that are remembered at a time. */
const remembered = 1000;

/** The frames of a table's sections, each made once: many sections have the same. */
function frames(total: number, style: Style): (section: Section) => Frame {
  const made = new Map<string, Frame>();
  return (section) => {
    const { title, level, names, widths, rows } = section;
    const key = [level, rows.length > 0, widths.length, ...widths, title, ...names.texts].join("\0");
    const known = made.get(key);
    if (known) return known;
    if (made.size === remembered) made.clear();
    const frame = frameOf(section, total, style);
    made.set(key, frame);
    return frame;
  };
}

function frameOf({ title, rows, level, ...section }: Section, total: number, style: Style): Frame {
  const names = section.names.texts;
  const bars = style.indentation("|").repeat(level);
  const width = total - 2 * level;
  const widths = columnWidths(section.widths, width);
  const rule = inColumns(
    widths,
    (_, { left, room }) => left.replace("|", "+") + "-".repeat(room - left.length - 1) + "+",
  );
  const above: string[] = [];
  if (title) {
    above.push(centered(title, { left: "|", room: width }));
    if (names.length === 0 && rows.length === 0) above.push(`+${dashes(width - 2)}+`);
  }
  if (names.length > 0)
    above.push(
      rule,
      inColumns(widths, (at, room) => centered(names[at] ?? "", room)),
    );
  const hasRows = rows.length > 0 && widths.length > 0;
  if (hasRows) above.push(rule);
  const inBars = (line: string): string => `${bars}${line}${bars}\n`;
  return { bars, widths, head: above.map(inBars).join(""), foot: hasRows ? inBars(rule) : "" };
}

/**
 * The widths of the columns, in proportion to the whole; what rounding leaves over or takes too much goes to the outer
 * columns.
 */
function columnWidths(widths: readonly number[], total: number): readonly number[] {
  if (widths.length === 0) return widths;
  const padded = widths.map((width) => width + 4);
  const factor = total / padded.reduce((sum, width) => sum + width, 0);
  const scaled = padded.map((width) => halfToEven(factor * width));
  let off = scaled.reduce((sum, width) => sum + width, 0) - total;
  for (let at = 0; off !== 0; at = (at + 1) % scaled.length) {
    const index = off > 0 ? at : scaled.length - 1 - at;
    scaled[index] = (scaled[index] ?? 0) - Math.sign(off);
    off -= Math.sign(off);
  }
  return scaled;
}

function halfToEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

/** The room for a cell: `room` counts the bar on its right and, in the first column, the one on its left. */
interface Room {
  readonly left: "|" | "";
  readonly room: number;
}

function inColumns(widths: readonly number[], cell: (at: number, room: Room) => string): string {
  let line = "";
  for (let at = 0; at < widths.length; at++) line += cell(at, { room: widths[at] ?? 0, left: at === 0 ? "|" : "" });
  return line;
}

function centered(text: string, { left, room }: Room): string {
  const cells = cellsOf(text);
  const before = Math.floor(room / 2) - Math.floor(cells / 2) - 1;
  const after = room - 1 - left.length - before - cells;
  return `${left}${spaces(before)}${text}${spaces(after)}|`;
}

/** A row: each text has two cells of padding on its left, or none if its column has become too narrow for them. */
function rowOf(row: readonly string[], widths: readonly number[], style: Style): string {
  let line = "|";
  for (let at = 0; at < widths.length; at++) {
    const text = row[at] ?? "";
    const free = (widths[at] ?? 0) - (at === 0 ? 2 : 1) - cellsOf(text);
    const padding = free >= 2 ? 2 : 0;
    line += `${spaces(padding)}${style.cell(text)}${spaces(free - padding)}|`;
  }
  return line;
}

const spaces = cutFrom(" ".repeat(256));
const dashes = cutFrom("-".repeat(256));

/** To cut from a text that repeats a character takes less time than to repeat it. */
function cutFrom(many: string): (count: number) => string {
  return (count) => (count <= many.length ? many.slice(0, Math.max(count, 0)) : many.charAt(0).repeat(count));
}
