import { search as evaluate } from "@aws-lambda-powertools/jmespath";
import { Failure } from "../failure/failure";
import type { Json, Response } from "../types";
import { functions } from "./query-functions";
import { isNumeric } from "../python/numeric";
import { isList } from "../python/value";

/** Throws a Failure for an expression whose syntax is wrong, with the place marked. */
export function checkSyntax(query: string): void {
  const text = withJsonLiterals(query);
  try {
    run(text, null);
  } catch (error) {
    const flaw = flawOf(error as SyntaxError);
    if (flaw) throw syntaxFailure(query, { ...flaw, text });
  }
}

/** The result of an expression for an answer. Throws a Failure for a query that does not fit it. */
export function search(query: string, response: Response): Json {
  const text = withJsonLiterals(query);
  try {
    const data = Object.assign(Object.create(null) as object, response);
    return toJson(run(text, data));
  } catch (error) {
    const problem = (error as Error).message.replace(` in expression: ${text}`, "");
    throw new Failure({ kind: "query-failed", query, problem }, { cause: error });
  }
}

/**
 * Runs an expression. A space keeps `toString` and the like from being found among the expressions that the library has
 * read before.
 */
function run(text: string, data: object | null): unknown {
  return evaluate(text in Object.prototype ? `${text} ` : text, data, { customFunctions: functions });
}

const quotedText = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`/gs;

/**
 * The expression with each literal that is not JSON (`` `running` ``) as a JSON string; old scripts rely on this in
 * Python's jmespath.
 */
function withJsonLiterals(query: string): string {
  return query.replace(quotedText, (text, at: number) => {
    if (text.startsWith('"') && !isJson(text)) {
      throw syntaxFailure(query, { text: query, problem: `${text} is not a JSON string`, at });
    }
    const content = text.slice(1, -1).replaceAll("\\`", "`");
    if (!text.startsWith("`") || isJson(content)) return text;
    const string = `"${content.trimStart()}"`;
    return isJson(string) ? `\`${string.replaceAll("`", "\\`")}\`` : text;
  });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** An error of the library. Those about syntax have a place; others show only with an answer. */
interface LibraryError extends Error {
  readonly lexPosition?: number;
  readonly lexerPosition?: number;
  readonly reason?: string;
  readonly tokenType?: string;
}

function flawOf({ name, message, lexPosition, lexerPosition, reason, tokenType }: LibraryError): Flaw | undefined {
  if (lexerPosition !== undefined) return { problem: "unknown token", at: lexerPosition };
  const unexpected = tokenType === "eof" ? "unexpected end" : "unexpected token";
  if (lexPosition !== undefined) return { problem: reason ?? unexpected, at: lexPosition };
  if (name === "RangeError") return { problem: "nested too deeply", at: 0 };
  const isCall = message.startsWith("Function name must be a string");
  return isCall ? { problem: "only a name can be called as a function", at: 0 } : undefined;
}

/** A fault of an expression, and its place. */
interface Flaw {
  readonly problem: string;
  readonly at: number;
}

/** The Failure for a fault. `text` is the expression as it was read. */
function syntaxFailure(query: string, { text, problem, at }: Flaw & { readonly text: string }): Failure {
  const lineStart = text.lastIndexOf("\n", at - 1) + 1;
  const lineEnd = text.indexOf("\n", at);
  const line = text.slice(lineStart, lineEnd === -1 ? undefined : lineEnd);
  const margin = text.slice(lineStart, at).replace(/[^\t]/gu, " ");
  return new Failure({ kind: "query-invalid", query, problem: `${problem}\n${line}\n${margin}^` });
}

/**
 * The value as JSON. What the library calls undefined is null. An expression (`&name`) is not a value, and neither are
 * a JavaScript object's own members. A value that needs no change is not copied.
 */
function toJson(value: unknown): Json {
  if (isList(value)) {
    const items = value.map(toJson);
    return items.every((item, at) => item === value[at]) ? value : items;
  }
  if (typeof value === "object" && value !== null && !isNumeric(value)) {
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== null && prototype !== Object.prototype) {
      throw new Error("an expression (&) can only be given to a function");
    }
    const members = Object.entries(value).map(([name, member]: [string, unknown]) => [name, member, toJson(member)]);
    const isSame = members.every(([, member, json]) => member === json);
    return isSame ? (value as Json) : (Object.fromEntries(members.map(([name, , json]) => [name, json])) as Json);
  }
  return value === undefined || typeof value === "function" ? null : (value as Json);
}
