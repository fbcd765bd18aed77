import type { Section } from "../types";

/** A setting's text in a section of a configuration file; undefined if it is missing or holds nested values. */
export function textIn(section: Section, name: string): string | undefined {
  const value = section[name];
  return typeof value === "string" ? value : undefined;
}

/** The sections merged; the last one wins. The result has no prototype, so that no name in a file reaches one. */
export function mergeSections(...sections: readonly (Section | undefined)[]): Section {
  return Object.assign(Object.create(null) as object, ...sections) as Section;
}
