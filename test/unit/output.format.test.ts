import { expect, test } from "@jest/globals";
import { isFailure } from "../../src/failure/failure";
import type { Json } from "../../src/types";
import { addFormatted } from "../../src/output/format";

import type { OutputSettings } from "../../src/types";

const shown = async (json: string, settings: Partial<OutputSettings>, width = 80) => {
  const parts: string[] = [];
  await addFormatted(JSON.parse(json) as Json, {
    settings: { format: "json", query: undefined, color: false, timestamps: "wire", ...settings },
    title: "Title",
    width,
    add: (part) => parts.push(part),
  });
  return parts.join("").split("\n");
};

const json: readonly (readonly [json: string, lines: readonly string[]])[] = [
  ["{}", []],
  ["null", ["null"]],
  ["[]", ["[]"]],
  ['{"b":{},"a":[]}', ["{", '    "b": {},', '    "a": []', "}"]],
  [
    '[[1.5,-0.5,1e-5],{"b":true,"a":"é\\u0007\\ud800"}]',
    [
      "[",
      "    [",
      "        1.5,",
      "        -0.5,",
      "        1e-05",
      "    ],",
      "    {",
      '        "b": true,',
      '        "a": "é\\u0007\\ud800"',
      "    }",
      "]",
    ],
  ],
];

test.each(json)("json: %s", async (value, lines) => {
  expect(await shown(value, { format: "json" })).toEqual([...lines, ""]);
});

const text: readonly (readonly [json: string, lines: readonly string[]])[] = [
  ['"x"', ["x"]],
  ["null", ["None"]],
  ["true", ["True"]],
  ["5", ["5"]],
  ["1.5", ["1.5"]],
  ["[]", []],
  ["{}", []],
  ['""', [""]],
  ['[1,"a",null,true]', ["1\ta\tNone\tTrue"]],
  ['{"b":1,"a":"x"}', ["x\t1"]],
  ['{"a":{"b":1},"c":[1,2]}', ["A\t1", "C\t1", "C\t2"]],
  ['[{"a":1,"b":2},{"a":3,"c":4}]', ["1\t2\t", "3\t\t4"]],
  ["[[1,2],[3,4]]", ["1\t2", "3\t4"]],
  ["[[1,[2]],[3]]", ["1", "2", "3"]],
  ['[{"a":1,"b":[1,2]},{"a":2,"b":[3]}]', ["1", "B\t1", "B\t2", "2", "B\t3"]],
  ['[{"a":1},{"a":["x",null,"it\'s"]}]', ["1", "['x', None, \"it's\"]"]],
  ['{"l":[{"k":1},{"k":2,"n":{"z":0}}],"s":"v"}', ["v", "L\t1", "L\t2", "N\t0"]],
  ['{"ｗ":"é日本","n":"a\\tb\\nc"}', ["a\tb", "c\té日本"]],
  [
    '{"a":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx","b":"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"}',
    ["xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\tyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"],
  ],
  ['[["a"],["b","c"]]', ["a", "b\tc"]],
  ['{"a":[[1,2],[3]],"b":[]}', ["A\t1", "A\t2", "A\t3"]],
  ['{"a":[{"b":{"c":[{"d":1}]}}]}', ["C\t1"]],
  ["[0.1,1e-5,-0.5]", ["0.1\t1e-05\t-0.5"]],
  ["[true,[]]", ["True"]],
  ["false", ["False"]],
  ['{"a":{"b":"\\u0007\\u200b"}}', ["A\t\u0007​"]],
  ['[{"a":"x"},{"a":{"b":"\\u0007\\u200b\\ud83d\\ude80\\u00e9 \\"q\\""}}]', ["x", "{'b': '\\x07\\u200b🚀é \"q\"'}"]],
];

test.each(text)("text: %s", async (value, lines) => {
  expect(await shown(value, { format: "text" })).toEqual([...lines, ""]);
});

const table: readonly (readonly [json: string, lines: readonly string[]])[] = [
  ['"x"', ["-------", "|Title|", "+-----+"]],
  ["null", []],
  ["true", ["-------", "|Title|", "+-----+"]],
  ["5", ["-------", "|Title|", "+-----+"]],
  ["1.5", ["-------", "|Title|", "+-----+"]],
  ["[]", []],
  ["{}", []],
  ['""', []],
  [
    '[1,"a",null,true]',
    ["----------", "|  Title |", "+--------+", "|  1     |", "|  a     |", "|  None  |", "|  True  |", "+--------+"],
  ],
  [
    '{"b":1,"a":"x"}',
    ["------------", "|   Title  |", "+----+-----+", "|  a |  b  |", "+----+-----+", "|  x |  1  |", "+----+-----+"],
  ],
  [
    '{"a":{"b":1},"c":[1,2]}',
    [
      "--------------",
      "|    Title   |",
      "+------------+",
      "||     a    ||",
      "|+----+-----+|",
      "||  b |  1  ||",
      "|+----+-----+|",
      "||     c    ||",
      "|+----------+|",
      "||  1       ||",
      "||  2       ||",
      "|+----------+|",
    ],
  ],
  [
    '[{"a":1,"b":2},{"a":3,"c":4}]',
    [
      "-----------------",
      "|     Title     |",
      "+---+-----+-----+",
      "| a |  b  |  c  |",
      "+---+-----+-----+",
      "|  1|  2  |     |",
      "|  3|     |  4  |",
      "+---+-----+-----+",
    ],
  ],
  ["[[1,2],[3,4]]", ["------------", "|   Title  |", "+----+-----+", "|  1 |  2  |", "|  3 |  4  |", "+----+-----+"]],
  ["[[1,[2]],[3]]", ["-------", "|Title|", "+-----+", "|  1  |", "|  2  |", "|  3  |", "+-----+"]],
  [
    '[{"a":1,"b":[1,2]},{"a":2,"b":[3]}]',
    [
      "---------",
      "| Title |",
      "+-------+",
      "|   a   |",
      "+-------+",
      "|  1    |",
      "+-------+",
      "||  b  ||",
      "|+-----+|",
      "||  1  ||",
      "||  2  ||",
      "|+-----+|",
      "| Title |",
      "+-------+",
      "|   a   |",
      "+-------+",
      "|  2    |",
      "+-------+",
      "||  b  ||",
      "|+-----+|",
      "||  3  ||",
      "|+-----+|",
    ],
  ],
  [
    '[{"a":1},{"a":["x",null,"it\'s"]}]',
    [
      "-------------------------",
      "|         Title         |",
      "+-----------------------+",
      "|           a           |",
      "+-----------------------+",
      "|  1                    |",
      "+-----------------------+",
      "||          a          ||",
      "|+---------------------+|",
      "|         Title         |",
      "+-----------------------+",
      "|           a           |",
      "+-----------------------+",
      "|  ['x', None, \"it's\"]  |",
      "+-----------------------+",
      "||          a          ||",
      "|+---------------------+|",
      "||  x                  ||",
      "||  None               ||",
      "||  it's               ||",
      "|+---------------------+|",
    ],
  ],
  [
    '{"l":[{"k":1},{"k":2,"n":{"z":0}}],"s":"v"}',
    [
      "----------------",
      "|     Title    |",
      "+------+-------+",
      "|  s   |  v    |",
      "+------+-------+",
      "||      l     ||",
      "|+------------+|",
      "||      k     ||",
      "|+------------+|",
      "||  1         ||",
      "|+------------+|",
      "||      l     ||",
      "|+------------+|",
      "||      k     ||",
      "|+------------+|",
      "||  2         ||",
      "|+------------+|",
      "|||     n    |||",
      "||+----+-----+||",
      "|||  z |  0  |||",
      "||+----+-----+||",
    ],
  ],
  [
    '{"ｗ":"é日本","n":"a\\tb\\nc"}',
    [
      "---------------------",
      "|       Title       |",
      "+--------+----------+",
      "|    n   |   ｗ     |",
      "+--------+----------+",
      "|  a\tb",
      "c |  é日本  |",
      "+--------+----------+",
    ],
  ],
  [
    '{"a":"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx","b":"yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy"}',
    [
      "-----------------------------------------------------------------------",
      "|                                Title                                |",
      "+---+-----------------------------------------------------------------+",
      "|  a|  xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx                       |",
      "|  b|  yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy   |",
      "+---+-----------------------------------------------------------------+",
    ],
  ],
  [
    '{"a":[{"b":{"c":[{"d":1}]}}]}',
    [
      "-------------",
      "|   Title   |",
      "+-----------+",
      "||    a    ||",
      "|||   b   |||",
      "||+-------+||",
      "||||  c  ||||",
      "|||+-----+|||",
      "||||  d  ||||",
      "|||+-----+|||",
      "||||  1  ||||",
      "|||+-----+|||",
    ],
  ],
  [
    "[0.1,1e-5,-0.5]",
    ["-----------", "|  Title  |", "+---------+", "|  0.1    |", "|  1e-05  |", "|  -0.5   |", "+---------+"],
  ],
  ["false", []],
  [
    '{"a":{"b":"\\u0007\\u200b"}}',
    [
      "---------------",
      "|    Title    |",
      "+-------------+",
      "||     a     ||",
      "|+----+------+|",
      "||  b |  \u0007​  ||",
      "|+----+------+|",
    ],
  ],
  [
    '[{"a":"x"},{"a":{"b":"\\u0007\\u200b\\ud83d\\ude80\\u00e9 \\"q\\""}}]',
    [
      "---------------------------------",
      "|             Title             |",
      "+-------------------------------+",
      "|               a               |",
      "+-------------------------------+",
      "|  x                            |",
      "+-------------------------------+",
      "||              a              ||",
      "|+-----------------------------+|",
      "|             Title             |",
      "+-------------------------------+",
      "|               a               |",
      "+-------------------------------+",
      "|  {'b': '\\x07\\u200b🚀é \"q\"'}  |",
      "+-------------------------------+",
      "||              a              ||",
      "|+------+----------------------+|",
      '||  b   |  \u0007​🚀é "q"          ||',
      "|+------+----------------------+|",
    ],
  ],
];

test.each(table)("table: %s", async (value, lines) => {
  expect((await shown(value, { format: "table" })).join("\n")).toEqual([...lines, ""].join("\n"));
});

test.each([
  ["text", '[{"a":1},2]', "a list of objects and other values has no text form"],
  ["table", '[{"a":1},2]', "a list of objects and other values has no table form"],
  ["table", "[1,[2,3]]", "rows of different lengths have no table form"],
  ["table", '{"a":[[1,2],[3]]}', "rows of different lengths have no table form"],
] as const)("%s of %s is refused", async (kind, value, problem) => {
  const error = await shown(value, { format: kind }).catch((thrown: unknown) => thrown);
  expect(isFailure(error) && error.data).toEqual({ kind: "output-impossible", format: kind, problem });
});

test("a table fits a terminal by turning sections of one row", async () => {
  const value = '{"a":"12345678","b":"12345678","c":"12345678"}';
  expect((await shown(value, { format: "table" }, 38))[3]).toBe("|     a    |     b      |     c      |");
  expect((await shown(value, { format: "table" }, 37))[3]).toBe("|  a |  12345678  |");
});

test("colours change nothing but the colour", async () => {
  const value = '{"a":{"b":"x"}}';
  const colored = (await shown(value, { format: "table", color: true })).join("\n");
  expect(colored).toContain("\u001b[1m\u001b[34mx\u001b[39m\u001b[22m");
  expect(colored).toContain("\u001b[2m\u001b[33m|\u001b[39m\u001b[22m");
  // eslint-disable-next-line no-control-regex -- what is looked for is the escape sequences
  expect(colored.replace(/\u001b\[[0-9]+m/g, "")).toBe((await shown(value, { format: "table" })).join("\n"));
});
