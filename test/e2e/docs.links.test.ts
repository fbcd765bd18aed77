import { existsSync } from "node:fs";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "@jest/globals";
import MarkdownIt from "markdown-it";
import manifest from "../../package.json";

async function documents(): Promise<string[]> {
  const files = [
    ...(await readdir(".")),
    ...(await readdir("docs", { recursive: true })).map((file) => path.join("docs", file)),
  ];
  return files.filter((file) => file.endsWith(".md"));
}

/** The anchors that GitHub makes of a text's headings. */
function anchors(markdown: string): string[] {
  const tokens = new MarkdownIt().parse(markdown, {});
  const headings = tokens.filter((_, index) => tokens[index - 1]?.type === "heading_open");
  return headings.map(({ content }) =>
    content
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\- ]/gu, "")
      .replaceAll(" ", "-"),
  );
}

/** The targets of a text's links and pictures. */
function targets(markdown: string): string[] {
  const tokens = new MarkdownIt().parse(markdown, {}).flatMap(({ children }) => children ?? []);
  const all = tokens.map((token) => token.attrGet("href") ?? token.attrGet("src"));
  return all.filter((target) => typeof target === "string");
}

const repository = new URL(manifest.homepage).pathname;
const ownPages = [`https://github.com${repository}/blob/main/`, `https://raw.githubusercontent.com${repository}/main/`];

/** A link as a path from the document's folder; undefined for a page outside of the project. */
function inProject(target: string, document: string): string | undefined {
  const own = ownPages.find((page) => target.startsWith(page));
  if (own) return path.relative(path.dirname(document), target.slice(own.length));
  return /^https?:/.test(target) ? undefined : target;
}

test("every link leads to a file that is there, and to a heading in it", async () => {
  const broken: string[] = [];
  for (const document of await documents()) {
    for (const target of targets(await readFile(document, "utf8"))) {
      const inside = inProject(target, document);
      if (inside === undefined) continue;
      const [name = "", anchor] = decodeURI(inside).split("#");
      const file = name === "" ? document : path.join(path.dirname(document), name);
      const isThere = existsSync(file) && (!anchor || anchors(await readFile(file, "utf8")).includes(anchor));
      if (!isThere) broken.push(`${document}: ${target}`);
    }
  }
  expect(broken).toEqual([]);
});

test("README's links work in the package, which has no other documents", async () => {
  const relative = targets(await readFile("README.md", "utf8")).filter((target) => !/^(https:|#)/.test(target));
  expect(relative).toEqual([]);
});

test("CONTRIBUTING.md lists every room", async () => {
  const listed = [...(await readFile("CONTRIBUTING.md", "utf8")).matchAll(/^src\/([\w-]+)\/ /gm)].map(
    ([, room]) => room,
  );
  const rooms = (await readdir("src", { withFileTypes: true })).filter((entry) => entry.isDirectory());
  expect(listed.sort()).toEqual(
    rooms
      .map((entry) => entry.name)
      .filter((room) => room !== "generated")
      .sort(),
  );
});

test("every pinned version is this one", async () => {
  const pipelines = (await readdir("docs/pipelines")).map((file) => path.join("docs/pipelines", file));
  const texts = await Promise.all([...(await documents()), ...pipelines].map((file) => readFile(file, "utf8")));
  const pinned = texts.flatMap((text) => text.match(/aws-lifecycle-hooks@[\w.-]+/g) ?? []);
  expect(new Set(pinned)).toEqual(new Set([`aws-lifecycle-hooks@${manifest.version}`]));
});

test("CONTRIBUTING.md says of every package why it is there", async () => {
  const reasons =
    (await readFile("CONTRIBUTING.md", "utf8")).split("## Why these packages")[1]?.split("\n## ")[0] ?? "";
  const named = [...reasons.matchAll(/^- ([^]+?):/gm)].flatMap(([, names = ""]) => names.match(/[^`, ]+(?=`)/g) ?? []);
  expect(named.sort()).toEqual(Object.keys(manifest.devDependencies).sort());
});
