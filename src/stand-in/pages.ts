import type { OperationModel } from "../operations/model";
import { Refusal } from "./errors";

type Members = Readonly<Record<string, unknown>>;

/** The number of items of a page, if the call does not ask for fewer. */
const largestPage = 100;

/** Cuts the page that a call asks for from a whole output, if the operation's answers come in pages. */
export function pageOf({ pages, errors }: OperationModel, input: Members, output: object): object {
  if (!pages) return output;
  const all = (output as Members)[pages.resultKey];
  if (!Array.isArray(all)) return output;
  const start = startOf(input[pages.inputToken], all.length, Object.keys(errors));
  const asked = pages.limitKey === undefined ? largestPage : (input[pages.limitKey] ?? largestPage);
  const end = start + Math.max(1, Math.min(Number(asked), largestPage));
  const more = end < all.length;
  return {
    ...output,
    [pages.resultKey]: all.slice(start, end),
    ...(more && { [pages.outputToken]: `from-${end}` }),
    ...(pages.moreResults !== undefined && { [pages.moreResults]: more }),
  };
}

function startOf(token: unknown, length: number, errors: readonly string[]): number {
  if (token === undefined || token === "") return 0;
  const start = /^from-(\d+)$/.exec(typeof token === "string" ? token : "")?.[1];
  if (start !== undefined && Number(start) <= length) return Number(start);
  throw new Refusal(errors.find((code) => code.startsWith("InvalidNextToken")) ?? "InvalidParameterException");
}
