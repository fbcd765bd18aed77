import { expect, test } from "@jest/globals";
import { isFailure } from "../../src/failure/failure";
import { jsonText } from "../../src/python/json-text";
import { checkSyntax, search } from "../../src/output/query";

const answer = { id: "exec-1", name: "é日本🚀" };

const evaluated: readonly (readonly [query: string, result: string])[] = [
  ["id", '"exec-1"'],
  ["nope", "null"],
  ["@", '{"id":"exec-1","name":"é日本🚀"}'],
  ["[id, name]", '["exec-1","é日本🚀"]'],
  ["{Id: id, b: name, a: `1`}", '{"Id":"exec-1","b":"é日本🚀","a":1}'],
  ["`-0`", "0"],
  ["`1e400`", "Infinity"],
  ['`{"b": 1, "a": [], "b": {}}`', '{"b":{},"a":[]}'],
  ["`[1, 1.5, 1e-5, -2.5e-7, 123456789012345680]`", "[1,1.5,1e-05,-2.5e-07,123456789012345680]"],
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
  ["`1` == `1.0`", "true"],
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
  ["sum(`[1, 2.5]`)", "3.5"],
  ["avg(`[1, 2]`)", "1.5"],
  ["avg(`[]`)", "null"],
  ["abs(`-1.5`)", "1.5"],
  ["ceil(`1.2`)", "2"],
  ["floor(`-1.5`)", "-2"],
  ["to_number('1.50')", "1.5"],
  ["to_number(' 1_000 ')", "1000"],
  ["to_number('1e-5')", "1e-05"],
  ["to_number('0x10')", "null"],
  ["to_number('inf')", "Infinity"],
  ["to_number(`true`)", "null"],
  ['to_string(`{"a": "é", "b": [1.5]}`)', '"{\\"a\\":\\"\\\\u00e9\\",\\"b\\":[1.5]}"'],
  ["to_string(name)", '"é日本🚀"'],
  ["to_array(id)", '["exec-1"]'],
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
  ["[id < `1`]", "[null]"],
  ["id < name", "true"],
  ["id >= 'exec-1'", "true"],
  ["reverse(`[1, 2]`) | [@, reverse(@)]", "[[2,1],[1,2]]"],
  ['map(&@, `[0, false, ""]`)', '[0,false,""]'],
  ["not_null(`false`, id)", "false"],
  ['`["running", "x"]`[?@ == `running`]', '["running"]'],
  ["`a\\`b`", '"a`b"'],
  ["[toString, constructor, __proto__]", "[null,null,null]"],
  ["constructor", "null"],
  ["__proto__", "null"],
];

test.each(evaluated)("%s", (query, result) => {
  expect(jsonText(search(query, answer), { indent: null, ascii: false })).toBe(result);
});

const refusedBeforeTheCall: readonly (readonly [query: string, problem: string])[] = [
  ["", "unexpected end\n\n^"],
  ["a b", "unexpected token\na b\n  ^"],
  ["a[", "unexpected end\na[\n  ^"],
  ["[a b]", "unexpected token\n[a b]\n   ^"],
  ["[1:2:3:4]", "unexpected token\n[1:2:3:4]\n      ^"],
  ["foo.1", "unexpected token\nfoo.1\n    ^"],
  ["a == ", "unexpected end\na == \n     ^"],
  ["a = b", "unknown token\na = b\n  ^"],
  ["-", "unknown token\n-\n^"],
  ["'open", "unknown token\n'open\n^"],
  ['a.`"x`', 'unknown token\na.`"x`\n  ^'],
  ['"\\x"', '"\\x" is not a JSON string\n"\\x"\n^'],
  ['a || "\\x"', '"\\x" is not a JSON string\na || "\\x"\n     ^'],
  ['"f"(a)', 'quoted identifiers cannot be used as a function name\n"f"(a)\n^'],
  ["[a](b)", "only a name can be called as a function\n[a](b)\n^"],
  ["a.\n\tb c", "unexpected token\n\tb c\n\t  ^"],
  ["日本", "unknown token\n日本\n^"],
  ["a #", "unknown token\na #\n  ^"],
];

test.each(refusedBeforeTheCall)("%j is refused", (query, problem) => {
  expect(
    failureOf(() => {
      checkSyntax(query);
    }),
  ).toEqual({ kind: "query-invalid", query, problem });
});

test("an expression nested without end is refused", () => {
  for (const query of ["(".repeat(100_000), "!".repeat(100_000), `\`${"[".repeat(100_000)}${"]".repeat(100_000)}\``]) {
    expect(
      failureOf(() => {
        checkSyntax(query);
        search(query, answer);
      }),
    ).toMatchObject({ problem: expect.stringMatching(/nested too deeply|call stack/) as unknown });
  }
});

const refusedByTheAnswer: readonly (readonly [query: string, problem: string])[] = [
  ["length()", "Expected at least 1 argument for function length(), received 0"],
  ["not_null()", "Expected 1 argument for function not_null(), received 0"],
  ["nope(id)", "Unknown function: nope()"],
  [
    "length(`1`)",
    'Invalid argument type for function length(), expected one of "array", "string", "object" but found "number"',
  ],
  ['sort(`[1, "a"]`)', 'Invalid argument type for function sort(), expected "number" but found "string"'],
  ["sort_by(`[{}]`, &a)", 'Invalid argument type for function sort_by(), expected "string" but found "null"'],
  ["join(id, id)", 'Invalid argument type for function join(), expected "array-string" but found "string"'],
  ["map(id, [id])", 'Invalid argument type for function map(), expected "expression" but found "string"'],
  ["[id][::0]", "Invalid slice, step cannot be 0"],
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
