import { Refusal } from "../errors";

/** The part of an AppSpec that a deployment needs. */
export interface AppSpec {
  readonly platform: "Lambda" | "ECS" | undefined;
  /** The functions by the lifecycle events that they are hooks of. */
  readonly hooks: ReadonlyMap<string, string>;
  /** The target of the deployment: the function's or the service's name, if the AppSpec has it. */
  readonly target: string | undefined;
}

/**
 * Reads an AppSpec: JSON in full, and the part of YAML that AppSpecs are written in (nested names, lists of one-line
 * pairs, plain and quoted texts, comments). Throws a Refusal for anything else.
 */
export function readAppSpec(content: string): AppSpec {
  const entries = content.trimStart().startsWith("{") ? jsonEntries(content) : yamlEntries(content);
  const type = valueOf(entries, "Type");
  const hooks = entries.filter(({ section, isNested }) => section === "Hooks" && isNested);
  return {
    platform: type === "AWS::ECS::Service" ? "ECS" : type === "AWS::Lambda::Function" ? "Lambda" : undefined,
    hooks: new Map(hooks.map(({ name, value }) => [name, value])),
    target: valueOf(entries, type === "AWS::ECS::Service" ? "ContainerName" : "Name"),
  };
}

/** A name with a text, and the top-level name it stands below. */
interface Entry {
  readonly section: string;
  readonly isNested: boolean;
  readonly name: string;
  readonly value: string;
}

function valueOf(entries: readonly Entry[], wanted: string): string | undefined {
  return entries.find(({ section, name }) => section === "Resources" && name === wanted)?.value;
}

function jsonEntries(content: string): readonly Entry[] {
  try {
    return Object.entries(JSON.parse(content) as object).flatMap(([section, value]) =>
      textsIn(capital(section), value),
    );
  } catch {
    throw unreadable("it is not JSON");
  }
}

function textsIn(section: string, value: unknown): Entry[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, unknown]) =>
    typeof inner === "string" ? [{ section, isNested: true, name, value: inner }] : textsIn(section, inner),
  );
}

const line =
  /^(?<indent>\s*)(?:- +)*(?:"(?<quoted>[^"]+)"|'(?<single>[^']+)'|(?<plain>[\w:.-]+?))\s*:(?:\s+(?<value>.*))?$/;

function yamlEntries(content: string): readonly Entry[] {
  let section = "";
  return content.split(/\r?\n/).flatMap((text, at) => {
    const bare = text.replace(/(^|\s)#.*$/, "").trimEnd();
    if (bare === "" || bare === "---") return [];
    const { indent = "", quoted, single, plain, value = "" } = line.exec(bare)?.groups ?? {};
    const name = quoted ?? single ?? plain;
    if (name === undefined || /^[[{|>&*!]/.test(value)) {
      if (name === undefined && /^\s*- +\S+$/.test(bare)) return [];
      throw unreadable(`line ${at + 1} is not "name: value" (JSON can be read in full)`);
    }
    const isNested = indent !== "" || /^\s*-/.test(bare);
    if (!isNested) section = capital(name);
    return value === "" ? [] : [{ section, isNested, name, value: unquoted(value) }];
  });
}

function unquoted(value: string): string {
  return /^(["']).*\1$/.test(value) ? value.slice(1, -1) : value;
}

/** A name with a capital letter: AppSpecs of EC2 have their names in lower case, and `hooks` counts as `Hooks`. */
function capital(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

function unreadable(why: string): Refusal {
  return new Refusal("InvalidRevisionException", `The AppSpec cannot be read: ${why}.`);
}
