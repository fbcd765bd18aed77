import { parseArgs } from "node:util";
import { Failure } from "../failure/failure";
import { familiarCodes } from "../operations/stand-in";
import { errorCodes } from "./errors";
import type { FaultSettings } from "./faults";
import type { Keys } from "./signature";
import { roleKey } from "./world/metadata";

/** The options of the stand-in, from the command line. */
export interface StandInOptions {
  /** 0 for a free one. */
  readonly port: number;
  readonly record: string | undefined;
  /** The file that tells when the stand-in listens, and where. */
  readonly ready: string | undefined;
  /** The file that says what exists at the start; undefined for a little of everything. */
  readonly world: string | undefined;
  /** The speed of the world's clock, as a multiple of the machine's. */
  readonly speed: number;
  /** The command that a shell runs in place of a deployment hook's function. */
  readonly hookCommand: string | undefined;
  readonly keys: Keys;
  readonly faults: FaultSettings;
  /** The command to run; undefined to serve until a signal comes. */
  readonly command: readonly [string, ...string[]] | undefined;
}

/** The key that the stand-in gives to those who ask it for one. */
export const ownKey = { id: "AKIDSTANDIN", secret: "not-a-secret" } as const;

const grammar = {
  port: { type: "string" },
  record: { type: "string" },
  ready: { type: "string" },
  world: { type: "string" },
  speed: { type: "string" },
  "hook-command": { type: "string" },
  key: { type: "string", multiple: true },
  error: { type: "string", multiple: true },
  times: { type: "string" },
  delay: { type: "string" },
  rate: { type: "string" },
} as const;

/** Reads the words after `stand-in`. Throws a `stand-in-misused` Failure. */
export function readOptions(words: readonly string[]): StandInOptions {
  const end = words.includes("--") ? words.indexOf("--") : words.length;
  const values = readWords(words.slice(0, end));
  const { port, record, ready, world, speed, key = [], error = [], times, delay, rate } = values;
  for (const code of error) {
    if (!errorCodes.includes(code)) {
      misused(`--error ${code} is not one of ${familiarCodes.join(", ")}, or the others that stand-in help lists`);
    }
  }
  return {
    port: wholeNumber("--port", port, { least: 0, most: 65_535 }) ?? 0,
    record,
    ready,
    world,
    speed: wholeNumber("--speed", speed, { least: 1, most: 100_000 }) ?? 1,
    hookCommand: values["hook-command"],
    keys: { [ownKey.id]: ownKey.secret, [roleKey.id]: roleKey.secret, ...Object.fromEntries(key.map(readKey)) },
    faults: {
      errors: error,
      times: wholeNumber("--times", times, { least: 1 }) ?? Infinity,
      delay: wholeNumber("--delay", delay, { least: 0 }) ?? 0,
      rate: wholeNumber("--rate", rate, { least: 1 }) ?? Infinity,
    },
    command: end < words.length ? readCommand(words.slice(end + 1)) : undefined,
  };
}

function readWords(args: string[]) {
  try {
    return parseArgs({ args, options: grammar }).values;
  } catch (error) {
    return misused((error as Error).message.replace(/(\. |\n).*/s, ""));
  }
}

function readKey(pair: string): [id: string, secret: string] {
  const [id, secret] = pair.split(/=(.*)/s);
  return id && secret ? [id, secret] : misused("--key needs ID=SECRET");
}

function readCommand([file, ...words]: string[]): [string, ...string[]] {
  return file === undefined ? misused("no command follows --") : [file, ...words];
}

function wholeNumber(
  option: string,
  text: string | undefined,
  { least, most = Number.MAX_SAFE_INTEGER }: { readonly least: number; readonly most?: number },
): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  return value >= least && value <= most ? value : misused(`${option} ${text} is not a whole number it can take`);
}

function misused(problem: string): never {
  throw new Failure({ kind: "stand-in-misused", problem });
}
