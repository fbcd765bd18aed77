import { runInThisContext } from "node:vm";
import type { Answered, FuzzCase, FuzzOutcome } from "./case";
import { isDoneAlready, isSuccess, isVerdict } from "./verdict";

/** All that is wrong with how a run ended; nothing if it ended as documented. */
export function problemsOf(run: FuzzCase, outcome: FuzzOutcome): string[] {
  const { exitCode, stdout, stderr, answered, uncaught } = outcome;
  const given = textsOf(run).join(" ").replaceAll("\0", "");
  const last = answered.at(-1);
  const read = Object.entries(run.files).filter(([name]) => !name.startsWith("~/.aws"));
  const own = JSON.stringify([run.argv, read]);
  const told = own + answered.map(({ answer }) => answer.body).join();
  const checks: [boolean, string][] = [
    [uncaught.length > 0, `nobody caught ${uncaught.join()}`],
    [!documented(run).includes(exitCode), `undocumented exit code ${exitCode}`],
    [exitCode !== 0 && stderr.trim() === "", "failed without a message"],
    [exitCode === 0 && last !== undefined && !isRight(run, answered), "took a wrong answer for a success"],
    [exitCode === 0 && last === undefined && !callsNothing(run), "succeeded without a call"],
    [exitCode === 0 && stderr !== "" && !mayComplain(run), "succeeded and complained"],
    [/^\s+at .*[:(]\d+:\d+\)?$|^node:/m.test(stderr + stdout) && !isDebug(run), "printed a stack trace"],
    [/secret-(env|file|conf|sts)/.test(stderr + stdout) && !/secret-/.test(told), "told a secret"],
    [/secret-env/.test(stderr) && !own.includes("secret-"), "told a secret that was told to it"],
    [
      driving.test(stderr) || (run.onTerminal && driving.test(stdout.replace(styled, ""))) === true,
      "drove the terminal",
    ],
    [prototypes() !== clean, "changed a prototype"],
    ...spoken.map(([pattern, what]): [boolean, string] => [
      !given.includes(pattern.exec(stderr)?.[0] ?? "") && !isDebug(run),
      `said ${what}`,
    ]),
  ];
  return checks.filter(([wrong]) => wrong).map(([, problem]) => problem);
}

/** All texts that a case puts in. */
function textsOf({ argv, env, files, answers }: FuzzCase): string[] {
  const contents = Object.values(files).map((file) => (typeof file === "string" ? file : atob(file.base64)));
  const told = answers.flatMap(({ body, headers }) => [body, ...Object.values(headers)]);
  return [...argv, ...Object.values(env), ...Object.keys(files), ...contents, ...told];
}

const isDebug = ({ argv }: FuzzCase): boolean => argv.some((word) => /^--d(e|eb|ebu|ebug)?$/.test(word));

/** Words of the implementation, which no message has unless they were put in. */
const spoken: readonly (readonly [RegExp, string])[] = [
  [/\bundefined\b(?! behavior)/, "undefined"],
  [/\[object \w+\]/, "[object …]"],
  [/\bNaN\b/, "NaN"],
  [
    /Cannot (read|set|convert)|is not (a function|iterable|defined)|(stack size|string length)|\bERR_[A-Z]/,
    "JavaScript's words",
  ],
  [/Deserialization error|\$metadata|\$response|@aws-sdk|@smithy|\bError: /, "the SDK's words"],
];

/** Command lines that end well without a call. */
function callsNothing({ argv }: FuzzCase): boolean {
  return argv.some((word) => /^(help|completion|--help|-h|--v.*|--g.*)$/s.test(word));
}

/** The exit codes that a line can end with; the command after `--` is one that exits with 0 or 1. */
function documented({ argv }: FuzzCase): readonly number[] {
  return argv.includes("--") ? [0, 1, 2, 124, 255] : [0, 2, 255];
}

const mayComplain = ({ argv }: FuzzCase): boolean =>
  argv.includes("--") || argv.some((word) => /^--(d|max-items|cli-wait)/.test(word));

/** Whether the answers to a run mean success: all of them to a call by itself, one to the last call of a command's end. */
function isRight({ argv }: FuzzCase, answered: readonly Answered[]): boolean {
  if (!argv.includes("--"))
    return (
      answered.every((one) => isSuccess(one) || one.answer.status >= 300) && isSuccess(answered.at(-1) as Answered)
    );
  const lastCalls = answered.filter(({ operation }) => /^(Put|Complete|Continue|Stop)/.test(operation));
  return lastCalls.some((one, at) => isVerdict(one) || (at > 0 && isDoneAlready(one)));
}

// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const styled = /\u001b\[[\d;]*m/g;
// eslint-disable-next-line no-control-regex -- the same
const driving = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

/** What the program's values inherit from: it runs in the context of the process. */
const kinds = runInThisContext("[Object, Array, String, Number, Function, Error, Promise, Map]") as ObjectConstructor[];

/** The names that everything inherits. */
function prototypes(): string {
  return kinds
    .map((kind) =>
      Reflect.ownKeys(kind.prototype as object)
        .map(String)
        .join(),
    )
    .join(";");
}

const clean = prototypes();
