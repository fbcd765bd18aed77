import fc from "fast-check";
import { operations } from "../../src/operations/all";
import { optionName } from "../../src/operations/option-name";
import type { Operation } from "../../src/operations/operation";
import type { Shape } from "../../src/operations/shape";
import { calm, type FuzzAnswer, type FuzzCase } from "./case";
import { anyText, mutatedList, mutatedText } from "./mutate";
import { shorthandOf, valueOf, xmlOf } from "./values";

const some = (argv: readonly string[], parts: Partial<FuzzCase> = {}): FuzzCase => ({
  argv,
  env: calm,
  files: {},
  answers: [],
  ...parts,
});

const callOf = ({ service, word }: Operation): string[] => [service.word, word];
const each = <T>(make: (operation: Operation) => fc.Arbitrary<T>, of = operations): fc.Arbitrary<T> =>
  fc.oneof(...of.map(make));

/** An option with its words, in one of the ways in which people write a value of its shape. */
function option(name: string, shape: Shape): fc.Arbitrary<string[]> {
  const flag = `--${optionName(name)}`;
  if (shape.kind === "boolean") return fc.constantFrom([flag], [flag.replace("--", "--no-")]);
  return fc.tuple(valueOf(shape), fc.constantFrom("json", "shorthand", "words", "glued")).map(([value, how]) => {
    const isSimple = typeof value === "string";
    const text = isSimple ? value : JSON.stringify(value);
    if (how === "glued") return [`${flag}=${text}`];
    if (how === "json" || isSimple) return [flag, text];
    if (how === "words" && Array.isArray(value)) return [flag, ...value.map((item) => shorthandOf(item))];
    return [flag, shorthandOf(value)];
  });
}

/** Most of the options that an operation must have, and some others. */
function inputOf({ input }: Operation): fc.Arbitrary<string[]> {
  const members = Object.entries(input.members).map(([name, shape]) =>
    fc.oneof(
      { weight: input.required.includes(name) ? 30 : 1, arbitrary: option(name, shape) },
      { weight: 1, arbitrary: fc.constant<string[]>([]) },
    ),
  );
  return fc.tuple(...members).map((parts) => parts.flat());
}

const others: fc.Arbitrary<string[]> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<string[]>([]) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...[["--max-items", "1"], ["--page-size", "2"], ["--starting-token", "x"], ["--no-paginate"], ["--max-items=0"]],
      ...[["--output", "text"], ["--output", "table"], ["--query", "*[]"], ["--debug"], ["--generate-cli-skeleton"]],
      ...[["--generate-cli-skeleton", "output"], ["help"], ["--no-sign-request"], ["--color", "on"]],
    ),
  },
  { weight: 1, arbitrary: anyText.map((text) => ["--max-items", text]) },
  { weight: 1, arbitrary: anyText.map((text) => ["--starting-token", text]) },
);

const lines = each((operation) =>
  fc.tuple(inputOf(operation), others).map((parts) => [...callOf(operation), ...parts.flat()]),
);

/** Command lines of every operation, right and nearly right. */
const commandLines = fc.oneof(lines, mutatedList(lines, anyText)).map((argv) => some(argv));

/** Documents for `--cli-input-json` of every operation, nested as its input is. */
const documents = each((operation) =>
  fc
    .tuple(
      fc.oneof(
        valueOf(operation.input).map((value) => JSON.stringify(value)),
        mutatedText(valueOf(operation.input).map((value) => JSON.stringify(value))),
      ),
      fc.constantFrom([], ["--generate-cli-skeleton", "output"]),
    )
    .map(([text, more]) => some([...callOf(operation), "--cli-input-json", text, ...more])),
);

/** A right answer's text, as JSON or XML; `value` may be anything. */
function bodyOf({ name, service, model }: Operation, value: unknown): string {
  if (service.model.protocol === "json") return JSON.stringify(value);
  const { resultWrapper: wrapper } = model;
  const result = wrapper === undefined ? "" : `<${wrapper}>${xmlOf(value)}</${wrapper}>`;
  const metadata = "<ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata>";
  return `<${name}Response xmlns="http://autoscaling.amazonaws.com/doc/2011-01-01/">${result}${metadata}</${name}Response>`;
}

function answerOf(operation: Operation): fc.Arbitrary<FuzzAnswer> {
  const body = valueOf(operation.output).map((value) => bodyOf(operation, value));
  return fc
    .tuple(
      fc.oneof({ weight: 2, arbitrary: body }, { weight: 1, arbitrary: mutatedText(body) }),
      fc.constantFrom(200, 200, 200, 200, 200, 200, 400, 500),
      fc.constantFrom<Record<string, string>[]>(
        {},
        {},
        {},
        { "x-amzn-errortype": "AccessDenied" },
        { "content-encoding": "gzip" },
      ),
    )
    .map(([text, status, headers]) => ({ status, headers, body: text }));
}

/** What each operation needs on its line. */
function plainLine(operation: Operation): string[] {
  const { input } = operation;
  const words = input.required.map((name) => {
    const shape = input.members[name];
    const free = /arn$/i.test(name) ? "arn:aws:ecs:us-east-1:123456789012:a/b" : "a";
    const text = shape?.kind === "string" ? (shape.values?.[0] ?? free) : free;
    return [`--${optionName(name)}`, text];
  });
  return [...callOf(operation), ...words.flat()];
}

const outputs = fc.constantFrom<readonly string[]>(
  ...[[], ["--output", "text"], ["--output", "table"], ["--output", "table", "--color", "on"], ["--debug"]],
  ...[
    ["--query", "*"],
    ["--query", "@"],
    ["--query", "*[].*", "--output", "text"],
    ["--query", "length(@)"],
  ],
);

/** Answers of every operation, in every output. */
const answers = each((operation) =>
  fc
    .tuple(answerOf(operation), outputs, fc.boolean())
    .map(([answer, more, onTerminal]) => some([...plainLine(operation), ...more], { answers: [answer], onTerminal })),
);

const paged = operations.filter(({ model }) => model.pages);

/** Answers in pages, whose tokens end, go on, or come twice. */
const pages = each((operation) => {
  const { pages: model } = operation.model;
  const token = fc.constantFrom("t1", "t2", "t3", "", null);
  const page = fc
    .tuple(valueOf(operation.output), token)
    .map(([value, next]) =>
      typeof value === "object" && value !== null && model ? { ...value, [model.outputToken]: next } : value,
    );
  return fc.tuple(fc.array(page, { minLength: 1, maxLength: 4 }), others, outputs).map(([all, ...more]) =>
    some([...plainLine(operation), ...more.flat()], {
      answers: all.map((value) => ({ status: 200, headers: {}, body: bodyOf(operation, value) })),
    }),
  );
}, paged);

const supervised = operations.filter(({ outcome }) => outcome);

/** Commands after `--`, with what the services answer on the way and at the end. */
const commands = each((operation) => {
  const decided = operation.outcome?.member;
  const needed = (operation.outcome?.needs ?? []).filter((name) => name !== decided);
  const words = needed.flatMap((name) => [`--${optionName(name)}`, "arn:aws:ecs:us-east-1:123456789012:a/b"]);
  const asked = fc.oneof(...operations.map((one) => answerOf(one)));
  const more = fc.constantFrom<readonly string[]>(
    ...[[], [], ["--cli-command-timeout", "0"], ["--cli-command-grace", "0"], ["--cli-command-wait", "0"]],
    ...[
      ["--cli-command-heartbeat", "1"],
      ["--cli-command-failure", "none"],
      ["--instance-id", "i-0abc"],
    ],
    ...[
      ["--lifecycle-hook-name", "h"],
      ["--auto-scaling-group-name", "g", "--lifecycle-hook-name", "h"],
    ],
  );
  return fc
    .tuple(more, fc.array(asked, { maxLength: 2 }), fc.array(answerOf(operation), { maxLength: 2 }), fc.boolean())
    .map(([given, first, then, isTrue]) =>
      some([...callOf(operation), ...words, ...given, "--", isTrue ? "true" : "false"], {
        answers: [...first, ...then],
      }),
    );
}, supervised);

const waiting = operations.filter(({ waiters }) => Object.keys(waiters).length > 0);

/** Waits of a second at most. */
const waits = each(
  (operation) =>
    fc
      .tuple(fc.constantFrom(...Object.keys(operation.waiters)), fc.array(answerOf(operation), { maxLength: 3 }))
      .map(([waiter, all]) => {
        const [service = "", , ...words] = plainLine(operation);
        const limits = ["--cli-wait-timeout", "1", "--cli-wait-interval", "1"];
        return some([service, "wait", waiter, ...limits, ...words], { answers: all });
      }),
  waiting,
);

/** The kinds that take every operation in, by name. */
export const operationKinds: Readonly<Record<string, fc.Arbitrary<FuzzCase>>> = {
  "lines of all operations": commandLines,
  "documents of all operations": documents,
  "answers of all operations": answers,
  pages,
  "commands after --": commands,
  waits,
};
