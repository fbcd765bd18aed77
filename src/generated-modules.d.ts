/**
 * A module that the build makes from the declarations: the operations, in the order of their list, and what command
 * lines may give them.
 */
declare module "*/generated/grammar.js" {
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- here an import would make the file a module
  export const listed: readonly import("./operations/operation").ListedOperation[];
  /** Each operation's grammar (`OperationGrammar`) as JSON, by its word. */
  export const grammars: Readonly<Record<string, string>>;
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports -- the same
  type Options = readonly import("./operations/options").OptionGrammar[];
  export const globalOptions: Options;
  export const inputOptions: Options;
  export const pageOptions: Options;
  export const waitOptions: Options;
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
