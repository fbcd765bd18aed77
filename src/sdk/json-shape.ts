import type { Shape, StructureShape } from "../operations/shape";
import { isNumeric } from "../python/numeric";

type Tree = Record<string, unknown>;

/**
 * Makes a JSON answer fit its shape, in place: a text for a list becomes the list of its characters, as in aws-cli, and
 * `__type` is not a member. If it cannot fit, because a text, structure, list or map of the output is something else,
 * returns what the answer is not.
 */
export function fit(answer: Tree, output: StructureShape): string | undefined {
  for (const [member, { kind }] of Object.entries(output.members)) {
    const value = Object.hasOwn(answer, member) ? answer[member] : undefined;
    if (kind === "string" && value != null && typeof value !== "string") return `an object whose ${member} is a text`;
  }
  return fitMembers(answer, output, "");
}

function fitMembers(value: Tree, { members }: StructureShape, path: string): string | undefined {
  delete value["__type"];
  for (const [name, shape] of Object.entries(members)) {
    if (isContainer(shape) && Object.hasOwn(value, name)) {
      const flaw = fitMember(value, name, { shape, path: path === "" ? name : `${path}.${name}` });
      if (flaw !== undefined) return flaw;
    }
  }
  return undefined;
}

function fitMember(parent: Tree, key: string, { shape, path }: { shape: Shape; path: string }): string | undefined {
  const value = parent[key];
  if (value == null) return undefined;
  if (shape.kind === "list") {
    if (typeof value === "string") parent[key] = Array.from(value);
    else if (!Array.isArray(value)) return `an object whose ${path} is a list`;
    return isContainer(shape.of) ? eachOf(value as unknown as Tree, shape.of, path) : undefined;
  }
  if (!isTree(value)) return `an object whose ${path} is an object`;
  if (shape.kind === "structure") return fitMembers(value, shape, path);
  return shape.kind === "map" && isContainer(shape.value) ? eachOf(value, shape.value, path) : undefined;
}

function eachOf(values: Tree, shape: Shape, path: string): string | undefined {
  for (const key of Object.keys(values)) {
    const flaw = fitMember(values, key, { shape, path: `${path}[${key}]` });
    if (flaw !== undefined) return flaw;
  }
  return undefined;
}

function isContainer({ kind }: Shape): boolean {
  return kind === "list" || kind === "map" || kind === "structure";
}

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isNumeric(value);
}
