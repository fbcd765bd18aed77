import { openSync, writeSync } from "node:fs";
import { ReadStream } from "node:tty";
import { Failure } from "../failure/failure";
import type { Io } from "../types";
import { beforeSignalsEnd } from "./signals";

/** A terminal whose keys are read one by one, without an echo, until it is closed. */
interface Terminal {
  readonly keys: ReadStream;
  readonly write: (text: string) => void;
  readonly close: () => void;
}

/**
 * Asks the user for the code that an MFA device shows, on the terminal itself and not on standard input or output.
 * Whatever ends the question, the terminal is left as it was. Without a terminal it is a failure.
 */
export async function askCode(serial: string, { trace }: Io): Promise<string> {
  const terminal = openTerminal();
  if (!terminal) throw new Failure({ kind: "mfa-no-terminal", serial });
  const done = beforeSignalsEnd(terminal.close);
  try {
    terminal.write(`Enter MFA code for ${serial}: `);
    const code = await readLine(terminal.keys);
    if (code === undefined) throw new Failure({ kind: "mfa-no-code", serial });
    trace.hide(code);
    return code;
  } finally {
    done();
    terminal.write("\n");
    terminal.close();
  }
}

function openTerminal(): Terminal | undefined {
  try {
    const descriptor = openSync("/dev/tty", "r+");
    return listen(new ReadStream(descriptor), (text) => writeSync(descriptor, text));
  } catch {
    const { stdin, stderr } = process;
    return stdin.isTTY && stderr.isTTY ? listen(stdin, (text) => stderr.write(text)) : undefined;
  }
}

function listen(keys: ReadStream, write: (text: string) => void): Terminal {
  keys.setRawMode(true);
  return {
    keys,
    write,
    close: () => {
      keys.setRawMode(false);
      keys.pause();
      keys.unref();
    },
  };
}

/** One line without its end; undefined if the terminal goes away or Ctrl-D is pressed. Ctrl-C interrupts as ever. */
function readLine(keys: ReadStream): Promise<string | undefined> {
  return new Promise((resolve) => {
    let line = "";
    keys.setEncoding("utf8").on("data", (text: string) => {
      for (const key of text) {
        if (key === "\r" || key === "\n") resolve(line);
        else if (key === "\x03") process.kill(process.platform === "win32" ? process.pid : 0, "SIGINT");
        else if (key === "\x04") resolve(undefined);
        else if (key === "\x15") line = "";
        else line = key === "\x7f" || key === "\b" ? line.slice(0, -1) : line + key;
      }
    });
    for (const end of ["end", "close", "error"]) {
      keys.on(end, () => {
        resolve(undefined);
      });
    }
  });
}
