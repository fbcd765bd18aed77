import { withoutUser } from "../io/url-user";
import { optionName } from "../operations/option-name";
import type { CallRequest, Globals, Value } from "../types";

/**
 * The command line that makes a call by hand, quoted for POSIX shells. It contains neither keys nor the endpoint's
 * user.
 */
export function commandLine({ operation, params, settings }: CallRequest, globals: Globals): string {
  const options: [string, Value | undefined][] = [
    ...Object.keys(operation.input.members).map((member): [string, Value | undefined] => [
      optionName(member),
      params[member],
    ]),
    ["region", settings.region],
    ["profile", globals.profile],
    ["endpoint-url", settings.endpointUrl === undefined ? undefined : withoutUser(settings.endpointUrl)],
    ["ca-bundle", globals.caBundle],
  ];
  const given = options.flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (typeof value === "boolean") return [value ? `--${name}` : `--no-${name}`];
    return [option(name, textOf(value))];
  });
  const flags = [
    ...(globals.verifySsl ? [] : ["--no-verify-ssl"]),
    ...(globals.signRequest ? [] : ["--no-sign-request"]),
  ];
  return ["aws-lifecycle-hooks", operation.service.word, operation.word, ...given, ...flags].join(" ");
}

/** A value as an option takes it; an empty text for no value. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value);
}

/** An option with its value. The equals sign keeps a value that starts with a dash from being taken for an option. */
function option(name: string, value: string): string {
  return `--${name}${value.startsWith("-") ? "=" : " "}${quoted(value)}`;
}

/** A word as a POSIX shell reads it back. */
export function quoted(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
