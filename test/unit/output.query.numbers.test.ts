import { expect, test } from "@jest/globals";
import { search } from "../../src/output/query";
import { parseJson } from "../../src/python/json";
import { jsonText } from "../../src/python/json-text";
import type { Response } from "../../src/types";

const answer = parseJson(`{
  "n": [100.0, 1e2, 5E-7, 1e21, 12345678901234567890, -0.0, 0.1, 7],
  "items": [
    {"id": "b", "time": 1732230000.0, "weight": 2.0},
    {"id": "a", "time": 1732230000.123, "weight": 1},
    {"id": "c", "time": 1.6E9, "weight": 9007199254740993}
  ]
}`) as Response;

const evaluated: readonly (readonly [query: string, result: string])[] = [
  ["n", "[100.0,100.0,5e-07,1e+21,12345678901234567890,-0.0,0.1,7]"],
  ["n[0]", "100.0"],
  ["n[::-1] | [0:2]", "[7,0.1]"],
  ["items[].time", "[1732230000.0,1732230000.123,1600000000.0]"],
  ["items[*].[id, weight][]", '["b",2.0,"a",1,"c",9007199254740993]'],
  ["items[?weight == `2`].id", '["b"]'],
  ["items[?weight == `2.0`].id", '["b"]'],
  ["items[?weight != `2`].id", '["a","c"]'],
  ["items[?time > `1700000000`].id", '["b","a"]'],
  ["items[?time >= `1732230000`].id", '["b","a"]'],
  ["items[?time < `1732230000`].id", '["c"]'],
  ["items[?weight].id", '["b","a","c"]'],
  ["items[?!weight].id", "[]"],
  ["n[0] == n[1]", "true"],
  ["[n[0]] == [n[1]]", "true"],
  ["{a: n[0]} == {a: `100`}", "true"],
  ["items[2].weight > `9007199254740992`", "true"],
  ["items[2].weight == `9007199254740992`", "false"],
  [
    "sort(n)",
    "[-0.0,5e-07,0.1,7,100.0,100.0,1e+21,12345678901234567890]".replace(
      "1e+21,12345678901234567890",
      "12345678901234567890,1e+21",
    ),
  ],
  ["max(n)", "1e+21"],
  ["min(items[].weight)", "1"],
  ["max_by(items, &time).id", '"a"'],
  ["min_by(items, &time).time", "1600000000.0"],
  ["sort_by(items, &time)[].time", "[1600000000.0,1732230000.0,1732230000.123]"],
  ["reverse(items[].weight)", "[9007199254740993,1,2.0]"],
  ["sum(items[:2].weight)", "3.0"],
  ["sum(items[1:].weight)", "9007199254740994"],
  ["avg(items[:2].weight)", "1.5"],
  ["abs(n[5])", "0.0"],
  ["abs(n[0])", "100.0"],
  ["ceil(n[0])", "100"],
  ["floor(items[1].time)", "1732230000"],
  ["to_number(n[0])", "100.0"],
  ["to_number('2.0')", "2.0"],
  ["to_number('12345678901234567890')", "12345678901234567890"],
  ["to_string(n[0])", '"100.0"'],
  ["to_string(items[0])", '"{\\"id\\":\\"b\\",\\"time\\":1732230000.0,\\"weight\\":2.0}"'],
  ["contains(n, `100`)", "true"],
  ["items[*].[id][].{x: @ < `1`}", '[{"x":null},{"x":null},{"x":null}]'],
  ["type(n[0])", '"number"'],
  ["to_array(n[0])", "[100.0]"],
  ["not_null(nope, n[0])", "100.0"],
  ["map(&weight, items)", "[2.0,1,9007199254740993]"],
  ["n[0].string", "null"],
  ["n[0].*", "null"],
  ["n[0][]", "null"],
  ["keys(items[0])", '["id","time","weight"]'],
  ["values(items[0])", '["b",1732230000.0,2.0]'],
  ["merge(items[0], {x: n[0]}).x", "100.0"],
];

test.each(evaluated)("%s", (query, result) => {
  expect(jsonText(search(query, answer), { indent: null, ascii: false })).toBe(result);
});

const refused: readonly (readonly [query: string, found: string])[] = [
  ["length(n[0])", "number"],
  ["keys(n[0])", "number"],
  ["join(',', n)", "number"],
  ["max(items)", "object"],
  ["sort(`[true]`)", "boolean"],
  ["max_by(items, &@)", "object"],
];

test.each(refused)("%s is refused", (query, found) => {
  expect(() => search(query, answer)).toThrow(
    expect.objectContaining({
      data: expect.objectContaining({ problem: expect.stringContaining(`"${found}"`) as unknown }) as unknown,
    }),
  );
});
