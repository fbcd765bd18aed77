import { stripEnd } from "../config-file/text";
import { Failure, isFailure } from "../failure/failure";
import { deepest } from "./depth";
import { Cursor } from "./shorthand-cursor";

/** A value in shorthand syntax before its shape is known: texts, files' contents, lists and members. */
export type ShorthandValue = string | Uint8Array | readonly ShorthandValue[] | ShorthandMembers;

/** Members by name. */
export interface ShorthandMembers {
  readonly [member: string]: ShorthandValue;
}

/** A text in shorthand syntax. */
export interface Shorthand {
  readonly option: string;
  readonly text: string;
  /** The content of a `file://` or `fileb://` value after `@=`; any other text unchanged. */
  readonly load: (text: string) => Promise<string | Uint8Array>;
}

/**
 * Reads a text in shorthand syntax (`Name=a,Values=b,c`), whatever its shape, as `ShorthandParser` of aws-cli does.
 * Throws a Failure for a syntax error, for a member given twice and for a text that nests too deep, and throws what
 * `load` throws.
 */
export function parseShorthand(shorthand: Shorthand): Promise<ShorthandMembers> {
  return new Parser(shorthand).members();
}

/* eslint-disable no-control-regex -- Python's white space has some of them */
/** The start and the rest of a text without quotes: the first one after `=` may hold `=`, further ones `]` and `}`. */
const start = /[!#-&(-+\--<>-Z\\-z|-\uffff]/uy;
const firstRest = /[\t-\r\x1c-!#-&(-+\--\\^-|~-\uffff]*/uy;
const furtherRest = /[\t-\r\x1c-!#-&(-+\--<>-\uffff]*/uy;
/* eslint-enable no-control-regex */
const memberName = /[A-Za-z0-9\-_.#/:]*/y;

/** Quotes by their character, and aws-cli's name for a text in them. */
const quotes: Readonly<Record<string, { readonly name: string; readonly pattern: RegExp }>> = {
  "'": { name: "singled quoted", pattern: /'(?:\\'|[^'])*'/y },
  '"': { name: "double quoted", pattern: /"(?:\\"|[^"])*"/y },
};

class Parser {
  private readonly cursor: Cursor;
  /** Whether the name that was read last, at any depth, was followed by `@`. */
  private loads = false;
  private depth = 0;

  constructor(private readonly shorthand: Shorthand) {
    this.cursor = new Cursor(shorthand.option, shorthand.text);
  }

  async members(): Promise<ShorthandMembers> {
    const { cursor } = this;
    const members = new Map<string, ShorthandValue>();
    let end = 0;
    do {
      if (members.size > 0) cursor.expect(",");
      const name = this.name();
      const value = await this.topValue();
      if (members.has(name)) throw this.twice(name, end + 1);
      members.set(name, value);
      end = cursor.at;
    } while (!cursor.atEnd);
    return Object.fromEntries(members);
  }

  private twice(member: string, at: number): Failure {
    const { option, text } = this.shorthand;
    return new Failure({ kind: "shorthand-member-twice", option, text, at, member });
  }

  private name(): string {
    const name = this.cursor.take(memberName) ?? "";
    this.loads = this.cursor.accept("@");
    this.cursor.expect("=");
    return name;
  }

  private async topValue(): Promise<ShorthandValue> {
    return this.cursor.current === "[" || this.cursor.current === "{" ? this.nested() : this.texts();
  }

  /** One text, or texts between commas; the last comma is given back if a member's name follows it. */
  private async texts(): Promise<ShorthandValue> {
    const { cursor } = this;
    const first = await this.first();
    if (!cursor.accept(",")) return first;
    const texts = [first];
    try {
      for (;;) {
        const text = await this.further();
        cursor.skipSpace();
        if (cursor.atEnd) return [...texts, text];
        cursor.expect(",");
        texts.push(text);
      }
    } catch (error) {
      if (cursor.atEnd || !isFailure(error) || error.data.kind !== "shorthand-unexpected") throw error;
      cursor.at = cursor.text.lastIndexOf(",", cursor.at);
      return texts.length === 1 ? first : texts;
    }
  }

  private async nested(): Promise<ShorthandValue> {
    const { option } = this.shorthand;
    const { current } = this.cursor;
    if (current !== "[" && current !== "{") return this.first();
    if (++this.depth > deepest) throw new Failure({ kind: "value-too-deep", option, limit: deepest });
    this.cursor.accept(current);
    const value = await (current === "[" ? this.list() : this.nestedMembers());
    this.cursor.at++;
    this.depth--;
    return value;
  }

  private async list(): Promise<ShorthandValue> {
    const values: ShorthandValue[] = [];
    while (this.cursor.current !== "]") {
      values.push(await this.nested());
      this.endItem("]");
    }
    return values;
  }

  private async nestedMembers(): Promise<ShorthandMembers> {
    const members = new Map<string, ShorthandValue>();
    while (this.cursor.current !== "}") {
      const name = this.name();
      members.set(name, await this.nested());
      this.endItem("}");
    }
    return Object.fromEntries(members);
  }

  private endItem(close: string): void {
    this.cursor.skipSpace();
    if (this.cursor.current !== close) this.cursor.expect(",");
  }

  /** The first text after `=`, which may be empty. */
  private first(): Promise<string | Uint8Array> {
    return this.loaded(this.quoted() ?? this.plain(firstRest) ?? "");
  }

  private further(): Promise<string | Uint8Array> {
    const text = this.quoted() ?? this.plain(furtherRest);
    if (text === undefined) throw this.cursor.unexpected("<second>", "<none>");
    return this.loaded(text);
  }

  private async loaded(text: string): Promise<string | Uint8Array> {
    return this.loads ? this.shorthand.load(text) : text;
  }

  private quoted(): string | undefined {
    const quote = this.cursor.current;
    const { name, pattern } = quotes[quote] ?? {};
    if (!pattern) return undefined;
    const text = this.cursor.take(pattern);
    if (text === undefined) throw this.cursor.unexpected(`<${name}>`, "<none>");
    return text.slice(1, -1).replaceAll(`\\${quote}`, quote).replaceAll("\\\\", "\\");
  }

  /** A text without quotes, in which a backslash may precede a comma; undefined if none begins here. */
  private plain(rest: RegExp): string | undefined {
    const { cursor } = this;
    const from = cursor.at;
    if (cursor.take(start) === undefined) return undefined;
    do cursor.take(rest);
    while (cursor.current === "," && cursor.text.charAt(cursor.at - 1) === "\\" && cursor.at++);
    return stripEnd(cursor.text.slice(from, cursor.at).replaceAll("\\,", ","));
  }
}
