import fc from "fast-check";

/** Pieces that parsers stumble over. */
const awkward: readonly string[] = [
  ...Array.from("\0\t\n\r \"'\\`{}[]()<>&;:=,.*?|@#$%^~!-_/0"),
  ...[
    "\u001b[2J",
    "\u007f",
    "\u0085",
    "\u00a0",
    "\u2028",
    "\ufeff",
    "\ufffd",
    "\ud800",
    "\udfff",
    "é",
    "e\u0301",
    "界",
    "🎉",
  ],
  ...["__proto__", "constructor", "prototype", "toString", "null", "undefined", "true", "NaN", "-0", "1e309", "0x10"],
  ...["9007199254740993", "-1", "1.5", "٣", "${HOME}", "$HOME", "%s", "{{URL}}", "~/", "../", "file://", "fileb://"],
  ...[
    "http://",
    "https://",
    "--",
    "-",
    "--a",
    "=",
    "\\u0000",
    "\\ud800",
    '"\\',
    "<![CDATA[",
    "]]>",
    "<!--",
    "&#0;",
    "&#x1b;",
    "secret-env",
  ],
];

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...awkward) },
  { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
  { weight: 1, arbitrary: fc.constantFrom("a", "[", "{", "(", "<a>", " ", "\\").map((text) => text.repeat(2000)) },
);

/** A change of a text: a span of it, in thousandths of its length, gives way to a piece, or comes twice, or goes away. */
const change = fc.record({
  at: fc.nat(1000),
  length: fc.oneof(fc.constant(0), fc.nat(5), fc.nat(1000)),
  how: fc.oneof(
    fc.constant("double" as const),
    fc.constant("drop" as const),
    piece.map((text) => ({ text })),
  ),
});

/** The texts of a corpus, each with one to three changes. */
export function mutated(corpus: readonly string[]): fc.Arbitrary<string> {
  return mutatedText(fc.constantFrom(...corpus));
}

/** Texts with one to three changes. */
export function mutatedText(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(texts, fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([text, changes]) => changes.reduce(applied, text));
}

function applied(text: string, { at, length, how }: typeof change extends fc.Arbitrary<infer T> ? T : never): string {
  const start = Math.floor((at / 1000) * text.length);
  const span = text.slice(start, start + length);
  const instead = how === "double" ? span + span : how === "drop" ? "" : how.text;
  return text.slice(0, start) + instead + text.slice(start + span.length);
}

/** Text of any kind: nothing, words, what parsers stumble over, anything. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom("", "a", "x y", "1", "30"),
  fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "grapheme", maxLength: 20 }),
);

/** Lists with one to three of their words changed, doubled, dropped or put elsewhere. */
export function mutatedList(
  lists: fc.Arbitrary<readonly string[]>,
  word: fc.Arbitrary<string>,
): fc.Arbitrary<string[]> {
  const step = fc.record({
    at: fc.nat(1000),
    to: fc.nat(1000),
    word,
    how: fc.constantFrom("set", "add", "drop", "move"),
  });
  return fc.tuple(lists, fc.array(step, { minLength: 1, maxLength: 3 })).map(([list, steps]) =>
    steps.reduce<string[]>(
      (words, { at, to, word: other, how }) => {
        const index = at % (words.length + 1);
        const removed = words.toSpliced(index, 1);
        if (how === "add") return words.toSpliced(index, 0, other);
        if (how === "set") return removed.toSpliced(index, 0, other);
        return how === "drop"
          ? removed
          : removed.toSpliced(to % words.length || 0, 0, ...words.slice(index, index + 1));
      },
      [...list],
    ),
  );
}
