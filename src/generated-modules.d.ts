/** What the build makes of the declarations: ajv's compiled check of every operation's input, by the API's name. */
declare module "*/generated/validators.js" {
  import type { ErrorObject } from "ajv";
  interface Check {
    (input: unknown): boolean;
    readonly errors?: readonly ErrorObject[] | null;
  }
  export const validators: Readonly<Record<string, Check>>;
}
