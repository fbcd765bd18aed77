import type { Shape, StructureShape } from "./shape";

/**
 * The JSON template of an operation's input or output, with its line end, as `--generate-cli-skeleton` of aws-cli v1
 * prints it: a text of the input is empty or its first allowed value, one of the output is its member's name.
 */
export function skeletonOf(shape: StructureShape | undefined, kind: "input" | "output"): string {
  const template: Template = { isOutput: kind === "output", indent: "" };
  return `${shape ? sample(shape, "", template) : "{}"}\n`;
}

interface Template {
  readonly isOutput: boolean;
  /** The blanks at the start of the value's line. */
  readonly indent: string;
}

/** Writes the sample of a shape. `name` is the text that stands for a text of the output. */
function sample(shape: Shape, name: string, template: Template): string {
  const inner = { ...template, indent: `${template.indent}    ` };
  switch (shape.kind) {
    case "string":
      return JSON.stringify(template.isOutput ? name : (shape.values?.[0] ?? ""));
    case "integer":
    case "long":
      return "0";
    case "float":
    case "double":
      return "0.0";
    case "boolean":
      return "true";
    case "timestamp":
      return '"1970-01-01T00:00:00"';
    case "document":
      return "{}";
    case "list":
      return block("[]", [sample(shape.of, shape.itemShape ?? "", inner)], template);
    case "map":
      return block("{}", [`"KeyName": ${sample(shape.value, "", inner)}`], template);
    case "structure": {
      const members = Object.entries(shape.members);
      const lines = members.map(([member, of]) => `${JSON.stringify(member)}: ${sample(of, member, inner)}`);
      return block("{}", lines, template);
    }
  }
}

function block(brackets: "[]" | "{}", lines: readonly string[], { indent }: Template): string {
  if (lines.length === 0) return brackets;
  const body = lines.map((line) => `\n${indent}    ${line}`).join(",");
  return `${brackets.charAt(0)}${body}\n${indent}${brackets.charAt(1)}`;
}
