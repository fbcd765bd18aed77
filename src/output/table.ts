import { eastAsianWidth } from "get-east-asian-width";
import { cellText } from "./python-text";
import { Unprintable, compare, isHash, isList, isNumber, type Value } from "./value";

type List = readonly Value[];
type Hash = ReadonlyMap<string, Value>;

/** How parts of a table are coloured: plain text unless colours are wanted. */
export interface Style {
  cell(text: string): string;
  /** The bars that mark a nested section. */
  indentation(text: string): string;
}

/** A title, column names and rows, `level` deep in other sections. A title is null under a list that has none. */
interface Section {
  readonly title: string | null;
  readonly level: number;
  names: readonly string[];
  readonly rows: (readonly string[])[];
  /** The number of columns, set by the first row or the names. */
  columns: number | undefined;
  readonly widths: number[];
}

/**
 * A value in the `table` format: nothing for an empty one, only the title for a scalar. A table wider than `width`
 * cells has its sections of one row turned on their side (aws-cli's table formatter). Throws an `Unprintable` for values
 * that do not make rows of one length.
 */
export function tableOf(value: Value, title: string, { width, style }: { width: number; style: Style }): string {
  const sections: Section[] = [];
  if (!build(sections, value, { title, level: 0 })) return "";
  const shown = tableWidth(sections) > width ? sections.map(turned) : sections;
  const total = tableWidth(shown);
  const lines = shown.flatMap((section) => sectionLines(section, total, style));
  return ["-".repeat(total), ...lines].map((line) => `${line}\n`).join("");
}

/** Adds the sections of a value; false for one that shows nothing. Without a title, rows go to the last section. */
function build(sections: Section[], value: Value, { title, level }: Pick<Section, "title" | "level">): boolean {
  if (isNothing(value)) return false;
  if (title !== null) sections.push(newSection(title, level));
  if (isHash(value)) buildHash(sections, value, level);
  else if (isList(value) && isHash(value[0] ?? null)) buildHashes(sections, value, { title, level });
  else if (isList(value)) for (const item of value) buildItem(sections, item);
  return true;
}

function buildItem(sections: Section[], item: Value): void {
  if (isHash(item)) addRow(last(sections), [...item.keys()]);
  else if (!isList(item)) addRow(last(sections), [item]);
  else if (item.every(isScalar)) addRow(last(sections), item);
  else build(sections, item, { title: null, level: 0 });
}

function buildHash(sections: Section[], hash: Hash, level: number): void {
  const [scalars, nested] = memberNames([hash]);
  const section = last(sections);
  const only = scalars[0];
  if (scalars.length === 1 && only !== undefined) addRow(section, [only, hash.get(only) ?? null]);
  else if (scalars.length > 0) {
    addNames(section, scalars);
    addRow(
      section,
      scalars.map((name) => hash.get(name) ?? null),
    );
  }
  for (const name of nested) build(sections, hash.get(name) ?? null, { title: name, level: level + 1 });
}

function buildHashes(sections: Section[], list: List, { title, level }: Pick<Section, "title" | "level">): void {
  const hashes = list.map((item) => {
    if (!isHash(item)) throw new Unprintable("a list of objects and other values has no table form");
    return item;
  });
  const [scalars, nested] = memberNames(hashes);
  addNames(last(sections), scalars);
  for (const [at, hash] of hashes.entries()) {
    if (at > 0 && nested.length > 0) {
      sections.push(newSection(title, level));
      addNames(last(sections), scalars);
    }
    addRow(
      last(sections),
      scalars.map((name) => (hash.has(name) ? (hash.get(name) ?? null) : "")),
    );
    for (const name of nested) {
      if (hash.has(name)) build(sections, hash.get(name) ?? null, { title: name, level: level + 1 });
    }
  }
}

/** The names of members that are scalars, and of those that are not; a name can be both in different objects. */
function memberNames(hashes: readonly Hash[]): readonly [readonly string[], readonly string[]] {
  const scalars = new Set<string>();
  const nested = new Set<string>();
  for (const hash of hashes) for (const [name, value] of hash) (isScalar(value) ? scalars : nested).add(name);
  return [[...scalars].sort(compare), [...nested].sort(compare)];
}

const uneven = "rows of different lengths have no table form";

function newSection(title: string | null, level: number): Section {
  return { title, level, names: [], rows: [], columns: undefined, widths: [] };
}

function addNames(section: Section, names: readonly string[]): void {
  section.columns ??= names.length;
  section.names = names;
  widen(section, names);
}

function addRow(section: Section, row: List): void {
  section.columns ??= row.length;
  if (row.length !== section.columns) throw new Unprintable(uneven);
  const cells = row.map(cellText);
  section.rows.push(cells);
  widen(section, cells);
}

function widen({ widths }: Section, cells: readonly string[]): void {
  if (widths.length > 0 && cells.length > widths.length) throw new Unprintable(uneven);
  for (const [at, cell] of cells.entries()) widths[at] = Math.max(widths[at] ?? 0, cellsOf(cell));
}

function turned(section: Section): Section {
  const [row, ...more] = section.rows;
  if (row === undefined || more.length > 0 || section.names.length === 0) return section;
  const turned = newSection(section.title, section.level);
  for (const [at, name] of section.names.entries()) addRow(turned, [name, row[at] ?? ""]);
  return turned;
}

function tableWidth(sections: readonly Section[]): number {
  return Math.max(...sections.map(sectionWidth));
}

/** Every column has two cells of padding on each side; each level of nesting adds a bar on each side. */
function sectionWidth({ title, level, widths }: Section): number {
  const columns = widths.reduce((sum, width) => sum + width + 4, 0);
  return Math.max(cellsOf(title ?? "None"), columns) + 2 + 2 * level;
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

/** Spreads the width over the columns in proportion; what rounding leaves over or short goes to the outer columns. */
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

/** Where a cell is written: `room` counts the bar on its right and, in the first column, the one on its left. */
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

/** Two cells of padding on the left, or none where the column has become too narrow for them. */
function leftAligned(text: string, { left, room }: Room, style: Style): string {
  const free = room - left.length - cellsOf(text) - 1;
  const padding = free >= 2 ? 2 : 0;
  return `${left}${spaces(padding)}${style.cell(text)}${spaces(free - padding)}|`;
}

const spaces = (count: number) => " ".repeat(Math.max(count, 0));

/** Terminal cells as aws-cli counts them: two for a wide, full-width or ambiguous character, one for any other. */
function cellsOf(text: string): number {
  let cells = 0;
  for (const character of text) cells += eastAsianWidth(character.codePointAt(0) ?? 0, { ambiguousAsWide: true });
  return cells;
}

function isNothing(value: Value): boolean {
  if (isList(value)) return value.length === 0;
  if (isHash(value)) return value.size === 0;
  return isNumber(value) ? value == 0 : !value;
}

const isScalar = (value: Value) => !isHash(value) && !isList(value);

function last(sections: readonly Section[]): Section {
  const section = sections[sections.length - 1];
  if (section === undefined) throw new Unprintable("no section");
  return section;
}
