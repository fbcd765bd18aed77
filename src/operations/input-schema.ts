import type { Shape } from "./shape";

/**
 * The JSON schema (draft 7) of a shape, which the build compiles with ajv. JSON schema cannot say that a text is a
 * time, so the schema refuses every value there, and `src/params/validate.ts` looks again at refused values.
 * @public The build asks for it by name.
 */
export function schemaOf(shape: Shape): object {
  switch (shape.kind) {
    case "string":
      return {
        type: "string",
        ...(shape.min !== undefined && { minLength: shape.min }),
        ...(shape.max !== undefined && { maxLength: shape.max }),
        ...(shape.values && { enum: shape.values }),
        ...(shape.pattern !== undefined && { pattern: `^(?:${shape.pattern})$` }),
      };
    case "integer":
    case "long":
      return { type: "integer", ...range(shape) };
    case "float":
    case "double":
      return { type: "number", ...range(shape) };
    case "boolean":
      return { type: "boolean" };
    case "timestamp":
      return { not: {} };
    case "document":
      return {};
    case "list":
      return {
        type: "array",
        items: schemaOf(shape.of),
        ...(shape.min !== undefined && { minItems: shape.min }),
        ...(shape.max !== undefined && { maxItems: shape.max }),
      };
    case "map":
      return { type: "object", propertyNames: schemaOf(shape.key), additionalProperties: schemaOf(shape.value) };
    case "structure":
      return {
        type: "object",
        properties: Object.fromEntries(Object.entries(shape.members).map(([name, member]) => [name, schemaOf(member)])),
        required: shape.required,
        additionalProperties: false,
      };
  }
}

function range({ min, max }: { readonly min?: number; readonly max?: number }): object {
  return { ...(min !== undefined && { minimum: min }), ...(max !== undefined && { maximum: max }) };
}
