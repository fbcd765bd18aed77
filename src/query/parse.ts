import { QueryFlaw } from "./flaw";
import { tokensOf, type Token, type TokenKind } from "./tokens";
import type { Json } from "../types";

/** The signs that compare. */
export type Comparison = "==" | "!=" | "<" | "<=" | ">" | ">=";

/** An expression as a tree. `each` is what a projection makes of its items. */
export type Node =
  | { readonly kind: "current" }
  | { readonly kind: "field"; readonly name: string }
  | { readonly kind: "literal"; readonly value: Json }
  | { readonly kind: "chain"; readonly first: Node; readonly then: Node }
  | { readonly kind: "index"; readonly at: number }
  | { readonly kind: "slice"; readonly bounds: SliceBounds }
  | { readonly kind: "projection"; readonly of: Node; readonly each: Node }
  | { readonly kind: "values"; readonly of: Node; readonly each: Node }
  | { readonly kind: "filter"; readonly of: Node; readonly each: Node; readonly test: Node }
  | { readonly kind: "flatten"; readonly of: Node }
  | { readonly kind: "comparison"; readonly sign: Comparison; readonly left: Node; readonly right: Node }
  | { readonly kind: "or" | "and"; readonly left: Node; readonly right: Node }
  | { readonly kind: "not"; readonly of: Node }
  | { readonly kind: "list"; readonly items: readonly Node[] }
  | { readonly kind: "hash"; readonly members: readonly (readonly [name: string, value: Node])[] }
  | { readonly kind: "call"; readonly name: string; readonly given: readonly Node[] }
  | { readonly kind: "expression"; readonly of: Node };

/** Where a slice starts, where it ends and its step; undefined where not given. */
export type SliceBounds = readonly [start: number | undefined, end: number | undefined, step: number | undefined];

/** How strongly a token binds what stands on its left; those below 10 end a projection. */
const powers: Readonly<Partial<Record<TokenKind, number>>> = {
  "|": 1,
  "||": 2,
  "&&": 3,
  "==": 5,
  "!=": 5,
  "<": 5,
  "<=": 5,
  ">": 5,
  ">=": 5,
  "[]": 9,
  "*": 20,
  "[?": 21,
  ".": 40,
  "!": 45,
  "{": 50,
  "[": 55,
  "(": 60,
};
const endOfProjection = 10;
const current: Node = { kind: "current" };
const isComparison = (kind: TokenKind): kind is Comparison => powers[kind] === powers["=="];

/** Behind an index a slice is not projected, a quirk of Python's jmespath. */
const isIndexed = (node: Node): boolean => node.kind === "chain" && ["index", "slice"].includes(node.then.kind);

/** Reads a JMESPath expression as Python's jmespath does. Throws a `QueryFlaw`. */
export function parse(expression: string): Node {
  return new Parser(tokensOf(expression)).whole();
}

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  whole(): Node {
    const node = this.expression(0);
    if (this.kind !== "end") throw this.unexpected();
    return node;
  }

  private token(ahead = 0): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)] as Token;
  }

  private get kind(): TokenKind {
    return this.token().kind;
  }

  private next(): Token {
    const token = this.token();
    this.at++;
    return token;
  }

  private expect(...kinds: readonly TokenKind[]): Token {
    if (!kinds.includes(this.kind)) throw this.unexpected();
    return this.next();
  }

  private unexpected({ kind, at } = this.token()): QueryFlaw {
    return new QueryFlaw(kind === "end" ? "unexpected end" : "unexpected token", at);
  }

  private expression(power: number): Node {
    let left = this.start(this.next());
    while (power < (powers[this.kind] ?? 0)) left = this.continued(left, this.next());
    return left;
  }

  /** What a token means at the start of an expression. */
  private start(token: Token): Node {
    switch (token.kind) {
      case "literal":
        return { kind: "literal", value: token.value };
      case "name":
        return { kind: "field", name: token.value as string };
      case "quoted name":
        if (this.kind === "(") throw new QueryFlaw("quoted identifiers cannot be used as a function name", token.at);
        return { kind: "field", name: token.value as string };
      case "*":
        return { kind: "values", of: current, each: this.kind === "]" ? current : this.projected(20) };
      case "[?":
        return this.filter(current);
      case "{":
        return this.hash();
      case "(": {
        const node = this.expression(0);
        this.expect(")");
        return node;
      }
      case "[]":
        return { kind: "projection", of: { kind: "flatten", of: current }, each: this.projected(9) };
      case "!":
        return { kind: "not", of: this.expression(45) };
      case "[":
        return this.startBracket();
      case "@":
        return current;
      case "&":
        return { kind: "expression", of: this.expression(0) };
      default:
        throw this.unexpected(token);
    }
  }

  private startBracket(): Node {
    if (this.kind === "number" || this.kind === ":") return this.index(current);
    if (this.kind === "*" && this.token(1).kind === "]") {
      this.at += 2;
      return { kind: "projection", of: current, each: this.projected(20) };
    }
    return this.list();
  }

  /** What a token means behind an expression. */
  private continued(left: Node, token: Token): Node {
    const { kind } = token;
    if (isComparison(kind)) return { kind: "comparison", sign: kind, left, right: this.expression(5) };
    switch (kind) {
      case ".":
        if (this.kind !== "*") return { kind: "chain", first: left, then: this.member(40) };
        this.next();
        return { kind: "values", of: left, each: this.projected(40) };
      case "|":
        return { kind: "chain", first: left, then: this.expression(1) };
      case "||":
        return { kind: "or", left, right: this.expression(2) };
      case "&&":
        return { kind: "and", left, right: this.expression(3) };
      case "(":
        return this.call(left);
      case "[?":
        return this.filter(left);
      case "[]":
        return { kind: "projection", of: { kind: "flatten", of: left }, each: this.projected(9) };
      case "[":
        if (this.kind === "number" || this.kind === ":") return this.index(left);
        this.expect("*");
        this.expect("]");
        return { kind: "projection", of: left, each: this.projected(20) };
      default:
        throw this.unexpected(token);
    }
  }

  private call(left: Node): Node {
    if (left.kind !== "field") throw new QueryFlaw("only a name can be called as a function", 0);
    const given: Node[] = [];
    while (this.kind !== ")") {
      given.push(this.expression(0));
      if (this.kind === ",") this.next();
    }
    this.next();
    return { kind: "call", name: left.name, given };
  }

  private filter(of: Node): Node {
    const test = this.expression(0);
    this.expect("]");
    return { kind: "filter", of, test, each: this.kind === "[]" ? current : this.projected(21) };
  }

  private index(left: Node): Node {
    const isSlice = this.kind === ":" || this.token(1).kind === ":";
    if (isSlice) {
      const of: Node = { kind: "chain", first: left, then: { kind: "slice", bounds: this.bounds() } };
      return isIndexed(left) ? of : { kind: "projection", of, each: this.projected(20) };
    }
    const at = this.next().value as number;
    this.expect("]");
    return { kind: "chain", first: left, then: { kind: "index", at } };
  }

  private bounds(): SliceBounds {
    const bounds: [number | undefined, number | undefined, number | undefined] = [undefined, undefined, undefined];
    for (let part = 0; this.kind !== "]";) {
      const token = this.expect("number", ":");
      if (token.kind === "number") bounds[part] = token.value as number;
      else if (++part === 3) throw this.unexpected(token);
    }
    this.next();
    return bounds;
  }

  private list(): Node {
    const items = [this.expression(0)];
    while (this.expect(",", "]").kind === ",") items.push(this.expression(0));
    return { kind: "list", items };
  }

  /** A comma between two members may be missing. */
  private hash(): Node {
    const members: [string, Node][] = [];
    for (;;) {
      const name = this.expect("quoted name", "name").value as string;
      this.expect(":");
      members.push([name, this.expression(0)]);
      if (this.kind === ",") this.next();
      else if (this.kind === "}") break;
    }
    this.next();
    return { kind: "hash", members };
  }

  /** What a projection makes of its items. */
  private projected(power: number): Node {
    if ((powers[this.kind] ?? 0) < endOfProjection) return current;
    if (this.kind === "[" || this.kind === "[?") return this.expression(power);
    this.expect(".");
    return this.member(power);
  }

  /** What may stand behind a dot. */
  private member(power: number): Node {
    if (this.kind === "[") {
      this.next();
      return this.list();
    }
    if (this.kind === "{") {
      this.next();
      return this.hash();
    }
    if (this.kind !== "name" && this.kind !== "quoted name" && this.kind !== "*") throw this.unexpected();
    return this.expression(power);
  }
}
