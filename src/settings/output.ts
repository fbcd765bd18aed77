import { Failure } from "../failure/failure";
import type { Globals, OutputSettings, Profile } from "../types";
import { lookUp, type Sources } from "./lookup";

const formats = ["json", "text", "table"] as const;

/** The settings for printing the answer. Throws a Failure, before the call, for a format that does not exist. */
export function resolveOutput(globals: Globals, sources: Sources): OutputSettings {
  const output = globals.output ?? lookUp(sources, "AWS_DEFAULT_OUTPUT", "output") ?? "json";
  const format = formats.find((name) => name === output);
  if (!format) throw new Failure({ kind: "output-type-unknown", output });
  return {
    format,
    query: globals.query,
    color: format === "table" && usesColor(globals.color, sources),
    timestamps: timestampFormat(sources.profile),
  };
}

/**
 * The form in which times are shown; a profile that does not exist sets none. Throws a Failure for a value that does
 * not exist.
 */
export function timestampFormat({ exists, values }: Profile): OutputSettings["timestamps"] {
  const format = (exists ? values["cli_timestamp_format"] : undefined) ?? "wire";
  if (format === "iso8601") return format;
  if (format === "wire" || format === "none") return "wire";
  throw new Failure({ kind: "timestamp-format-unknown", format: typeof format === "string" ? format : "" });
}

/**
 * Whether to use colours; only tables have them. With `auto` a terminal gets colours, unless it can show none or
 * `NO_COLOR` is set (https://no-color.org).
 */
function usesColor(choice: Globals["color"], { io }: Sources): boolean {
  if (choice !== "auto") return choice === "on";
  return io.out.isTTY && !io.env["NO_COLOR"] && io.env["TERM"] !== "dumb";
}
