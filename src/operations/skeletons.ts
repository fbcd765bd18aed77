import { readFileSync } from "node:fs";
import type { OperationGrammar } from "./operation";

/** The bundled JSON template of an operation's input or output, with its line end. */
export function skeletonText({ service, word }: OperationGrammar, kind: "input" | "output"): string {
  return readFileSync(`${__dirname}/../skeletons/${service}/${word}.${kind}.json`, "utf8");
}
