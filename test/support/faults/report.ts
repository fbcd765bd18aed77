import { runProgram } from "../program";
import type { Fault } from "./fault";
import { signalAt, signals, stages } from "./stages";
import { faults, missing, runFault, type Outcome } from "./run";

/**
 * Runs every fault, also against aws-cli if it is installed, and returns the report in Markdown and what went wrong.
 */
export async function reportFaults(say: (line: string) => void): Promise<{ report: string; problems: string[] }> {
  const aws = await awsVersion();
  const rows: string[] = [];
  const problems: string[] = [];
  let subject = "";
  for (const fault of faults.filter((one) => missing(one).length > 0))
    say(`skip ${fault.name}: no ${missing(fault).join()}`);
  for (const fault of faults.filter((one) => missing(one).length === 0)) {
    const outcome = await runFault(fault);
    problems.push(...outcome.problems.map((problem) => `${fault.name}: ${problem}`));
    say(`${outcome.problems.length === 0 ? "ok  " : "BAD "} ${fault.name}: ${shown(outcome)}`);
    if (fault.subject !== subject) rows.push("", `## ${(subject = fault.subject)}`, "", ...head);
    rows.push(
      row(
        fault,
        outcome,
        aws === undefined || fault.onlyOurs ? undefined : await runFault(fault, { program: ["aws"], seconds: 10 }),
      ),
    );
  }
  rows.push(...(await signalRows(say)));
  return { report: [introduction(aws), ...rows, ""].join("\n"), problems };
}

/** The rows for signals: the time that each takes at each stage. Only on Linux, as the stages are. */
async function signalRows(say: (line: string) => void): Promise<string[]> {
  if (process.platform !== "linux") return [];
  const names = signals.map(([name]) => name);
  const rows = ["", "## Signals", "", "Milliseconds from the signal to the end of the process, which it ends by.", ""];
  rows.push(`| stage | ${names.join(" | ")} |`, "| --- | --- | --- | --- |");
  for (const [stage, prepare] of stages) {
    const times: string[] = [];
    for (const name of names) times.push((await signalAt(prepare, name)).afterMs.toFixed(0));
    say(`ok   signals, ${stage}: ${times.join(", ")} ms`);
    rows.push(`| ${stage} | ${times.join(" | ")} |`);
  }
  return rows;
}

const head = ["| fault | exit | what it said | seconds | aws-cli |", "| --- | --- | --- | --- | --- |"];

function row(fault: Fault, outcome: Outcome, aws: Outcome | undefined): string {
  const beside = [fault.recorded && `1.45.55: ${fault.recorded}`, aws && shown(aws)].filter(Boolean).join("; ");
  const cells = [fault.name, exitOf(outcome), message(outcome), seconds(outcome), beside];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("<", "&lt;")).join(" | ")} |`;
}

const shown = (outcome: Outcome): string =>
  `exit ${exitOf(outcome)} after ${seconds(outcome)} s${message(outcome) && `, ${message(outcome)}`}`;
const exitOf = ({ exitCode, signal }: Outcome): string => (signal === "SIGKILL" ? "none" : String(exitCode ?? signal));
const seconds = ({ durationMs }: Outcome): string => (durationMs / 1000).toFixed(1);

/**
 * The message's first line, without the parts that differ from run to run; after the line that a command was started,
 * if there is one.
 */
function message({ stderr }: Outcome): string {
  const lines = stderr.replaceAll(`${process.cwd()}/`, "").trim().split("\n");
  const line = lines.find((one) => !/: (running|the credentials end) /.test(one)) ?? "";
  const plain = line.replace(/127\.0\.0\.1:\d{2,}|localhost:\d{2,}/g, "HOST").replace(/\d{8}T\d{6}Z/g, "TIME");
  return plain.length > 140 ? `${plain.slice(0, 139)}…` : plain;
}

async function awsVersion(): Promise<string | undefined> {
  try {
    const { exitCode, stdout, stderr } = await runProgram({ program: ["aws"], argv: ["--version"] });
    return exitCode === 0 ? /aws-cli\/\S+/.exec(stdout + stderr)?.[0] : undefined;
  } catch {
    return undefined;
  }
}

const introduction = (aws: string | undefined): string => `# Reliability

- Exit code 0 means that AWS answered, that the whole answer arrived, and that it was the service's own.
- A broken connection, a wrong answer, a lost name or a silent service ends with exit code 255 and one sentence that says why.
- If the service may have done what was asked although no answer arrived, the message says "The call may have been made".
- No run waits for ever: connecting, silence and a whole attempt each have a time limit.
- Answers, headers, files and the output of other programs have a size limit, so memory stays small.
- Connection faults and most errors of the server are tried five times, with pauses, as aws-cli tries them.
- A command after \`--\` is always reported, whatever ends it: an exit code, a signal, a crash or its time limit.
- The report is tried for up to 30 seconds. If it fails, the message has the command line that makes it by hand.
- Output that cannot be written is an error, and the message says that the call was made.
- SIGKILL to the tool itself, or a machine that goes down, cannot be reported. The service's own time limit then counts.

The tables below show each of these. Every line is a fault that \`npm run faults -- --write\` really made, around one run of
the program on this machine; \`npm test\` makes the same faults. A line is about the \`deploy\` call with one attempt, unless
it says otherwise. A fault that does not end by itself meets a time limit, which is one second here.

${aws ? `The last column has ${aws} under the same fault, and` : "The last column has"} what aws-cli 1.45.55 was recorded to do. "exit none" is a run that did not end by itself.`;
