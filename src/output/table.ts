import type { Json } from "../types";
import { build } from "./table-build";
import { cellsOf, sectionWidth, turned, type Section } from "./table-section";

/** The colours of a table's parts: plain text unless colours are wanted. */
export interface Style {
  cell(text: string): string;
  /** The bars that mark a nested section. */
  indentation(text: string): string;
}

/**
 * A value in the `table` format: nothing for an empty one, only the title for a scalar. A table wider than `width`
 * cells has its sections of one row turned on their side (aws-cli's table formatter). Throws an `Unprintable` for values
 * that do not make rows of one length.
 */
export function tableOf(value: Json, title: string, { width, style }: { width: number; style: Style }): string {
  const sections: Section[] = [];
  if (!build(sections, value, { title, level: 0 })) return "";
  const shown = tableWidth(sections) > width ? sections.map(turned) : sections;
  const total = tableWidth(shown);
  const lines = shown.flatMap((section) => sectionLines(section, total, style));
  return ["-".repeat(total), ...lines].map((line) => `${line}\n`).join("");
}

function tableWidth(sections: readonly Section[]): number {
  return Math.max(...sections.map(sectionWidth));
}

function sectionLines(section: Section, total: number, style: Style): readonly string[] {
  const { title, names, rows, level } = section;
  const width = total - 2 * level;
  const widths = columnWidths(section.widths, width);
  const rule = inColumns(widths, ({ left, room }) => left.replace("|", "+") + "-".repeat(room - left.length - 1) + "+");
  const lines: string[] = [];
  if (title) {
    lines.push(centered(title, { left: "|", room: width }));
    if (names.length === 0 && rows.length === 0) lines.push(`+${"-".repeat(width - 2)}+`);
  }
  if (names.length > 0)
    lines.push(
      rule,
      inColumns(widths, (column) => centered(names[column.at] ?? "", column)),
    );
  if (rows.length > 0 && widths.length > 0) {
    const cells = (row: readonly string[]) => (column: Column) => leftAligned(row[column.at] ?? "", column, style);
    lines.push(rule, ...rows.map((row) => inColumns(widths, cells(row))), rule);
  }
  const bars = style.indentation("|").repeat(level);
  return lines.map((line) => bars + line + bars);
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

interface Column extends Room {
  readonly at: number;
}

function inColumns(widths: readonly number[], cell: (column: Column) => string): string {
  return widths.map((room, at) => cell({ at, room, left: at === 0 ? "|" : "" })).join("");
}

function centered(text: string, { left, room }: Room): string {
  const before = Math.floor(room / 2) - Math.floor(cellsOf(text) / 2) - 1;
  const after = room - 1 - left.length - before - cellsOf(text);
  return `${left}${spaces(before)}${text}${spaces(after)}|`;
}

/** A text with two cells of padding on the left, or with none if the column has become too narrow for them. */
function leftAligned(text: string, { left, room }: Room, style: Style): string {
  const free = room - left.length - cellsOf(text) - 1;
  const padding = free >= 2 ? 2 : 0;
  return `${left}${spaces(padding)}${style.cell(text)}${spaces(free - padding)}|`;
}

const spaces = (count: number) => " ".repeat(Math.max(count, 0));
