import { standInOptions } from "../operations/stand-in";
import { errorCodes } from "./errors";
import { worldForm } from "./world-file";

/** The help of the stand-in, at 80 columns. */
export function helpText(): string {
  const options = standInOptions.map(
    ({ name, value, about }) => `  ${`--${name} ${value}`.padEnd(24)}${wrap(about, 26).trim()}`,
  );
  return `usage: aws-lifecycle-hooks stand-in [options] [-- COMMAND [ARGUMENT...]]

${wrap("Answers every operation of this tool on 127.0.0.1 as the AWS services do, for tests and for trying things out. It is not AWS: no account is needed and nothing leaves the machine. It prints its URL and serves until it is stopped; or it runs COMMAND with AWS_ENDPOINT_URL, a region and keys set, and ends with COMMAND's exit code.", 0)}

${options.join("\n")}

${wrap("Each call is logged on standard error. Signatures are checked, a group takes 50 hooks, and a hook execution takes one report of Succeeded or Failed. Two records differ in their times at least: compare them without, as in jq -S 'del(.. | .time?)' FILE. The codes for --error:", 0)}

${wrap(errorCodes.join(" "), 2)}

${wrap("The file of --world is JSON of this form (a star: must be given). With it, only what it has can be named. Events happen so many seconds after the start.", 0)}

${worldForm().join("\n")}
`;
}

/** Breaks a text into lines of at most 80 characters, each indented by so many spaces. */
function wrap(text: string, indent: number): string {
  const room = 80 - indent;
  const lines = text.match(new RegExp(`\\S.{0,${room - 1}}(?=\\s|$)`, "g")) ?? [];
  return lines.map((line) => " ".repeat(indent) + line).join("\n");
}
