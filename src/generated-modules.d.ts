/**
 * A module that the build makes from the declarations: what command lines may give the operations, in the order of
 * their list.
 */
declare module "*/generated/grammar.js" {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- here an import would make the file a module
  export const grammar: readonly import("./operations/operation").OperationGrammar[];
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- the same
  type Forms = readonly import("./operations/options").OptionForm[];
  export const globalOptions: Forms;
  export const inputOptions: Forms;
  export const pageOptions: Forms;
  export const waitOptions: Forms;
}

/** A module that the build makes from the models: every operation that the tool can call, by service. */
declare module "*/generated/models.js" {
  export const services: readonly {
    readonly word: string;
    // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- here an import would make the file a module
    readonly model: import("./operations/model").ServiceModel;
    // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- here an import would make the file a module
    readonly operations: readonly import("./operations/model").OperationModel[];
  }[];
}
