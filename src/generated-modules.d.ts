/** What the build makes of the declarations: what command lines may give the operations, in the order of their list. */
declare module "*/generated/grammar.js" {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- here an import would make the file a module
  export const grammar: readonly import("./operations/operation").OperationGrammar[];
}
