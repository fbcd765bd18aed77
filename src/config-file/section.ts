import type { Section } from "../types";

/** A setting's text in a section of a configuration file; undefined where it is missing or holds nested values. */
export function textIn(section: Section, name: string): string | undefined {
  const value = section[name];
  return typeof value === "string" ? value : undefined;
}

/** Sections over one another, the last one winning, without a prototype: no name in a file reaches one. */
export function mergeSections(...sections: readonly (Section | undefined)[]): Section {
  return Object.assign(Object.create(null) as object, ...sections) as Section;
}
