import type { $SchemaRef } from "@smithy/types";
import type { Shape, StructureShape } from "../operations/shape";

/** The SDK's numbers for the schemas by which it writes or reads values that hold no others, by kind of shape. */
export type Scalars = Readonly<Record<Exclude<Shape["kind"], "list" | "map" | "structure">, number>>;

/** The SDK's numbers for kinds of schema. */
export const sdkKinds = { text: 0, number: 1, boolean: 2, document: 15, integer: 17 } as const;

/** Numbers of schemas that leave all values unchanged. */
export const asTheyStand: Scalars = {
  string: sdkKinds.text,
  integer: sdkKinds.text,
  long: sdkKinds.text,
  float: sdkKinds.text,
  double: sdkKinds.text,
  boolean: sdkKinds.text,
  timestamp: sdkKinds.text,
  document: sdkKinds.document,
};

/** The SDK's schema of a structure: its members, in the model's order, and no others. */
export function structureSchema({ members }: StructureShape, scalars: Scalars): $SchemaRef {
  const schemas = Object.values(members).map((member) => {
    const schema = schemaOf(member, scalars);
    return member.kind === "list" && member.locationName !== undefined
      ? [schema, { xmlName: member.locationName }]
      : schema;
  });
  return [3, "", "", 0, Object.keys(members), schemas] as $SchemaRef;
}

function schemaOf(shape: Shape, scalars: Scalars): $SchemaRef {
  switch (shape.kind) {
    case "structure":
      return structureSchema(shape, scalars);
    case "list": {
      const item = schemaOf(shape.of, scalars);
      const named = shape.itemLocationName === undefined ? item : [item, { xmlName: shape.itemLocationName }];
      return [1, "", "", 0, named] as $SchemaRef;
    }
    case "map":
      return [2, "", "", 0, schemaOf(shape.key, scalars), schemaOf(shape.value, scalars)] as $SchemaRef;
    default:
      return scalars[shape.kind];
  }
}
