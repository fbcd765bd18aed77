import fc from "fast-check";
import { operations } from "../../src/operations/all";
import { grammarOf } from "../../src/operations/grammar";
import { globalOptions, inputOptions, pageOptions } from "../../src/operations/options";
import { optionName } from "../../src/operations/option-name";
import { calm, deployCall, hookCall, rightAnswers, type FuzzAnswer, type FuzzCase } from "./case";
import { configurationKinds } from "./configuration";
import { anyText, mutated, mutatedList } from "./mutate";
import { operationKinds } from "./operations";
import { recordedBodies, recordedRuns } from "./recorded";

const runs = recordedRuns();
const right = [rightAnswers.deploy, rightAnswers.autoscaling] as const;
const calls = [deployCall, hookCall] as const;

const some = (parts: Partial<FuzzCase>): FuzzCase => ({
  argv: deployCall,
  env: calm,
  files: {},
  answers: [],
  ...parts,
});

const options = [
  ...globalOptions,
  ...inputOptions,
  ...pageOptions,
  ...operations.flatMap((one) => grammarOf(one).own),
].map(({ name }) => name);
const members = operations.flatMap((operation) =>
  Object.keys(operation.input.members).map((member) => optionName(member)),
);

const word: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...calls.flat(), "help", "completion", "bash", "--", "-", "", "--version", "{{URL}}", "json", "text"),
  fc
    .tuple(fc.constantFrom(...options, ...members), fc.nat(12))
    .map(([name, cut]) => `--${name.slice(0, name.length - cut)}`),
  fc.tuple(fc.constantFrom(...options, ...members), anyText).map(([name, text]) => `--${name}=${text}`),
  fc.constantFrom(
    "Succeeded",
    "30",
    "file://a.txt",
    "fileb://a.txt",
    "file:///",
    "{{URL}}/param.txt",
    "{}",
    "us-east-1",
  ),
  anyText,
);

/** Command lines: words in any order, and recorded ones with words changed. */
const argumentLists = fc
  .oneof(
    fc.array(word, { maxLength: 8 }),
    fc.tuple(fc.constantFrom(...calls), fc.array(word, { maxLength: 6 })).map((parts) => parts.flat()),
    mutatedList(fc.constantFrom(...runs.map(({ argv }) => argv)), word),
  )
  .map((argv) => some({ argv, files: { "a.txt": "d-1" } }));

const names = operations.flatMap(({ input }) => Object.keys(input.members));
const member = fc.oneof(fc.constantFrom(...names, "__proto__", "constructor"), anyText);
const value: fc.Arbitrary<unknown> = fc.oneof(anyText, fc.integer(), fc.double(), fc.jsonValue(), fc.constant(null));

const jsonTexts: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(fc.tuple(member, value), { maxLength: 5 })
    .map((pairs) => `{${pairs.map(([name, one]) => `${JSON.stringify(name)}:${JSON.stringify(one)}`).join(",")}}`),
  mutated(runs.flatMap(({ argv }) => argv.filter((text) => text.startsWith("{"))).concat(['{"deploymentId":"d-1"}'])),
  fc.json(),
  anyText,
);

/** Documents for `--cli-input-json`, inline and in files. */
const documents = fc
  .tuple(
    fc.constantFrom<readonly string[]>(...calls, deployCall.slice(0, 2), hookCall.slice(0, 2)),
    jsonTexts,
    fc.boolean(),
  )
  .map(([argv, text, inFile]) =>
    inFile
      ? some({ argv: [...argv, "--cli-input-json", "file://{{CWD}}/in.json"], files: { "in.json": text } })
      : some({ argv: [...argv, "--cli-input-json", text] }),
  );

const bytes = fc.uint8Array({ maxLength: 60 }).map((content) => ({ base64: Buffer.from(content).toString("base64") }));

/** Values that come from files. */
const fileValues = fc
  .tuple(
    fc.constantFrom(...names),
    fc.constantFrom(
      "file://{{CWD}}/a",
      "fileb://{{CWD}}/a",
      "file://~/a",
      "file://$HOME/a",
      "file://",
      "file://{{CWD}}/b",
    ),
    fc.oneof(bytes, anyText),
    fc.constantFrom(...calls),
  )
  .map(([name, from, content, argv]) =>
    some({ argv: [...argv, `--${optionName(name)}`, from], files: { a: content, "~/a": content } }),
  );

const status = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(200, 200, 400, 403, 500, 503) },
  { weight: 1, arbitrary: fc.integer({ min: 200, max: 999 }) },
);
const header = fc.constantFrom(
  ...["content-type", "x-amzn-errortype", "x-amzn-query-error", "x-amzn-requestid", "date", "location", "retry-after"],
  ...["content-encoding", "x-amz-crc32", "content-language", "x-amz-retry-after", "set-cookie"],
);
const headerValue = fc.oneof(
  fc.constantFrom("application/x-amz-json-1.1", "text/xml", "text/html", "", "gzip", "0", "99999999", "Throttling"),
  anyText.map((text) => text.replace(/[^\t\x20-\x7e\x80-\xff]/g, "")),
);
const headers = fc.dictionary(header, headerValue, { maxKeys: 3 });
const bodies = fc.oneof(mutated(recordedBodies(runs)), jsonTexts, anyText);

/** Answers of the two services: recorded ones changed, and any others. */
const answers = fc
  .tuple(fc.constantFrom(0, 1), status, headers, bodies, fc.constantFrom<readonly string[]>([], ["--debug"]))
  .map(([which, code, given, body, more]) => {
    const { headers: usual } = right[which === 0 ? 0 : 1];
    const answer: FuzzAnswer = { status: code, headers: { ...usual, ...given }, body };
    return some({ argv: [...(which === 0 ? deployCall : hookCall), ...more], answers: [answer] });
  });

const identifier = fc.constantFrom(
  "a",
  "lifecycleEventHookExecutionId",
  '"a b"',
  "@",
  "*",
  "[]",
  "[*]",
  "[0]",
  "[::-1]",
  "`1`",
  "'x'",
);
const functionName = fc.constantFrom(
  ...[
    "length",
    "keys",
    "sort",
    "sort_by",
    "map",
    "join",
    "to_number",
    "to_string",
    "type",
    "max_by",
    "merge",
    "reverse",
  ],
  ...["abs", "avg", "contains", "not_null", "starts_with", "sum", "values", "to_array", "floor", "min", "nothing"],
);
const { expression } = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4 },
    identifier,
    fc
      .tuple(tie("expression"), fc.constantFrom(".", " | ", " || ", " && ", " == ", " < ", "."), tie("expression"))
      .map((parts) => parts.join("")),
    fc
      .tuple(functionName, fc.array(tie("expression"), { maxLength: 3 }))
      .map(([name, given]) => `${name}(${given.join(", ")})`),
    tie("expression").map((inner) => `[?${inner}]`),
    tie("expression").map((inner) => `[${inner}, @]`),
    tie("expression").map((inner) => `{k: ${inner}, "l": @}`),
    tie("expression").map((inner) => `!(${inner})`),
    tie("expression").map((inner) => `&${inner}`),
  ),
}));

const recordedQueries = runs.flatMap(({ argv }) => argv.filter((_, at) => argv[at - 1] === "--query"));

/** `--query`, with every output. */
const queries = fc
  .tuple(
    fc.oneof(expression, mutated(recordedQueries), anyText),
    fc.constantFrom("json", "text", "table"),
    fc.oneof(anyText, fc.constant("e-1")),
  )
  .map(([query, output, id]) =>
    some({
      argv: [...deployCall, `--query=${query}`, "--output", output],
      answers: [{ ...rightAnswers.deploy, body: JSON.stringify({ lifecycleEventHookExecutionId: id }) }],
    }),
  );

/** The kind that is run as users do, in processes of their own: slow, so there are few of them. */
export const wholeProcesses = "whole processes";

/** The kinds whose cases take a second or so each. */
export const slowKinds: readonly string[] = [wholeProcesses, "waits"];

/** What is fuzzed, by name. */
export const kinds: Readonly<Record<string, fc.Arbitrary<FuzzCase>>> = {
  "argument lists": argumentLists,
  "JSON documents": documents,
  "values from files": fileValues,
  "service answers": answers,
  queries,
  [wholeProcesses]: argumentLists.filter(({ argv }) => !/https?:/.test(argv.join(" "))),
  ...configurationKinds(runs),
  ...operationKinds,
};
