import { listed } from "../generated/grammar.js";
import { loadOperation } from "../operations/load";
import type { ListedOperation } from "../operations/operation";
import type { Io } from "../types";
import type { Block } from "./block";
import { layOut } from "./layout";
import { operationPage, waiterPage } from "./operation-page";
import { programPage } from "./program-page";
import { servicePage, waitPage } from "./service-page";

/**
 * Widths in cells: a pipe is as wide as a printed page; a terminal has its own width, up to what is still easy to read.
 */
const width = { pipe: 80, least: 40, most: 100 };

/**
 * Shows the help of the tool, a service or an operation; `path` is the words before `help`. On a terminal, it shows
 * bold headings in a pager (`PAGER`, `AWS_PAGER`, `less -R`; none if empty), elsewhere plain text. Returns the exit
 * code.
 */
export async function showHelp(path: readonly string[], io: Io): Promise<number> {
  const blocks = await pageOf(path);
  if (!io.out.isTTY) {
    io.out.write(layOut(blocks, { width: width.pipe, bold: (text) => text }));
    return 0;
  }
  const columns = Math.min(Math.max(io.out.columns || width.pipe, width.least), width.most);
  const isDumb = io.env["TERM"] === "dumb";
  const bold = isDumb ? (text: string) => text : (await import("./bold")).bold;
  const text = layOut(blocks, { width: columns, bold });
  const pager = (io.env["PAGER"] ?? io.env["AWS_PAGER"] ?? (isDumb ? "" : "less -R")).trim();
  if (pager !== "") {
    const shown = await (await import("./pager")).showInPager(text, pager, io.env);
    if (shown !== "not-started") return shown.exitCode;
  }
  io.out.writeStyled(text);
  return 0;
}

/** The page of a path; the line's grammar has already found that it exists. */
async function pageOf([service, ...words]: readonly string[]): Promise<readonly Block[]> {
  const [word, waiter] = words;
  const offered = listed.filter((each) => service === undefined || each.service === service);
  const isNamed = (each: ListedOperation) =>
    waiter === undefined ? each.word === word : each.waiters.includes(waiter);
  const named = words.length === 0 || (word === "wait" && waiter === undefined) ? offered : offered.filter(isNamed);
  const operations = (await Promise.all(named.map(loadOperation))).map(({ operation }) => operation);
  const [first] = operations;
  if (service === undefined || !first) {
    return programPage([...new Map(operations.map((each) => [each.service.word, each.service])).values()]);
  }
  if (word === undefined) return servicePage(first.service, operations);
  const inWords = waiter === undefined ? undefined : first.waiters[waiter];
  if (waiter !== undefined && inWords) return waiterPage(first, waiter, inWords);
  return word === "wait" ? waitPage(first.service, operations) : operationPage(first);
}
