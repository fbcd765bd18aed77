import type * as Main from "../../src/main";
import { createTrace } from "../../src/io/trace";
import { harmless } from "../../src/io/harmless";
import type { Sink } from "../../src/types";
import { pipeTo } from "../support/sink";
import { runProgram } from "../support/program";
import type { Execute } from "./run";

/** Runs the program's `main` in this process. Relative paths do not lead to the folder then. */
export function inProcess(main: typeof Main.main): Execute {
  return async ({ argv, env, onTerminal }) => {
    const printed = { stdout: "", stderr: "" };
    const sink = (name: keyof typeof printed): Sink => {
      const writeStyled = (text: string): void => {
        printed[name] += text;
      };
      const isTame = onTerminal || name === "stderr";
      const write = (text: string): void => {
        writeStyled(isTame ? harmless(text) : text);
      };
      return { ...pipeTo(write), writeStyled, ...(onTerminal && { isTTY: true, columns: 80 }) };
    };
    const io = { env, out: sink("stdout"), err: sink("stderr"), trace: createTrace() };
    return { exitCode: await main(argv, io), ...printed };
  };
}

/** Starts the program as users do. What would leave this machine goes to a proxy that lets nothing through. */
export const inProcessOfItsOwn: Execute = async ({ argv, env, folder }) => {
  const folders = { home: folder, cwd: folder, remove: () => Promise.resolve() };
  const url = env["AWS_ENDPOINT_URL"];
  const { exitCode, stdout, stderr } = await runProgram({
    argv,
    folders,
    env: { ...env, HTTPS_PROXY: url, HTTP_PROXY: url, NO_PROXY: "127.0.0.1,localhost" },
  });
  return { exitCode: exitCode ?? -1, stdout, stderr };
};
