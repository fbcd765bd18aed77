/** What the build makes of the declarations: what command lines may give the operations, in the order of their list. */
declare module "*/generated/grammar.js" {
  import type { OperationGrammar } from "../operations/operation";
  export const grammar: readonly OperationGrammar[];
}
