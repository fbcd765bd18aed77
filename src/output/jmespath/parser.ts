import type { Node } from "./syntax";
import { TokenReader } from "./token-reader";

/** How strongly a word binds what stands on its left (the precedence of the JMESPath grammar); others end it. */
const power: Readonly<Record<string, number>> = {
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
/** Words that bind less than this end a projection. */
const projectionEnd = 10;
const deepest = 1000;
const current: Node = { kind: "current" };

/** Parses a JMESPath expression as Python's jmespath 1.1 does. Throws the failure of a query whose syntax is wrong. */
export function parseQuery(query: string): Node {
  return new Parser(query).parse();
}

/** Top-down operator precedence: `start` is what a word means at the start of an expression, `extend` after one. */
class Parser extends TokenReader {
  private depth = 0;

  parse(): Node {
    const node = this.expression(0);
    if (!this.sees("end")) this.refuse();
    return node;
  }

  private expression(binding: number): Node {
    const depth = this.depth;
    this.deeper();
    let left = this.start();
    while (binding < this.power()) {
      this.deeper();
      left = this.extend(left);
    }
    this.depth = depth;
    return left;
  }

  private start(): Node {
    const token = this.take();
    switch (token.type) {
      case "literal":
        return { kind: "literal", value: token.value };
      case "identifier":
        return { kind: "field", name: token.name };
      case "quoted identifier":
        if (this.sees("(")) this.refuse("a function's name cannot be quoted", token);
        return { kind: "field", name: token.name };
      case "@":
        return current;
      case "*":
        return this.valueProjection(current, this.sees("]") ? current : this.projected("*"));
      case "[?":
        return this.filter(current);
      case "[]":
        return this.flatten(current);
      case "{":
        return this.hash();
      case "[":
        return this.bracket();
      case "!":
        return { kind: "not", child: this.expression(power["!"] ?? 0) };
      case "&":
        return { kind: "reference", child: this.expression(0) };
      case "(": {
        const inner = this.expression(0);
        this.expect(")");
        return inner;
      }
      default:
        return this.refuse(undefined, token);
    }
  }

  private extend(left: Node): Node {
    const token = this.take();
    switch (token.type) {
      case ".":
        if (!this.sees("*")) return this.chain(left, this.afterDot("."));
        this.take();
        return this.valueProjection(left, this.projected("."));
      case "|":
        return this.chain(left, this.expression(power["|"] ?? 0));
      case "||":
        return { kind: "or", left, right: this.expression(power["||"] ?? 0) };
      case "&&":
        return { kind: "and", left, right: this.expression(power["&&"] ?? 0) };
      case "==":
      case "!=":
      case "<":
      case "<=":
      case ">":
      case ">=":
        return { kind: "comparison", operator: token.type, left, right: this.expression(5) };
      case "[]":
        return this.flatten(left);
      case "[?":
        return this.filter(left);
      case "[":
        return this.indexed(left);
      case "(":
        return this.call(left);
      default:
        return this.refuse(undefined, token);
    }
  }

  private chain(left: Node, right: Node): Node {
    return { kind: "chain", left, right, indexed: false };
  }

  private valueProjection(left: Node, right: Node): Node {
    return { kind: "value-projection", left, right };
  }

  private flatten(child: Node): Node {
    return { kind: "projection", left: { kind: "flatten", child }, right: this.projected("[]") };
  }

  private filter(left: Node): Node {
    const condition = this.expression(0);
    this.expect("]");
    return { kind: "filter", left, right: this.sees("[]") ? current : this.projected("[?"), condition };
  }

  private call(left: Node): Node {
    if (left.kind !== "field") return this.refuse("only a name can be called as a function", this.peek(-1));
    const items: Node[] = [];
    while (!this.sees(")")) {
      items.push(this.expression(0));
      if (this.sees(",")) this.take();
    }
    this.take();
    return { kind: "call", name: left.name, arguments: items };
  }

  /** `[` at the start: an index, a slice, `[*]`, or a list of expressions. */
  private bracket(): Node {
    if (this.sees("number") || this.sees(":")) return this.indexed(current);
    if (this.sees("*") && this.peek(1).type === "]") return this.indexed(current);
    return this.list();
  }

  /** A slice projects, except after an index, where the reference takes it for one more index. */
  private indexed(left: Node): Node {
    if (this.sees("number") || this.sees(":")) {
      const right = this.index();
      const node: Node = { kind: "chain", left, right, indexed: true };
      const follows = left.kind === "chain" && left.indexed;
      return right.kind === "index" || follows ? node : { kind: "projection", left: node, right: this.projected("*") };
    }
    this.expect("*");
    this.expect("]");
    return { kind: "projection", left, right: this.projected("*") };
  }

  private index(): Node {
    if (!this.sees(":") && this.peek(1).type !== ":") {
      const at = this.take().value as bigint;
      this.expect("]");
      return { kind: "index", at };
    }
    const bounds: (bigint | undefined)[] = [undefined, undefined, undefined];
    for (let part = 0; !this.sees("]");) {
      if (this.sees("number")) bounds[part] = this.take().value as bigint;
      else if (this.sees(":") && part < 2) {
        part += 1;
        this.take();
      } else this.refuse();
    }
    this.take();
    return { kind: "slice", bounds };
  }

  private list(): Node {
    const items = [this.expression(0)];
    while (!this.sees("]")) {
      this.expect(",");
      items.push(this.expression(0));
    }
    this.take();
    return { kind: "list", items };
  }

  /** The reference takes a missing comma between members for one. */
  private hash(): Node {
    const members: [string, Node][] = [];
    for (;;) {
      const name = this.take();
      if (name.type !== "identifier" && name.type !== "quoted identifier") this.refuse(undefined, name);
      this.expect(":");
      members.push([name.name, this.expression(0)]);
      if (this.sees(",")) this.take();
      else if (this.sees("}")) {
        this.take();
        return { kind: "hash", members };
      }
    }
  }

  /** What a projection does with each element. */
  private projected(after: string): Node {
    if (this.power() < projectionEnd) return current;
    if (this.sees("[") || this.sees("[?")) return this.expression(power[after] ?? 0);
    this.expect(".");
    return this.afterDot(after);
  }

  private afterDot(binding: string): Node {
    if (this.sees("identifier") || this.sees("quoted identifier") || this.sees("*")) {
      return this.expression(power[binding] ?? 0);
    }
    if (this.sees("[")) {
      this.take();
      return this.list();
    }
    this.expect("{");
    return this.hash();
  }

  private power(): number {
    return power[this.peek().type] ?? 0;
  }

  private deeper(): void {
    this.depth += 1;
    if (this.depth > deepest) this.refuse("nested too deeply");
  }
}
