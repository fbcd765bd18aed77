import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "@jest/globals";
import { parse } from "yaml";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly steps: readonly Step[];
  readonly permissions?: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly needs?: string | readonly string[];
}

interface Workflow {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = ".github/workflows";
const files = readdirSync(folder).map((name) => path.join(folder, name));
const read = (file: string) => parse(readFileSync(file, "utf8")) as Workflow;
const jobs = files.flatMap((file) => {
  const { jobs: all, permissions } = read(file);
  return Object.entries(all).map(([name, job]) => ({ name: `${file}: ${name}`, permissions, ...job }));
});
/** An install, or any script of package.json: what runs code of a package. */
const runsPackages = /\bnpm (?:ci|install|i|exec|run|test|pack)\b|\bnpx\b|\bnode\b/;

describe.each(files)("%s", (file) => {
  test("pins every action by its commit, beside the version", () => {
    const used = readFileSync(file, "utf8").match(/^.*\buses:.*$/gm) ?? [];
    expect(used.filter((line) => !/uses: [\w-]+(?:\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test("gives no permission but to read, unless a job asks, and runs once at a time", () => {
    const { permissions, concurrency } = read(file);
    expect(Object.values(permissions ?? { all: "write" }).filter((access) => access !== "read")).toEqual([]);
    expect(concurrency).toBeDefined();
  });
});

describe.each(jobs)("$name", ({ permissions = {}, steps }) => {
  test("keeps no credentials after a checkout", () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith("actions/checkout@"));
    expect(checkouts.map((step) => step.with?.["persist-credentials"])).toEqual(checkouts.map(() => false));
  });

  test("runs no package's code and checks nothing out where it can publish", () => {
    const canPublish = permissions["id-token"] === "write" || permissions["contents"] === "write";
    const unsafe = steps.filter(({ run = "", uses = "" }) => runsPackages.test(run) || uses.includes("checkout"));
    expect(canPublish ? unsafe : []).toEqual([]);
  });

  test("puts nothing of the event into a shell but by way of variables", () => {
    expect(steps.filter(({ run }) => /\$\{\{ *(?:github|inputs)\./.test(run ?? ""))).toEqual([]);
  });
});

describe("the release", () => {
  const { pack, publish } = read(path.join(folder, "release.yml")).jobs as {
    readonly pack: Job;
    readonly publish: Job;
  };
  const lines = ({ steps }: Job) => steps.map(({ run }) => run ?? "").join("\n");

  test("is packed without install scripts, from a tag on main", () => {
    expect(lines(pack)).toContain("npm ci --ignore-scripts");
    expect(lines(pack)).toContain("merge-base --is-ancestor");
  });

  test("is the file that was tested, from a protected environment", () => {
    expect(publish).toMatchObject({
      needs: ["pack", "test"],
      environment: "npm",
      permissions: { "id-token": "write" },
    });
    expect(lines(publish)).toMatch(/sha256sum --check[^]*npm publish "\$FILE" --ignore-scripts --provenance/);
  });
});

test("the versions of Node that are tested are those that CONTRIBUTING.md names", () => {
  const { jobs: all } = read(path.join(folder, "ci.yml"));
  const { matrix } = (all["test"] as Job & { readonly strategy: { readonly matrix: { readonly node: number[] } } })
    .strategy;
  const [chapter = ""] = readFileSync("CONTRIBUTING.md", "utf8").split("\n## Node versions\n")[1]?.split("\n## ") ?? [];
  expect(chapter).toContain(`Node ${matrix.node.join(", ").replace(/, (\d+)$/, " and $1")}`);
});
