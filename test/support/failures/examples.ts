import type { Report } from "../../../src/failure/report";

/** The unusual parts of a report: a usual one has an empty line above it, exit code 255 and no hint. */
export type Unusual = Partial<Omit<Report, "text">>;

/**
 * An example of each kind of failure of an area: its data except the kind, its words, and what else is special about
 * it.
 */
export type Examples<Area extends { readonly kind: string }> = {
  readonly [Kind in Area["kind"]]: readonly [
    data: Omit<Extract<Area, { readonly kind: Kind }>, "kind">,
    text: string,
    unusual?: Unusual,
  ];
};

/** Nothing stands above the text. */
export const alone: Unusual = { lead: "none" };
