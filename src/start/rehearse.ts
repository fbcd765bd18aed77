import { closeSync, openSync } from "node:fs";
import os from "node:os";
import { optionName } from "../operations/option-name";
import type { Io } from "../types";
import type { Ended } from "./ended";

/**
 * Takes the ways through the program that make no call, unseen, so that their compiled code is kept with that of a run:
 * `--version`, and of the operation that `words` name a skeleton, an option that does not exist and wrong input, as
 * JSON and in options.
 */
export async function rehearse({ main, processIo }: Ended["program"], words?: readonly string[]): Promise<void> {
  const nowhere = openSync(os.devNull, "w");
  await run(["--version"]);
  if (words) {
    const skeleton = await run([...words, "--generate-cli-skeleton"]);
    const members = Object.entries(JSON.parse(skeleton || "{}") as object) as readonly (readonly [string, unknown])[];
    await run([...words, "--no-such-option"]);
    await run([...words, ...wrongInput(members.map(([name]) => name))]);
    const texts = members.filter(([, value]) => typeof value === "string");
    await run([...words, ...texts.flatMap(([name]) => [`--${optionName(name)}`, "?"]), ...wrongInput([])]);
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

/** Input in which these members do not have their own type, and one is not the operation's: no call is made with it. */
function wrongInput(members: readonly string[]): readonly string[] {
  const input = Object.fromEntries(["NoSuchMember", ...members].map((name) => [name, {}]));
  return ["--cli-input-json", JSON.stringify(input)];
}
