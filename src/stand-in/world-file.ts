import { readFile } from "node:fs/promises";
import { Failure } from "../failure/failure";
import type { Shape } from "../operations/shape";
import { findFault } from "./check";
import { reasonOf } from "./output-file";
import { setupShape, type Setup } from "./world/setup";

/** The size of the largest world file, in bytes. */
const largestFile = 1024 * 1024;

/** Reads a world file and checks its form. Throws a `stand-in-misused` Failure. */
export async function readWorld(file: string): Promise<Setup> {
  const misused = (problem: string): never => {
    throw new Failure({ kind: "stand-in-misused", problem: `--world ${file}: ${problem}` });
  };
  const text = await readFile(file, "utf8").catch((error: unknown) => misused(reasonOf(error)));
  if (text.length > largestFile) misused("it is larger than 1 MiB");
  const setup = parse(text, misused);
  const fault = findFault(setupShape, setup, true);
  if (fault) misused(`${fault.path || "it"} ${fault.reason}`);
  return setup as Setup;
}

function parse(text: string, misused: (problem: string) => never): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return misused(`it is not JSON: ${(error as Error).message}`);
  }
}

/** The form of a world file in lines: names, their values, and a star if they must be given. */
export function worldForm(): readonly string[] {
  return membersOf(setupShape, "  ");
}

function membersOf(shape: Shape, indent: string): readonly string[] {
  if (shape.kind === "list") return membersOf(shape.of, indent);
  if (shape.kind !== "structure") return [];
  return Object.entries(shape.members).flatMap(([name, of]) => {
    const star = shape.required.includes(name) ? " *" : "";
    return [...wrapped(`${indent}${name}${star}: `, kindOf(of)), ...membersOf(of, `${indent}  `)];
  });
}

function kindOf(shape: Shape): string {
  switch (shape.kind) {
    case "string":
      return shape.values?.join(" | ") ?? "text";
    case "list":
      return shape.of.kind === "structure" ? "list" : `list of ${kindOf(shape.of)}`;
    case "structure":
    case "map":
      return "object";
    case "boolean":
      return "true | false";
    default:
      return "min" in shape ? `number from ${shape.min ?? 0} to ${shape.max ?? ""}` : "number";
  }
}

/** Lines for allowed values, which take more than one line. */
function wrapped(lead: string, words: string): readonly string[] {
  const lines = [lead];
  for (const word of words.split(/(?<= \|) /)) {
    const last = lines.at(-1) ?? "";
    const text = `${last}${last.endsWith(" ") ? "" : " "}${word}`;
    if (text.length > 80) lines.push(`${" ".repeat(lead.length)}${word}`);
    else lines[lines.length - 1] = text;
  }
  return lines;
}
