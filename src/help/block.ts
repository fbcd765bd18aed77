import type { TreeLine } from "./shape-tree";

/** A block of a help page, before the page has a width. */
export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: string }
  /** Lines to copy, unchanged. */
  | { readonly kind: "code"; readonly lines: readonly string[] }
  /** A term, and below it its meaning, paragraph by paragraph. */
  | { readonly kind: "entry"; readonly term: string; readonly texts: readonly string[] }
  /** Lines one within the other, below an entry. */
  | { readonly kind: "tree"; readonly lines: readonly TreeLine[] }
  /** Short terms, with their meanings beside them. */
  | { readonly kind: "rows"; readonly rows: readonly (readonly [term: string, meaning: string])[] };

/** The shortest forms of the blocks, for pages to be written with. */
export const heading = (text: string): Block => ({ kind: "heading", text });
export const paragraph = (text: string): Block => ({ kind: "paragraph", text });
export const code = (...lines: readonly string[]): Block => ({ kind: "code", lines });
export const tree = (lines: readonly TreeLine[]): Block => ({ kind: "tree", lines });
export const entry = (term: string, ...texts: readonly string[]): Block => ({ kind: "entry", term, texts });
export const rows = (...pairs: readonly (readonly [string, string])[]): Block => ({ kind: "rows", rows: pairs });
