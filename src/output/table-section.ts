import { eastAsianWidth } from "get-east-asian-width";
import type { Json } from "../types";
import { cellText } from "../python/text";
import { Unprintable } from "./unprintable";

/** A title, column names and rows, `level` deep in other sections. A title is null under a list that has none. */
export interface Section {
  readonly title: string | null;
  readonly level: number;
  names: readonly string[];
  readonly rows: (readonly string[])[];
  /** The number of columns, set by the first row or the names. */
  columns: number | undefined;
  readonly widths: number[];
}

const uneven = "rows of different lengths have no table form";

/** A section with nothing in it. */
export function newSection(title: string | null, level: number): Section {
  return { title, level, names: [], rows: [], columns: undefined, widths: [] };
}

/** Gives a section the names of its columns. */
export function addNames(section: Section, names: readonly string[]): void {
  section.columns ??= names.length;
  section.names = names;
  widen(section, names);
}

/** Adds a row. Throws an `Unprintable` if it does not have as many cells as the others. */
export function addRow(section: Section, row: readonly Json[]): void {
  section.columns ??= row.length;
  if (row.length !== section.columns) throw new Unprintable(uneven);
  const cells = row.map(cellText);
  section.rows.push(cells);
  widen(section, cells);
}

function widen({ widths }: Section, cells: readonly string[]): void {
  if (widths.length > 0 && cells.length > widths.length) throw new Unprintable(uneven);
  let at = 0;
  for (const cell of cells) {
    widths[at] = Math.max(widths[at] ?? 0, cellsOf(cell));
    at++;
  }
}

/** A section with names and one row becomes rows of a name and its value; any other is unchanged. */
export function turned(section: Section): Section {
  const { title, level, names, rows } = section;
  const [row] = rows;
  if (row === undefined || rows.length > 1 || names.length === 0) return section;
  const turnedRows = names.map((name, at) => [name, row[at] ?? ""]);
  return { title, level, names: [], rows: turnedRows, columns: 2, widths: [widest(names), widest(row)] };
}

/**
 * The width of a section in cells. Every column has two cells of padding on each side; each level of nesting adds a bar
 * on each side.
 */
export function sectionWidth({ title, level, widths }: Section): number {
  const columns = widths.reduce((sum, width) => sum + width + 4, 0);
  return Math.max(cellsOf(title ?? "None"), columns) + 2 + 2 * level;
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, text) => Math.max(most, cellsOf(text)), 0);
}

/** Terminal cells as aws-cli counts them: two for a wide, full-width or ambiguous character, one for any other. */
export function cellsOf(text: string): number {
  if (isAscii(text)) return text.length;
  let cells = 0;
  for (const character of text) cells += eastAsianWidth(character.codePointAt(0) ?? 0, { ambiguousAsWide: true });
  return cells;
}

/** Almost every text is, and a table has hundreds of thousands: a loop takes less time than a regular expression. */
function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20 || unit > 0x7e) return false;
  }
  return true;
}
