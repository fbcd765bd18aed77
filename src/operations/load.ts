import type { ErrorObject } from "ajv";
import type { Operation, OperationGrammar } from "./operation";

/** ajv's check of an operation's input, as the build compiled it. */
export interface Check {
  (input: unknown): boolean;
  readonly errors?: readonly ErrorObject[] | null;
}

/** The bundle that the build makes of one operation: all there is to know of it, and the check of its input. */
export interface OperationBundle {
  readonly operation: Operation;
  readonly check: Check;
}

/** Loads an operation's bundle. A run that neither checks nor calls nor helps does without. */
export function loadOperation({ word }: Pick<OperationGrammar, "word">): Promise<OperationBundle> {
  const bundle = `./operation-${word}.js`;
  return import(bundle) as Promise<OperationBundle>;
}
