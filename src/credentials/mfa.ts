import { openSync, writeSync } from "node:fs";
import { ReadStream } from "node:tty";
import { Failure } from "../failure/failure";
import { beforeSignalsEnd } from "./signals";
import type { CredentialSources } from "./sources";

/** A terminal whose keys are read one by one, without an echo, until it is closed. */
interface Terminal {
  readonly keys: ReadStream;
  readonly write: (text: string) => void;
  readonly close: () => void;
}

/**
 * Asks the user for the code that an MFA device shows, on the terminal itself and not on standard input or output.
 * However the question ends, the terminal is restored. Without a terminal, the code is the first line of standard
 * input, as with Python's `getpass`. Throws a Failure if standard input is not ours to read.
 */
export async function askCode(
  serial: string,
  { io: { trace }, mayReadInput = false }: Pick<CredentialSources, "io" | "mayReadInput">,
): Promise<string> {
  const terminal = openTerminal();
  if (!terminal) {
    if (!mayReadInput) throw new Failure({ kind: "mfa-no-terminal", serial });
    const code = await readInputLine();
    if (code === undefined) throw new Failure({ kind: "mfa-no-code", serial });
    trace.hide(code);
    return code;
  }
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

/**
 * The first line of standard input without its end; undefined if there is none. Anything after it stays unread or is
 * lost.
 */
async function readInputLine(): Promise<string | undefined> {
  const { stdin } = process;
  let text = "";
  try {
    for await (const chunk of stdin.setEncoding("utf8") as AsyncIterable<string>) {
      text += chunk;
      if (text.includes("\n") || text.length > longestLine) break;
    }
  } catch {
    // Closed, or a folder: what was read counts.
  }
  const [line = ""] = text.split(/\r?\n/, 1);
  return line === "" && !text.includes("\n") ? undefined : line;
}

/** The longest line that is read, in characters; a code has six. */
const longestLine = 1024;

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

/** One line without its end; undefined if the terminal goes away or Ctrl-D is pressed. Ctrl-C interrupts as usual. */
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
