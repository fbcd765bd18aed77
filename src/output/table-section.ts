import { eastAsianWidth } from "get-east-asian-width";
import { Unprintable } from "./unprintable";

/** The names of columns, and how many cells each takes. */
export interface Names {
  readonly texts: readonly string[];
  readonly widths: readonly number[];
}

/** A title, column names and rows, `level` deep in other sections. A title is null under a list that has none. */
export interface Section {
  readonly title: string | null;
  readonly level: number;
  names: Names;
  readonly rows: (readonly string[])[];
  /** The number of columns, set by the first row or the names. */
  columns: number | undefined;
  readonly widths: number[];
}

const uneven = "rows of different lengths have no table form";

/** Names with their widths, which are the same in many sections. */
export function namesOf(texts: readonly string[]): Names {
  return { texts, widths: widthsOf(texts) };
}

const noNames = namesOf([]);

/** A section with nothing in it. */
export function newSection(title: string | null, level: number): Section {
  return { title, level, names: noNames, rows: [], columns: undefined, widths: [] };
}

/** Gives a section the names of its columns. */
export function addNames(section: Section, names: Names): void {
  section.columns ??= names.texts.length;
  section.names = names;
  widen(section, names.widths);
}

/** Adds a row. Throws an `Unprintable` if it does not have as many cells as the others. */
export function addRow(section: Section, row: readonly string[]): void {
  section.columns ??= row.length;
  if (row.length !== section.columns) throw new Unprintable(uneven);
  section.rows.push(row);
  widen(section, widthsOf(row));
}

function widen(section: Section, widths: readonly number[]): void {
  const most = section.widths;
  if (most.length > 0 && widths.length > most.length) throw new Unprintable(uneven);
  for (let at = 0; at < widths.length; at++) most[at] = Math.max(most[at] ?? 0, widths[at] ?? 0);
}

/** A section with names and one row becomes rows of a name and its value; any other is unchanged. */
export function turned(section: Section): Section {
  const row = rowToTurn(section);
  if (!row) return section;
  const { title, level, names } = section;
  const rows = names.texts.map((name, at) => [name, row[at] ?? ""]);
  return { title, level, names: noNames, rows, columns: 2, widths: turnedWidths(names, row) };
}

/** The width that a section has if it is turned, in cells. */
export function turnedWidth(section: Section): number {
  const row = rowToTurn(section);
  if (!row) return sectionWidth(section);
  const { title, level, names } = section;
  return sectionWidth({ title, level, widths: turnedWidths(names, row) });
}

function rowToTurn({ names, rows }: Section): readonly string[] | undefined {
  return rows.length === 1 && names.texts.length > 0 ? rows[0] : undefined;
}

function turnedWidths({ widths }: Names, row: readonly string[]): number[] {
  return [widest(widths), widest(widthsOf(row))];
}

/**
 * The width of a section in cells. Every column has two cells of padding on each side; each level of nesting adds a bar
 * on each side.
 */
export function sectionWidth({ title, level, widths }: Pick<Section, "title" | "level" | "widths">): number {
  let columns = 0;
  for (const width of widths) columns += width + 4;
  return Math.max(cellsOf(title ?? "None"), columns) + 2 + 2 * level;
}

function widthsOf(texts: readonly string[]): readonly number[] {
  const widths: number[] = [];
  for (const text of texts) widths.push(cellsOf(text));
  return widths;
}

function widest(widths: readonly number[]): number {
  let most = 0;
  for (const width of widths) most = Math.max(most, width);
  return most;
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
