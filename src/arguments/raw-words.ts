import { isUtf8 } from "node:buffer";
import { readFileSync } from "node:fs";
import { Failure } from "../failure/failure";

/**
 * Refuses a command line with bytes that are not UTF-8. Node has put U+FFFD in their place, so this reads the line as
 * it was typed from Linux's proc(5); without proc(5), it takes U+FFFD for such bytes. Throws a Failure.
 */
export function refuseRawBytes(argv: readonly string[]): void {
  if (process.platform === "win32") return;
  const raw = typedWords();
  const wrong = raw ? raw.find((word) => !isUtf8(word)) : Buffer.from(argv.find(isReplaced) ?? "");
  if (wrong) throw new Failure({ kind: "argument-not-utf8", word: shown(wrong) });
}

/** Whether Node may have replaced something in a word. */
function isReplaced(word: string): boolean {
  return word.includes("\ufffd");
}

function typedWords(): Buffer[] | undefined {
  try {
    const line = readFileSync("/proc/self/cmdline");
    const words: Buffer[] = [];
    for (let at = 0, end; (end = line.indexOf(0, at)) >= 0; at = end + 1) words.push(line.subarray(at, end));
    return words;
  } catch {
    return undefined;
  }
}

/** A word as Python shows it, with the bytes that are not ASCII as codes. */
function shown(word: Buffer): string {
  return word.toString("latin1").replace(/[^ -~]/g, (byte) => `\\x${byte.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
