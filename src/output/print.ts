import { parseJson } from "../python/json";
import type { Operation } from "../operations/operation";
import { addJson } from "./json";
import { inPieces } from "./pieces";
import type { Io, OutputSettings, Response } from "../types";

/** The settings for printing, and the place to print to. */
export interface Destination {
  readonly settings: OutputSettings;
  readonly io: Io;
}

/**
 * Prints a service's answer as `--output` and `--query` ask for it; an empty answer prints nothing. Throws a Failure if
 * the query does not fit the answer, if the format cannot show it, or if it cannot be written.
 */
export async function printResponse(operation: Operation, response: Response, to: Destination): Promise<void> {
  const pieces = inPieces(await writerTo(to));
  await addResponse(operation, response, { ...to, add: pieces.add });
  pieces.end();
}

async function writerTo({ settings, io: { out } }: Destination): Promise<(piece: string) => void> {
  const { harmlessJson } = out.isTTY && settings.format === "json" ? await import("../io/harmless") : {};
  return (piece) => {
    if (settings.color) out.writeStyled(piece);
    else out.write(harmlessJson?.(piece) ?? piece);
  };
}

/** Where the parts of what is printed go. */
interface Printing extends Destination {
  readonly add: (part: string) => void;
}

/** Adds the text of an answer. The usual case, JSON without changes, needs no code that is not loaded yet. */
async function addResponse(operation: Operation, response: Response, { settings, io, add }: Printing): Promise<void> {
  if (settings.query === undefined && settings.format === "json") {
    addJson(response, add);
    return;
  }
  const { addFormatted } = await import("./format");
  const value = settings.query === undefined ? response : (await import("./query")).search(settings.query, response);
  const { isTTY, columns = 80 } = io.out;
  const shown = isTTY && settings.color ? (await import("./tame")).tame(value) : value;
  await addFormatted(shown, { settings, title: operation.name, width: columns, add });
}

/**
 * Prints an operation's sample answer from its JSON text, as aws-cli prints one: in text and tables, a time has
 * Python's own form.
 */
export async function printSample(operation: Operation, text: string, to: Destination): Promise<void> {
  const sample = parseJson(text) as Response;
  if (to.settings.format === "json") return printResponse(operation, sample, to);
  const { inPythonTime } = await import("./timestamps");
  return printResponse(operation, inPythonTime(sample, operation.output), to);
}
