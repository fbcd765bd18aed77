import type { Agent } from "node:http";
import type { Operation, OperationGrammar } from "./operations/operation";
import type { Shape } from "./operations/shape";
import type { Trace } from "./io/trace";
import type { Numeric } from "./python/numeric";

/** Any JSON value. The numbers of a service's answer keep the form in which Python writes them. */
export type Json = string | number | Numeric | boolean | null | readonly Json[] | { readonly [member: string]: Json };

/**
 * A place for text: `write` returns when all of it is handed over and throws when it cannot be (full disk, closed
 * pipe).
 */
export interface Sink {
  readonly isTTY: boolean;
  /** The terminal's width in cells; undefined where there is no terminal. */
  readonly columns: number | undefined;
  /** Writes a text. On a terminal, and on standard error anywhere, control characters are shown as text. */
  write(text: string): void;
  /** Writes a text whose control characters are the program's own. */
  writeStyled(text: string): void;
  /** Shows one line in place of the one that the cursor is on; does nothing where there is no terminal. */
  redraw(text: string): void;
}

/** The part of the process that a run may touch. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: Sink;
  readonly err: Sink;
  readonly trace: Trace;
}

/** The global options as typed; undefined where not given. Timeouts in seconds, 0 for none. */
export interface Globals {
  readonly debug: boolean;
  readonly endpointUrl: string | undefined;
  readonly verifySsl: boolean;
  readonly output: string | undefined;
  readonly query: string | undefined;
  readonly profile: string | undefined;
  readonly region: string | undefined;
  readonly color: "on" | "off" | "auto";
  readonly signRequest: boolean;
  readonly caBundle: string | undefined;
  readonly readTimeout: number | undefined;
  readonly connectTimeout: number | undefined;
  /** False if the line asks for a single answer: `--no-paginate`, or an option that steers pages by hand. */
  readonly paginate: boolean;
}

/** How the pages of an answer are gathered, as typed. `startingToken` is aws-cli's own kind of token. */
export interface PageOptions {
  readonly startingToken?: string;
  readonly pageSize?: number;
  readonly maxItems?: number;
}

/** A user's command that decides the outcome, from the words after `--`. Times in seconds. */
export interface UserCommand {
  readonly words: readonly [string, ...string[]];
  /** 0 for no limit; undefined for as long as the service waits. */
  readonly timeout: number | undefined;
  readonly grace: number;
  /** The operation's outcome for anything but exit code 0, as `--cli-command-failure` names it. */
  readonly failure: string;
  /** How long to wait for the condition that must hold before the start. */
  readonly wait: number;
  /** The time between two heartbeats; undefined where the hook's timeout decides it. */
  readonly heartbeat: number | undefined;
  /** The turn of the instance to wait for; undefined to start now. */
  readonly when: string | undefined;
}

/** The value of an option: a text, the words of a list, or, for a pair of options, which of them was given. */
export type TypedValue = string | readonly string[] | boolean;

/** The operation's own options as typed, by their names without dashes, in the grammar's order. */
export type TypedValues = Readonly<Record<string, TypedValue>>;

/** The times of a waiter, as typed, in seconds. A `timeout` of 0 is no limit. */
export interface WaitOptions {
  readonly timeout?: number;
  readonly interval?: number;
}

/** An operation to be called. */
export interface CallInvocation {
  readonly kind: "call";
  readonly operation: OperationGrammar;
  /** The waiter that polls the operation; undefined for the operation itself. */
  readonly waiter: string | undefined;
  /** The times of the waiter; undefined or absent if the line gives none. */
  readonly wait?: WaitOptions | undefined;
  readonly globals: Globals;
  readonly values: TypedValues;
  /** The page options that were given; undefined for an operation without pages. */
  readonly pages: PageOptions | undefined;
  readonly cliInputJson: string | undefined;
  readonly skeleton: "input" | "output" | undefined;
  readonly command: UserCommand | undefined;
  /** Whether the line ends with a `--` and no command. */
  readonly lacksCommand: boolean;
  /** The place where a member's value is parked; undefined or absent if all values are given. */
  readonly parked?: ParkedPlace | undefined;
}

/** A parameter's name without its last part, and how long to look for it, in seconds. */
export interface ParkedPlace {
  readonly prefix: string;
  readonly wait: number;
}

/** A shell that there is a completion script for. */
export type Shell = "bash" | "zsh" | "fish";

/** The request that a command line makes. */
export type Invocation =
  | CallInvocation
  | { readonly kind: "version" }
  /** `path` is the words before `help`: none, a service, or a service and an operation. */
  | { readonly kind: "help"; readonly path: readonly string[] }
  | { readonly kind: "completion"; readonly shell: Shell }
  | { readonly kind: "stand-in"; readonly words: readonly string[] };

/** A section of a configuration file: values by name, or one level of nested values (`services`, `s3`). */
export type Section = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** The faults that a configuration file's text can have. */
export type IniFault =
  "not-utf8" | "too-large" | "no-section" | "no-option" | "no-nested-option" | "section-twice" | "option-twice";

/** A variable that names the profile with the empty name, or a section of the config file without the word `profile`. */
export type ProfileAbsence =
  { readonly kind: "variable-empty"; readonly variable: string } | { readonly kind: "section-bare" };

/** The shared configuration and credentials files, read once, and the profile that was asked for. */
export interface Profile {
  /** The profile's name: `--profile`, `AWS_DEFAULT_PROFILE`, `AWS_PROFILE`, or `default`. */
  readonly name: string;
  /** Where the name came from. Only a profile named by the flag keeps keys in the environment from signing. */
  readonly source: "flag" | "environment" | "default";
  /** False for a named profile that is in neither file. */
  readonly exists: boolean;
  /** The reason why it does not exist, if it can be told. */
  readonly absence?: ProfileAbsence | undefined;
  /** The profile's values, those of the credentials file over those of the config file (botocore's scoped config). */
  readonly values: Section;
  /** All profiles, by name, as each file has them; for role chains. */
  readonly config: Readonly<Record<string, Section>>;
  readonly credentials: Readonly<Record<string, Section>>;
  readonly ssoSessions: Readonly<Record<string, Section>>;
  readonly services: Readonly<Record<string, Section>>;
}

/** A value of an operation's input: JSON, with the bytes of `fileb://` files in it, which no operation here takes. */
export type Value = Json | Uint8Array | readonly Value[] | { readonly [member: string]: Value };

/** An operation's input that will be sent, by member name. No value has been checked yet. */
export type Params = Readonly<Record<string, Value>>;

/** Where a text stops being JSON: `line` and `column` count from 1, `at` from 0, in characters. */
export interface JsonFault {
  readonly kind:
    "value" | "name" | "colon" | "comma" | "extra" | "string-end" | "control" | "escape" | "unicode-escape";
  readonly line: number;
  readonly column: number;
  readonly at: number;
}

/** The proxies by the request's scheme, and the hosts that are reached without one. */
export interface Proxies {
  readonly http: string | undefined;
  readonly https: string | undefined;
  readonly bypass: string | undefined;
}

/** How bytes travel: for every client, those that fetch credentials included. Times in milliseconds, 0 for none. */
export interface TransportSettings {
  readonly connectTimeout: number;
  readonly readTimeout: number;
  /** One attempt ends after this time, even if data still trickles in; 0 when `readTimeout` is 0. */
  readonly attemptTimeout: number;
  readonly verifySsl: boolean;
  /** A PEM file that replaces the default authorities. */
  readonly caBundle: string | undefined;
  readonly proxies: Proxies;
  /** The most that is read of an answer's body, in bytes; 1 MiB if absent. */
  readonly answerLimit?: number;
}

/** How often to try: `maxAttempts` counts the first. */
export interface RetrySettings {
  readonly mode: "legacy" | "standard" | "adaptive";
  readonly maxAttempts: number;
}

/** The place where a service is called: a configured endpoint, or a variant of the service's own. */
export interface EndpointSettings {
  /** The endpoint that was configured; undefined for the service's own. */
  readonly endpointUrl: string | undefined;
  /** Never true together with a configured endpoint. */
  readonly useFips: boolean;
  readonly useDualstack: boolean;
}

/** Everything that a call depends on, except its input. */
export interface Settings extends EndpointSettings {
  readonly region: string;
  /** The place where another service, such as `sts`, is called on the way, by its name in configuration files. */
  readonly endpointOf: (configKey: string) => EndpointSettings;
  readonly sign: boolean;
  readonly validateParameters: boolean;
  readonly transport: TransportSettings;
  readonly retries: RetrySettings;
  /** The user agent's free part: `AWS_EXECUTION_ENV` and the profile's `sdk_ua_app_id`. */
  readonly userAgent: readonly string[];
}

/** How an answer is printed. */
export interface OutputSettings {
  readonly format: "json" | "text" | "table";
  readonly query: string | undefined;
  /** Whether to use colours, after `--color`, the terminal and `NO_COLOR` are considered. */
  readonly color: boolean;
  /** Whether times are shown as the service sends them, or as ISO 8601. */
  readonly timestamps: "wire" | "iso8601";
}

/** The keys that sign a request. `expiration` is undefined for keys that do not expire. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
  /** True for credentials that an earlier run has kept. */
  readonly isKept?: boolean;
  /** True for keys in the environment, which nothing renews. */
  readonly isFixed?: boolean;
}

/**
 * A value that a check found wrong; problems are reported in this order. `path` is its place in the input, such as
 * `Filters[0].Name`. For a member that is missing or unknown, `path` is the place of its structure, which is empty for
 * the input itself.
 */
export type Problem = { readonly path: string } & (
  | { readonly kind: "missing"; readonly member: string }
  | { readonly kind: "unknown"; readonly member: string; readonly known: readonly string[] }
  | { readonly kind: "type"; readonly value: Value; readonly expected: Shape["kind"] }
  /** The length of a text in characters, or of a list in items. */
  | { readonly kind: "length"; readonly length: number; readonly bound: "min" | "max"; readonly limit: number }
  | { readonly kind: "range"; readonly value: number | Numeric; readonly bound: "min" | "max"; readonly limit: number }
  | { readonly kind: "value"; readonly value: string; readonly allowed: readonly string[] }
  | { readonly kind: "pattern"; readonly value: string; readonly pattern: string }
);

/** A call that is ready to be carried out: everything is read, checked and decided, and nothing has been sent. */
export interface Ready {
  readonly invocation: CallInvocation;
  readonly operation: Operation;
  readonly params: Params;
  readonly settings: Settings;
  /** Undefined for a call that is not signed. */
  readonly credentials: Credentials | undefined;
  /** Looks for the credentials anew, and past the kept ones if the service has refused them. */
  readonly renew: (pastCache: boolean) => Promise<Credentials>;
  readonly output: OutputSettings;
}

/** The request that a client is asked to make. `credentials` is undefined for an unsigned one. */
export interface CallRequest {
  readonly operation: Operation;
  readonly params: Params;
  readonly settings: Settings;
  readonly credentials: Credentials | undefined;
  readonly trace: Trace;
  /** Aborts the call, retries included; its reason becomes the failure. */
  readonly signal?: AbortSignal;
  /** Texts that the answer must have in members of the output; an answer without them is not the service's. */
  readonly expect?: Readonly<Record<string, string>>;
  /** Connections that other calls of the run share with this one; if absent, the call has one of its own. */
  readonly kept?: KeptConnections;
}

/** Connections that are kept from one call to the next, by scheme; the transport adds what is missing. */
export interface KeptConnections {
  http?: Agent;
  https?: Agent;
}

/** The members of a service's answer that the operation declares; others are dropped, as in aws-cli. */
export type Response = Readonly<Record<string, Json>>;
