import { closeSync, openSync } from "node:fs";
import os from "node:os";
import type { Io } from "../types";
import type { Ended } from "./ended";

/**
 * Takes the ways through the program that make no call, unseen, so that their compiled code is kept with that of a run:
 * `--version`, and of the operation that `words` name a skeleton, an option that does not exist and wrong input.
 */
export async function rehearse({ main, processIo }: Ended["program"], words?: readonly string[]): Promise<void> {
  const nowhere = openSync(os.devNull, "w");
  await run(["--version"]);
  if (words) {
    const skeleton = await run([...words, "--generate-cli-skeleton"]);
    await run([...words, "--no-such-option"]);
    await run([...words, "--cli-input-json", wrongInput(skeleton || "{}")]);
  }
  closeSync(nowhere);

  /** Returns the output of a line that sees nothing of the user's environment. */
  async function run(line: readonly string[]): Promise<string> {
    let printed = "";
    const { out, ...rest } = processIo(nowhere, nowhere);
    const write = (text: string): void => {
      printed += text;
      out.write(text);
    };
    const io: Io = { ...rest, env: surroundings, out: { ...out, isTTY: false, columns: undefined, write } };
    await main(line, io);
    return printed;
  }
}

const surroundings = {
  HOME: __dirname,
  AWS_DEFAULT_REGION: "us-east-1",
  AWS_ENDPOINT_URL: "http://localhost",
  AWS_EC2_METADATA_DISABLED: "true",
};

/** Input in which no member of a skeleton has its own type, and one is not the operation's. */
function wrongInput(skeleton: string): string {
  const members = Object.keys(JSON.parse(skeleton) as object);
  return JSON.stringify(Object.fromEntries(["NoSuchMember", ...members].map((name) => [name, {}])));
}
