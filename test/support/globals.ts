import type { Globals } from "../../src/types";

/** The global options of a command line that has none. */
export const globals: Globals = {
  debug: false,
  paginate: true,
  endpointUrl: undefined,
  verifySsl: true,
  output: undefined,
  query: undefined,
  profile: undefined,
  region: undefined,
  color: "auto",
  signRequest: true,
  caBundle: undefined,
  readTimeout: undefined,
  connectTimeout: undefined,
};
