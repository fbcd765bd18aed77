import { tokenize, type Token } from "./lexer";
import { syntaxFailure } from "./syntax";

/** The words of an expression, read one by one. Throws the failure of a query for what stands where it must not. */
export class TokenReader {
  private readonly tokens: readonly Token[];
  private next = 0;

  constructor(private readonly query: string) {
    this.tokens = tokenize(query);
  }

  /** The word to be read next, or one so many after it; behind the last one stays the end mark. */
  peek(ahead = 0): Token {
    return this.tokens[Math.min(this.next + ahead, this.tokens.length - 1)] as Token;
  }

  sees(type: string): boolean {
    return this.peek().type === type;
  }

  take(): Token {
    const token = this.peek();
    this.next += 1;
    return token;
  }

  expect(type: string): void {
    if (this.sees("end")) this.refuse();
    if (!this.sees(type)) this.refuse(`${type} expected, not ${this.peek().text}`);
    this.take();
  }

  refuse(problem?: string, token = this.peek()): never {
    throw syntaxFailure(this.query, problem ?? `unexpected ${token.type === "end" ? "end" : token.text}`, token.at);
  }
}
