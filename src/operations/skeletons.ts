import { readFileSync } from "node:fs";
import type { Operation } from "./operation";

/** The bundled JSON template of an operation's input or output, with its line end. */
export function skeletonText(operation: Operation, kind: "input" | "output"): string {
  return readFileSync(
    `${__dirname}/../skeletons/${operation.service.command}/${operation.command}.${kind}.json`,
    "utf8",
  );
}
