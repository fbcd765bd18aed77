import type { Service } from "../operations/operation";
import { code, entry, heading, paragraph, rows, type Block } from "./block";
import { environment, files } from "./environment";
import { commandLines, exitCodesSection, globalOptionsSection, tool } from "./sections";

/** The page that tells a newcomer what the tool is and has. */
export function programPage(services: readonly Service[]): readonly Block[] {
  return [
    heading("NAME"),
    paragraph(`${tool} - answers lifecycle hooks with the command lines of aws-cli version 1`),
    heading("DESCRIPTION"),
    paragraph(
      "For the commands below, this tool takes the command lines of aws-cli version 1, sends the same requests, prints the same output and exits with the same codes. Scripts need to change nothing but the name. It also checks the documented limits before it sends anything, and it exits with 0 only if the service did what was asked.",
    ),
    heading("SYNOPSIS"),
    code(
      `${tool} [options] <command> <subcommand> [parameters]`,
      `${tool} [<command> [<subcommand>]] help`,
      `${tool} completion bash|zsh|fish`,
      `${tool} stand-in [--port N] [-- COMMAND [ARGUMENT]...]`,
    ),
    heading("COMMANDS"),
    rows(
      ...services.map(({ word, summary }) => [word, summary] as const),
      ["completion", "Prints a script that completes command lines in bash, zsh or fish."],
      ["stand-in", "Starts a server on this machine that answers in place of AWS, for tests."],
      ["help", "Shows this page. After a command or a subcommand, shows its page."],
    ),
    ...globalOptionsSection(),
    heading("ENVIRONMENT"),
    paragraph("Options win over the environment, and the environment over the profile."),
    ...environment.map(({ names, about }) => entry(names.join(", "), about)),
    heading("FILES"),
    ...files.map(({ path, about }) => entry(path, about)),
    heading("EXAMPLES"),
    paragraph("The options of a subcommand:"),
    code(...commandLines("autoscaling put-lifecycle-hook help")),
    paragraph("A file to fill in, and the call made from it:"),
    code(
      ...commandLines("autoscaling put-lifecycle-hook --generate-cli-skeleton > hook.json"),
      ...commandLines("autoscaling put-lifecycle-hook --cli-input-json file://hook.json"),
    ),
    paragraph("Completion in this bash. The scripts for zsh and fish say where they go:"),
    code(`eval "$(${tool} completion bash)"`),
    paragraph("A script that runs against the stand-in instead of AWS:"),
    code(...commandLines("stand-in -- ./deploy-hook.sh")),
    ...exitCodesSection(),
  ];
}
