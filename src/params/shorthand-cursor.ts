import { Failure } from "../failure/failure";

/** A place in a text in shorthand syntax, and the steps over it that aws-cli's parser takes. */
export class Cursor {
  at = 0;

  constructor(
    readonly option: string,
    readonly text: string,
  ) {}

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The UTF-16 unit at this place; an empty text at the end. */
  get current(): string {
    return this.text.charAt(this.at);
  }

  skipSpace(): void {
    while (!this.atEnd && " \t\n\r\v\f".includes(this.current)) this.at++;
  }

  /** Steps over a character and the space on both its sides, if that character comes next. */
  accept(character: string): boolean {
    this.skipSpace();
    if (this.current !== character) return false;
    this.at++;
    this.skipSpace();
    return true;
  }

  /** Steps over a character and the space on both its sides. Throws a Failure if another character comes next. */
  expect(character: string): void {
    if (this.accept(character)) return;
    const code = this.text.codePointAt(this.at);
    throw this.unexpected(character, code === undefined ? "EOF" : String.fromCodePoint(code));
  }

  /** Steps over the text that a sticky pattern matches here, and returns it; undefined if nothing matches. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const taken = pattern.exec(this.text)?.[0];
    this.at += taken?.length ?? 0;
    return taken;
  }

  unexpected(expected: string, received: string): Failure {
    const { option, text, at } = this;
    return new Failure({ kind: "shorthand-unexpected", option, text, at, expected, received });
  }
}
