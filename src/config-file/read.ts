import { isUtf8 } from "node:buffer";
import { readFileSync, statSync } from "node:fs";
import { Failure, isFailure } from "../failure/failure";
import { isHomeless } from "../python/expand-path";
import type { Section } from "../types";
import { IniError, parseIni } from "./ini";

/** The size of the largest configuration file that is read, in bytes. */
const largestFile = 16 * 1024 * 1024;

/**
 * The sections of a configuration file by name; undefined for a file that is missing, cannot be read, or is not a
 * regular file (a pipe might never end). A byte order mark is skipped. Throws a Failure for a file that cannot be
 * parsed.
 */
export function readConfigFile(path: string): Map<string, Section> | undefined {
  const bytes = isHomeless(path) ? undefined : readRegularFile(path);
  if (!bytes) return undefined;
  if (!isUtf8(bytes)) throw new Failure({ kind: "config-unparsable", path, fault: "not-utf8" });
  try {
    return parseIni(bytes.toString("utf8").replace(/^\ufeff/, ""));
  } catch (error) {
    if (!(error instanceof IniError)) throw error;
    throw new Failure({ kind: "config-unparsable", path, fault: error.fault, line: error.line });
  }
}

function readRegularFile(path: string): Buffer | undefined {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found?.isFile()) return undefined;
    if (found.size > largestFile) throw new Failure({ kind: "config-unparsable", path, fault: "too-large" });
    return readFileSync(path);
  } catch (error) {
    if (isFailure(error)) throw error;
    return undefined;
  }
}
