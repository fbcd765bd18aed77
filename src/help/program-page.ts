import type { Service } from "../operations/operation";
import { code, entry, heading, paragraph, rows, type Block } from "./block";
import { environment, files } from "./environment";
import { commandLines, exitCodesSection, globalOptionsSection, tool } from "./sections";

/** What the tool is and has, for somebody who meets it first. */
export function programPage(services: readonly Service[]): readonly Block[] {
  return [
    heading("NAME"),
    paragraph(`${tool} - aws-cli version 1 for lifecycle hooks, without aws-cli`),
    heading("DESCRIPTION"),
    paragraph(
      "Takes what aws-cli version 1 takes for the commands below, sends what it sends, prints what it prints and ends with its exit codes, so that scripts need change nothing but the name. It also checks the documented limits before it sends anything, and it never ends with 0 unless the service said yes.",
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
      ["completion", "Prints a script that completes command lines, for bash, zsh or fish."],
      ["stand-in", "Starts an endpoint on this machine that stands in for the services in tests. It is not AWS."],
      ["help", "Shows this; after a command or a subcommand, what there is to know about it."],
    ),
    ...globalOptionsSection(),
    heading("ENVIRONMENT"),
    paragraph("Options win over the environment, and the environment over the profile."),
    ...environment.map(({ names, about }) => entry(names.join(", "), about)),
    heading("FILES"),
    ...files.map(({ path, about }) => entry(path, about)),
    heading("EXAMPLES"),
    paragraph("What a subcommand takes:"),
    code(...commandLines("autoscaling put-lifecycle-hook help")),
    paragraph("A file to fill in, and the call made from it:"),
    code(
      ...commandLines("autoscaling put-lifecycle-hook --generate-cli-skeleton > hook.json"),
      ...commandLines("autoscaling put-lifecycle-hook --cli-input-json file://hook.json"),
    ),
    paragraph("Completion in this bash; help on the others is in the scripts themselves:"),
    code(`eval "$(${tool} completion bash)"`),
    paragraph("A script run against an endpoint that is not AWS:"),
    code(...commandLines("stand-in -- ./deploy-hook.sh")),
    ...exitCodesSection(),
  ];
}
