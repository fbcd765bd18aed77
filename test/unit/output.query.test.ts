import { expect, test } from "@jest/globals";
import { isFailure } from "../../src/failure";
import { jsonText } from "../../src/output/json-text";
import { checkSyntax, search } from "../../src/output/query";

const answer = { id: "exec-1", name: "é日本🚀" };

const evaluated: readonly (readonly [query: string, result: string])[] = [
  ["id", '"exec-1"'],
  ["nope", "null"],
  ["@", '{"id":"exec-1","name":"é日本🚀"}'],
  ["[id, name]", '["exec-1","é日本🚀"]'],
  ['{Id: id, "10": name, "9": `1`}', '{"Id":"exec-1","10":"é日本🚀","9":1}'],
  ["`1.0`", "1.0"],
  ["`-0`", "0"],
  ["`1e400`", "Infinity"],
  ["`12345678901234567890`", "12345678901234567890"],
  ['`{"b": 1, "a": [], "b": {}}`', '{"b":{},"a":[]}'],
  ["`[1, 1.5, 1e16, 1e-5, 1e22, 123456789012345680]`", "[1,1.5,1e+16,1e-05,1e+22,123456789012345680]"],
  ["`foo bar`", '"foo bar"'],
  ['` "x" `', '"x"'],
  ["'it\\'s \\\\ raw'", '"it\'s \\\\\\\\ raw"'],
  ["'a'[0]", "null"],
  ["`[1,2,3,4]`[1:3]", "[2,3]"],
  ["`[1,2,3,4]`[::-2]", "[4,2]"],
  ["`[1,2,3,4]`[-3:-1]", "[2,3]"],
  ["`[[1,2],[3,[4]]]`[]", "[1,2,3,[4]]"],
  ["`[[[1,2],[3]],[[4]]]`[0][0:1]", "[[1,2]]"],
  ['`[{"a":1},{"a":2},{"b":3}]`[*].a', "[1,2]"],
  ['`[{"a":1},{"a":2},{"b":3}]`[?a > `1`].a', "[2]"],
  ['`{"a":{"x":1},"b":{"x":2}}`.*.x', "[1,2]"],
  ["*", '["exec-1","é日本🚀"]'],
  ["nope.{a: id}", "null"],
  ["nope.[id]", "null"],
  ["nope || id", '"exec-1"'],
  ["id && name", '"é日本🚀"'],
  ["!nope", "true"],
  ["!`0`", "false"],
  ["`0` == `false`", "false"],
  ["`[0]` == `[false]`", "true"],
  ["`1` == `1.0`", "true"],
  ["'b' > 'a'", "true"],
  ["'b' > `true`", "null"],
  ["length(name)", "4"],
  ["reverse(name)", '"🚀本日é"'],
  ["sort(`[10, 9, 1]`)", "[1,9,10]"],
  ['sort(`["b", "a", "é", "B"]`)', '["B","a","b","é"]'],
  ['sort_by(`[{"k":2,"v":1},{"k":1,"v":2},{"k":2,"v":3}]`, &k)[*].v', "[2,1,3]"],
  ['max_by(`[{"k":1,"v":1},{"k":1,"v":2}]`, &k).v', "1"],
  ['min(`["b", "a"]`)', '"a"'],
  ["max(`[]`)", "null"],
  ["sum(`[1, 2]`)", "3"],
  ["sum(`[1, 2.0]`)", "3.0"],
  ["avg(`[1, 2]`)", "1.5"],
  ["avg(`[2, 4]`)", "3.0"],
  ["avg(`[]`)", "null"],
  ["abs(`-1.5`)", "1.5"],
  ["ceil(`1.2`)", "2"],
  ["floor(`-1.5`)", "-2"],
  ["to_number('1.50')", "1.5"],
  ["to_number(' 1_000 ')", "1000"],
  ["to_number('1e5')", "100000.0"],
  ["to_number('0x10')", "null"],
  ["to_number('inf')", "Infinity"],
  ["to_number(`true`)", "null"],
  ['to_string(`{"a": "é", "b": [1.0]}`)', '"{\\"a\\":\\"\\\\u00e9\\",\\"b\\":[1.0]}"'],
  ["to_string(name)", '"é日本🚀"'],
  ["to_array(id)", '["exec-1"]'],
  ["contains(`[0]`, `false`)", "true"],
  ["contains(name, '本')", "true"],
  ['merge(`{"a": 1, "b": 2}`, `{"a": 3}`)', '{"a":3,"b":2}'],
  ["map(&id, [@, `1`])", '["exec-1",null]'],
  ["not_null(nope, `null`, id)", '"exec-1"'],
  ["type(`[]`)", '"array"'],
  ["keys(@)", '["id","name"]'],
  ["values(@)", '["exec-1","é日本🚀"]'],
  ["join(', ', [id, name])", '"exec-1, é日本🚀"'],
  ["starts_with(id, 'exec')", "true"],
  ["ends_with(id, '-1')", "true"],
  ["id | length(@)", "6"],
  ["{a: id b: name}", '{"a":"exec-1","b":"é日本🚀"}'],
  ["[?id]", "null"],
];

test.each(evaluated)("%s", (query, result) => {
  expect(jsonText(search(query, answer), { indent: null, ascii: false })).toBe(result);
});

const refusedBeforeTheCall: readonly (readonly [query: string, problem: string])[] = [
  ["", "unexpected end\n\n^"],
  ["a b", "unexpected b\na b\n  ^"],
  ["a[", "unexpected end\na[\n  ^"],
  ["[a b]", ", expected, not b\n[a b]\n   ^"],
  ["[1:2:3:4]", "unexpected :\n[1:2:3:4]\n      ^"],
  ["foo.1", "{ expected, not 1\nfoo.1\n    ^"],
  ["a == ", "unexpected end\na == \n     ^"],
  ["a = b", "unknown character =\na = b\n  ^"],
  ["-", "unknown character -\n-\n^"],
  ["'open", "' is not closed\n'open\n^"],
  ['a.`"x`', '"x is not JSON\na.`"x`\n  ^'],
  ['"\\x"', '"\\x" is not a JSON string\n"\\x"\n^'],
  ['"f"(a)', 'a function\'s name cannot be quoted\n"f"(a)\n^'],
  ["[a](b)", "only a name can be called as a function\n[a](b)\n   ^"],
  ["a.\n\tb c", "unexpected c\n\tb c\n\t  ^"],
  ["日本", "unknown character 日\n日本\n^"],
  ["a #", "unknown character #\na #\n  ^"],
];

test.each(refusedBeforeTheCall)("%j is refused", (query, problem) => {
  expect(
    failureOf(() => {
      checkSyntax(query);
    }),
  ).toEqual({ kind: "query-invalid", query, problem });
});

test("an expression nested without end is refused", () => {
  for (const query of [
    "(".repeat(100_000),
    "!".repeat(100_000),
    "a" + ".a".repeat(100_000),
    `\`${"[".repeat(100_000)}${"]".repeat(100_000)}\``,
  ]) {
    expect(
      failureOf(() => {
        checkSyntax(query);
      }),
    ).toMatchObject({ kind: "query-invalid" });
  }
});

const refusedByTheAnswer: readonly (readonly [query: string, problem: string])[] = [
  ["length()", "length() takes 1 argument, not 0"],
  ["not_null()", "not_null() takes at least 1 argument, not 0"],
  ["nope(id)", "there is no function nope()"],
  ["toString(id)", "there is no function toString()"],
  ["length(`1`)", "length() takes a string, an array or an object, not number"],
  ['sort(`[1, "a"]`)', "sort() takes an array of numbers or of strings, not array of number, string"],
  ["sort_by(`[{}]`, &a)", "items are ordered by numbers or by strings, not by array of null"],
  ["join(id, id)", "join() takes an array of strings, not string"],
  ["map(id, [id])", "map() takes an expression, not string"],
  ["to_string(&id)", "to_string() takes any value, not expression"],
  ["contains(id, `1`)", "contains() looks for a string in a string, not number"],
  ["ceil(to_number('inf'))", "infinity and NaN are between no two integers"],
  ["id < `1`", "string < number has no answer"],
  ["[id][::0]", "the step of a slice cannot be 0"],
  ["&id", "an expression (&) can only be given to a function"],
];

test.each(refusedByTheAnswer)("%s does not fit", (query, problem) => {
  expect(failureOf(() => search(query, answer))).toEqual({ kind: "query-failed", query, problem });
});

function failureOf(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return isFailure(error) ? error.data : error;
  }
  return undefined;
}
