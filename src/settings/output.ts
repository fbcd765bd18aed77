import { Failure } from "../failure/failure";
import type { Globals, OutputSettings, Profile } from "../types";
import { lookUp, type Sources } from "./lookup";

const formats = ["json", "text", "table"] as const;

/** How the answer will be printed. A format that does not exist is refused here, before the call. */
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

/** How times are shown; a profile that does not exist says nothing of it. Throws a Failure for a value that does not exist. */
export function timestampFormat({ exists, values }: Profile): OutputSettings["timestamps"] {
  const format = (exists ? values["cli_timestamp_format"] : undefined) ?? "wire";
  if (format === "iso8601") return format;
  if (format === "wire" || format === "none") return "wire";
  throw new Failure({ kind: "timestamp-format-unknown", format: typeof format === "string" ? format : "" });
}

/** Only tables are coloured. Under `auto` a terminal gets colours, unless it can show none or `NO_COLOR` is set (https://no-color.org). */
function usesColor(choice: Globals["color"], { io }: Sources): boolean {
  if (choice !== "auto") return choice === "on";
  return io.out.isTTY && !io.env["NO_COLOR"] && io.env["TERM"] !== "dumb";
}
