import { expect, test } from "@jest/globals";
import type { StructureShape } from "../../src/operations/shape";
import { withoutItems } from "../../src/sdk/large-list";
import { rootOf } from "../../src/sdk/xml";

const output: StructureShape = {
  kind: "structure",
  required: [],
  members: { Token: { kind: "string" }, Groups: { kind: "list", of: { kind: "string" } } },
};

const long = `<member><Name>${"x".repeat(64 * 1024)}</Name></member>`;
const document = (items: string) => `<Result><Groups>${items}</Groups><Token>t</Token></Result>`;

/** The items, and all else, as the parser reads the whole document. */
function readWhole(xml: string): unknown {
  const { Groups, ...rest } = rootOf(xml)?.element as { Groups: { member: unknown } };
  return { items: [Groups.member].flat(), rest };
}

/** The same from its parts; undefined for a document that stays whole. */
function readInParts(xml: string): unknown {
  const { frame, list } = withoutItems(Buffer.from(xml), output);
  if (list === undefined) return undefined;
  const { Groups, ...rest } = rootOf(Buffer.from(frame).toString())?.element as { Groups: unknown };
  expect(Groups).toBe("");
  const { member } = list["Groups"] as unknown as { member: Iterable<unknown> };
  return { items: [...member], rest };
}

test.each([
  ["one item", long],
  ["items", `<member><A>1</A></member>${long}<member>b</member>`],
  ["items with lists of their own", `<member><L><member><M><member>1</member></M></member></L></member>${long}`],
  ["spaces between", `\n <member>\n <A>1</A>\n</member>\n ${long}\r\n`],
  ["empty items", `<member></member>${long}<member><L></L><M/></member>`],
  ["any text", `<member><A>&lt;b&gt; &amp;amp; é 日本 🚀 &#xe9; \u00a0</A></member>${long}`],
])("a large list is read item by item as it is read whole: %s", (_, items) => {
  expect(readInParts(document(items))).toEqual(readWhole(document(items)));
});

test.each([
  ["a small document", document("<member>a</member>")],
  ["no list", `<Result><Other>${long}</Other></Result>`],
  ["an item without an end tag", document(`${long}<member/>`)],
  ["attributes", document(`<member a="</member>">a</member>${long}`)],
  ["spaces in tags", document(`${long}<member >a</member >`)],
  ["prefixes", document(`<member><a:B>1</a:B></member>${long}`)],
  ["comments", document(`<!-- <member> -->${long}`)],
  ["characters that are no tags", document(`<member><![CDATA[</member>]]></member>${long}`)],
  ["an instruction", document(`<member><?x </member>?></member>${long}`)],
  ["text between", document(`${long}text<member>a</member>`)],
  ["other elements between", document(`${long}<other/><member>a</member>`)],
  ["an item that does not end", document(`${long}<member>`)],
  ["nothing that ends the list", `<Result><Groups>${long}`],
])("a document in which it could be otherwise stays whole: %s", (_, xml) => {
  expect(readInParts(xml)).toBeUndefined();
});
