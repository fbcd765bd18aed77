import { operations } from "../operations/all";
import type { Io } from "../types";
import type { Block } from "./block";
import { layOut } from "./layout";
import { operationPage } from "./operation-page";
import { programPage } from "./program-page";
import { servicePage } from "./service-page";

/** Cells: a pipe is as wide as a printed page; a terminal as it is, up to what is still read easily. */
const width = { pipe: 80, least: 40, most: 100 };

/**
 * Shows the help of the tool, a service or an operation; `path` is the words before `help`. On a terminal in a pager
 * (`PAGER`, `AWS_PAGER`, `less -R`; none if empty) with bold headings, elsewhere as plain text. Gives the exit code.
 */
export async function showHelp(path: readonly string[], io: Io): Promise<number> {
  const blocks = pageOf(path);
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
  io.out.write(text);
  return 0;
}

function pageOf([service, command]: readonly string[]): readonly Block[] {
  const ofService = operations.filter((operation) => operation.service.command === service);
  const operation = ofService.find((each) => each.command === command);
  if (operation) return operationPage(operation);
  const [first] = ofService;
  return first
    ? servicePage(first.service, ofService)
    : programPage([...new Set(operations.map((each) => each.service))]);
}
