import { Command } from "commander";
import { operations } from "./commands/all";
import { optionName } from "./commands/operation";
import type { Globals, Invocation } from "./types";

/** Reads the command line. `checkGlobals` runs between the global options and the operation's, as in aws-cli. */
export async function parse(
  argv: readonly string[],
  checkGlobals: (globals: Globals) => Promise<void>,
): Promise<Invocation> {
  let invocation: Invocation = { kind: "help", path: [] };
  const program = new Command("aws-lifecycle-hooks").option("--endpoint-url <url>").option("--region <region>");
  for (const operation of operations) {
    const service = program.command(operation.service.command);
    const command = service.command(operation.command);
    for (const member of Object.keys(operation.input)) command.option(`--${optionName(member)} <value>`);
    command.option("--endpoint-url <url>").option("--cli-input-json <json>").option("--generate-cli-skeleton [kind]");
    command.action((options: Record<string, string>) => {
      const all = command.optsWithGlobals<Record<string, string>>();
      const values: Record<string, string> = {};
      for (const member of Object.keys(operation.input)) {
        const camel = optionName(member).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
        if (options[camel] !== undefined) values[member] = options[camel];
      }
      const globals: Globals = {
        debug: false,
        endpointUrl: all["endpointUrl"],
        verifySsl: true,
        output: undefined,
        query: undefined,
        profile: undefined,
        region: all["region"],
        color: "auto",
        signRequest: true,
        caBundle: undefined,
        readTimeout: undefined,
        connectTimeout: undefined,
      };
      invocation = {
        kind: "call",
        operation,
        globals,
        values,
        cliInputJson: options["cliInputJson"],
        skeleton: options["generateCliSkeleton"] ? "input" : undefined,
        hookCommand: undefined,
      };
    });
  }
  await program.parseAsync(argv, { from: "user" });
  if (invocation.kind === "call") await checkGlobals(invocation.globals);
  return invocation;
}
