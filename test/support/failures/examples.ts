import type { Report } from "../../../src/failure/report";

/** What is not usual in a report: the usual ones have an empty line above them, exit code 255 and no hint. */
export type Unusual = Partial<Omit<Report, "text">>;

/** An example of each kind of failure of an area: its data but for the kind, its words, and what else is special about it. */
export type Examples<Area extends { readonly kind: string }> = {
  readonly [Kind in Area["kind"]]: readonly [
    data: Omit<Extract<Area, { readonly kind: Kind }>, "kind">,
    text: string,
    unusual?: Unusual,
  ];
};

/** Nothing stands above the text. */
export const alone: Unusual = { lead: "none" };
