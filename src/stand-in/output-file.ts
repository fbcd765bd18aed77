import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { access, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { Failure } from "../failure/failure";
import type { Io } from "../types";

/** A file that is kept up to date. */
export interface OutputFile {
  /** Whether each text replaces the one before. A stream, such as a pipe or /dev/null, only grows. */
  readonly isReplaced: boolean;
  readonly write: (text: string) => Promise<void>;
}

/**
 * Opens a file by its name, for the option that names it. A regular file or a new one is replaced whole or not at all,
 * and no link is followed. Anything else is written in place. Throws a `stand-in-failed` Failure.
 */
export async function openOutput(option: string, file: string, { out, err }: Io): Promise<OutputFile> {
  const fail = (error: unknown): never => {
    throw new Failure({ kind: "stand-in-failed", problem: `${option} ${file}: ${reasonOf(error)}` }, { cause: error });
  };
  const standard = file === "/dev/stdout" ? out : file === "/dev/stderr" ? err : undefined;
  if (standard) {
    return {
      isReplaced: false,
      write: async (text) => {
        await Promise.resolve();
        standard.write(text);
      },
    };
  }
  if ((await stat(file).catch(() => undefined))?.isDirectory()) fail({ code: "EISDIR" });
  if (await isStream(file)) {
    await access(file, constants.W_OK).catch(fail);
    return { isReplaced: false, write: (text) => writeFile(file, text).catch(fail) };
  }
  return { isReplaced: true, write: (text) => replace(file, text).catch(fail) };
}

/**
 * Whether a file is a stream. Everything below /dev or /proc stands for something else, even if it is a regular file.
 */
async function isStream(file: string): Promise<boolean> {
  if (/^\/(dev|proc)\//.test(path.resolve(file))) return true;
  const found = await stat(file).catch(() => undefined);
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

async function replace(file: string, text: string): Promise<void> {
  const part = `${file}.${randomUUID()}.part`;
  try {
    await writeFile(part, text, { flag: "wx" });
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** The system's reason why a file or a command cannot be used, without its code and the call. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "EISDIR") return "it is a folder";
  return code === undefined ? message : message.replace(/^\w+: /, "").replace(/, \w+( '.*)?$/s, "");
}
