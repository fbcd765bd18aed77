import type { ErrorObject } from "ajv";
import type { Operation, OperationGrammar } from "./operation";

/** ajv's check of an operation's input, as the build compiled it. */
export interface Check {
  (input: unknown): boolean;
  readonly errors?: readonly ErrorObject[] | null;
}

/** The bundle that the build makes of one operation: its declaration, and the check of its input. */
export interface OperationBundle {
  readonly operation: Operation;
  readonly check: Check;
}

/** Loads an operation's bundle. A run that does not check, call or show help does not load it. */
export function loadOperation({ word }: Pick<OperationGrammar, "word">): Promise<OperationBundle> {
  const bundle = `./operation-${word}.js`;
  return import(bundle) as Promise<OperationBundle>;
}
