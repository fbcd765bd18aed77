import type { IniFault, Section } from "../types";
import { lines, strip, stripEnd } from "./text";

/** The reason why a text is no configuration file: the fault and the line it was found in, counted from 1. */
export class IniError extends Error {
  override readonly name = "IniError";
  constructor(
    readonly fault: IniFault,
    readonly line: number,
  ) {
    super(fault);
  }
}

/** Values as lists of lines, by name; the line that each began on is kept for messages. */
type Options = Map<string, { readonly line: number; readonly parts: string[] }>;

/**
 * Parses a configuration file into its sections, in their order, with names and values as they stand in the file.
 * Takes and refuses what Python's `RawConfigParser` and botocore's `raw_config_parse` take and refuse: `=` or `:`,
 * continuation by indentation, whole-line comments only, `[DEFAULT]` for all, no section and no option twice, and
 * one level of nested values. Throws an `IniError`.
 */
export function parseIni(text: string): Map<string, Section> {
  const sections = new Map<string, Options>();
  const defaults: Options = new Map();
  let section: Options | undefined;
  let option: string | undefined;
  let indent = 0;
  let line = 0;
  for (const raw of text.split(/\r\n?|\n/)) {
    line++;
    const content = strip(raw);
    if (content.startsWith("#") || content.startsWith(";")) continue;
    const started = option ? section?.get(option) : undefined;
    const ownIndent = raw.indexOf(content);
    if (content === "" || (started && ownIndent > indent)) {
      started?.parts.push(content);
      continue;
    }
    indent = ownIndent;
    const header = sectionName(content);
    if (header !== undefined) {
      if (sections.has(header)) throw new IniError("section-twice", line);
      section = header === "DEFAULT" ? defaults : new Map();
      if (section !== defaults) sections.set(header, section);
      option = undefined;
      continue;
    }
    if (!section) throw new IniError("no-section", line);
    const delimiter = content.search(/[=:]/);
    if (delimiter < 1) throw new IniError("no-option", line);
    option = stripEnd(content.slice(0, delimiter)).toLowerCase();
    if (section.has(option)) throw new IniError("option-twice", line);
    section.set(option, { line, parts: [strip(content.slice(delimiter + 1))] });
  }
  return new Map(
    Array.from(sections, ([name, options]) => [name, valuesOf([...options, ...without(defaults, options)])]),
  );
}

/** Returns the text between the first bracket and the last; undefined for a line that is not a section header. */
function sectionName(content: string): string | undefined {
  const end = content.lastIndexOf("]");
  return content.startsWith("[") && end > 1 ? content.slice(1, end) : undefined;
}

function without(defaults: Options, own: Options): [string, { line: number; parts: string[] }][] {
  return [...defaults].filter(([name]) => !own.has(name));
}

function valuesOf(options: readonly [string, { line: number; parts: string[] }][]): Section {
  const values = Object.create(null) as Record<string, Section[string]>;
  for (const [name, { line, parts }] of options) {
    const value = stripEnd(parts.join("\n"));
    values[name] = value.startsWith("\n") ? nested(value, line) : value;
  }
  return values;
}

/** A value that begins on the line below its name: lines `name = value`, in which only `=` delimits. */
function nested(value: string, line: number): Record<string, string> {
  const values = Object.create(null) as Record<string, string>;
  for (const entry of lines(value).map(strip)) {
    if (entry === "") continue;
    const delimiter = entry.indexOf("=");
    if (delimiter < 0) throw new IniError("no-nested-option", line);
    values[strip(entry.slice(0, delimiter))] = strip(entry.slice(delimiter + 1));
  }
  return values;
}
