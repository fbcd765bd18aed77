import type { OptionDeclaration } from "./options";
import type { Outcome } from "./outcome";

/** The options that an operation has for a command after `--`. Times in seconds. */
export function commandOptions(outcome: Outcome): readonly OptionDeclaration[] {
  return [timeout(outcome), grace, ...failure(outcome), ...wait(outcome), ...ofActions(outcome)];
}

function timeout({ timeout: limit, before }: Outcome): OptionDeclaration {
  const most = before?.kind === "gate" ? "the service waits" : "the action lasts";
  const normally = limit === undefined ? `As long as ${most} by default` : `${limit} by default`;
  const less = limit === undefined || !before ? "" : `, or less where ${most} for less`;
  return {
    name: "cli-command-timeout",
    value: "SECONDS",
    about: `How long the command after -- may run before it is stopped. ${normally}${less}, 0 for no limit.`,
  };
}

const grace: OptionDeclaration = {
  name: "cli-command-grace",
  value: "SECONDS",
  about: "How long a command that was told to stop may take before it is killed. 10 by default.",
};

function failure({ failure: calls }: Outcome): readonly OptionDeclaration[] {
  const choices = Object.keys(calls);
  if (choices.length < 2) return [];
  const ends = Object.entries(calls).map(([choice, call]) => `${choice}: ${call?.did ?? "nothing is sent"}`);
  return [
    {
      name: "cli-command-failure",
      value: "RESULT",
      choices,
      about: `What follows if the command does not exit with 0. ${choices[0] ?? ""} by default. ${ends.join("; ")}.`,
    },
  ];
}

function wait({ before }: Outcome): readonly OptionDeclaration[] {
  if (!before) return [];
  const about =
    before.kind === "gate"
      ? `How long to wait until ${before.subject} waits for an answer. ${before.wait} by default.`
      : `How long to try until the action is active. ${before.wait.now} by default, ${before.wait.turn} with --cli-command-when.`;
  return [{ name: "cli-command-wait", value: "SECONDS", about }];
}

function ofActions({ before }: Outcome): readonly OptionDeclaration[] {
  if (before?.kind !== "action") return [];
  const { word, with: base } = before.turn.notice;
  return [
    {
      name: "cli-command-heartbeat",
      value: "SECONDS",
      about: `The time between two heartbeats. Half of the hook's heartbeat timeout by default, or ${before.heartbeat.unknown} where that is not known.`,
    },
    {
      name: "cli-command-when",
      value: "TURN",
      choices: [...Object.keys(before.turn.targets), `${base},${word}`],
      about: `Waits until this instance is told to go that way before anything is done. With ${word}, also until it is told that it is to be interrupted.`,
    },
  ];
}
