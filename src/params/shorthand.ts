import { stripEnd } from "../config-file/text";
import { Failure, isFailure } from "../failure/failure";
import { deepest } from "./depth";
import { Cursor } from "./shorthand-cursor";

/** What shorthand syntax says before a shape is known: texts, files' contents, lists and members. */
export type ShorthandValue = string | Uint8Array | readonly ShorthandValue[] | ShorthandMembers;

/** Members by name. */
export interface ShorthandMembers {
  readonly [member: string]: ShorthandValue;
}

/** A text in shorthand syntax. */
export interface Shorthand {
  readonly option: string;
  readonly text: string;
  /** The content of a `file://` or `fileb://` value behind `@=`; any other text as it is. */
  readonly load: (text: string) => Promise<string | Uint8Array>;
}

/**
 * Reads a text in shorthand syntax (`Name=a,Values=b,c`), whatever its shape, as `ShorthandParser` of aws-cli does.
 * Throws a Failure for a syntax error, a member given twice, a text that nests too deep, and what `load` throws.
 */
export function parseShorthand(shorthand: Shorthand): Promise<ShorthandMembers> {
  return new Parser(shorthand).members();
}

/* eslint-disable no-control-regex -- Python's white space has some of them */
/** A value without quotes: the first behind `=` may have `=` in it, further ones of a list may have `]` and `}`. */
const firstValue =
  /[!#-&(-+\--<>-Z\\-z|-\uffff][\t-\r\x1c-!#-&(-+\--\\^-|~-\uffff]*(?:(?<=\\),[\t-\r\x1c-!#-&(-+\--\\^-|~-\uffff]*)*/uy;
const furtherValue =
  /[!#-&(-+\--<>-Z\\-z|-\uffff][\t-\r\x1c-!#-&(-+\--<>-\uffff]*(?:(?<=\\),[\t-\r\x1c-!#-&(-+\--<>-\uffff]*)*/uy;
/* eslint-enable no-control-regex */
const memberName = /[A-Za-z0-9\-_.#/:]*/y;

/** Quotes by the character, and what aws-cli calls a text in them. */
const quotes: Readonly<Record<string, { readonly name: string; readonly pattern: RegExp }>> = {
  "'": { name: "singled quoted", pattern: /'(?:\\'|[^'])*'/y },
  '"': { name: "double quoted", pattern: /"(?:\\"|[^"])*"/y },
};

class Parser {
  private readonly cursor: Cursor;
  /** Whether the last member's name was followed by `@`; what comes behind a nested member goes by that one. */
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

  /** One text, or texts between commas; the last comma is given back where a member's name follows it. */
  private async texts(): Promise<ShorthandValue> {
    const { cursor } = this;
    const first = await this.text(firstValue);
    if (!cursor.accept(",")) return first;
    const texts = [first];
    try {
      for (;;) {
        const text = await this.text();
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
    if (current !== "[" && current !== "{") return this.text(firstValue);
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

  /** A text in quotes, or one that is `plain`: further ones of a list must not be empty, a first one may be. */
  private async text(plain?: RegExp): Promise<string | Uint8Array> {
    const { cursor } = this;
    const quote = quotes[cursor.current];
    const text = quote
      ? this.quoted(quote)
      : unescaped(plain ? (cursor.take(plain) ?? "") : this.must(furtherValue, "second"));
    return this.loads ? this.shorthand.load(text) : text;
  }

  private quoted({ name, pattern }: { readonly name: string; readonly pattern: RegExp }): string {
    const quote = this.cursor.current;
    const inner = this.must(pattern, name).slice(1, -1);
    return inner.replaceAll(`\\${quote}`, quote).replaceAll("\\\\", "\\");
  }

  private must(pattern: RegExp, name: string): string {
    const taken = this.cursor.take(pattern);
    if (taken === undefined) throw this.cursor.unexpected(`<${name}>`, "<none>");
    return taken;
  }
}

function unescaped(text: string): string {
  return stripEnd(text.replaceAll("\\,", ","));
}
