import { runInThisContext } from "node:vm";
import type { FuzzAnswer, FuzzCase, FuzzOutcome } from "./case";

/** All that is wrong with how a run ended; nothing if it ended as documented. */
export function problemsOf(run: FuzzCase, outcome: FuzzOutcome): string[] {
  const { exitCode, stdout, stderr, answered, uncaught } = outcome;
  const given = textsOf(run).join(" ").replaceAll("\0", "");
  const last = answered.at(-1);
  const checks: [boolean, string][] = [
    [uncaught.length > 0, `nobody caught ${uncaught.join()}`],
    [![0, 2, 255].includes(exitCode) && !run.argv.includes("--"), `undocumented exit code ${exitCode}`],
    [exitCode !== 0 && stderr.trim() === "", "failed without a message"],
    [exitCode === 0 && last !== undefined && !isRight(last), "took a wrong answer for a success"],
    [exitCode === 0 && last === undefined && !callsNothing(run), "succeeded without a call"],
    [exitCode === 0 && stderr !== "" && !run.argv.some((word) => word.startsWith("--d")), "succeeded and complained"],
    [/^\s+at .*[:(]\d+:\d+\)?$|^node:/m.test(stderr + stdout) && !isDebug(run), "printed a stack trace"],
    [/secret-(env|file|conf|sts)/.test(stderr + stdout) && !run.argv.join().includes("secret-"), "told a secret"],
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
  [/\bundefined\b/, "undefined"],
  [/\[object \w+\]/, "[object …]"],
  [/\bNaN\b/, "NaN"],
  [
    /Cannot (read|set|convert)|is not (a function|iterable|defined)|(stack size|string length)|\bERR_[A-Z]/,
    "JavaScript's words",
  ],
  [/Deserialization error|\$metadata|\$response/, "the SDK's words"],
];

/** Command lines that end well without a call. */
function callsNothing({ argv }: FuzzCase): boolean {
  return argv.some((word) => /^(help|completion|--v.*|--g.*)$/s.test(word));
}

/** What an answer has to be at the very least to mean that the call was made. */
function isRight({ status, body }: FuzzAnswer): boolean {
  return status >= 200 && status < 300 && (isJsonObject(body) || isHookResponse(body));
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text.replace(/^\ufeff/, ""));
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

function isHookResponse(text: string): boolean {
  const root = text.trim().replace(/^(\ufeff?<\?.*?\?>|<!--.*?-->|<!DOCTYPE.*?>|\s)*/s, "");
  return /^<PutLifecycleHookResponse(\s[^>]*)?(\/>$|>.*<\/PutLifecycleHookResponse\s*>)(<!--.*?-->|\s)*$/s.test(root);
}

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
