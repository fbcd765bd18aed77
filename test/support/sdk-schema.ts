import type { NormalizedSchema } from "@smithy/core/schema";
import type { ListShape, Shape, StructureShape } from "../../src/operations/shape";

/** The differences between a model and the SDK's schema of the same value; paths such as `output.Groups[].Tags`. */
export interface Differences {
  /** The parts that the SDK has in another form, or not at all. */
  readonly wrong: readonly string[];
  /** Members that only the SDK has. */
  readonly newer: readonly string[];
}

const none: Differences = { wrong: [], newer: [] };

/** Compares kinds, members, required members, names on the wire and secrets. */
export function compareWithSdk(shape: Shape | undefined, schema: NormalizedSchema, path: string): Differences {
  if (!shape || schema.isUnitSchema()) return { ...none, wrong: !shape === schema.isUnitSchema() ? [] : [path] };
  if (!isOfKind(shape, schema)) return { ...none, wrong: [`${path} is no ${shape.kind}`] };
  switch (shape.kind) {
    case "list":
      return compareList(shape, schema, path);
    case "map":
      return together([
        compareWithSdk(shape.key, schema.getKeySchema(), `${path}{key}`),
        compareWithSdk(shape.value, schema.getValueSchema(), `${path}{}`),
      ]);
    case "structure":
      return compareStructure(shape, schema, path);
    case "string":
      return expectSame(shape.sensitive ?? false, Boolean(schema.getMergedTraits().sensitive), `${path} sensitive`);
    default:
      return none;
  }
}

/** Whether a schema is of a shape's kind; the SDK has only one kind of number. */
function isOfKind({ kind }: Shape, schema: NormalizedSchema): boolean {
  switch (kind) {
    case "string":
      return schema.isStringSchema();
    case "integer":
    case "long":
    case "float":
    case "double":
      return schema.isNumericSchema();
    case "boolean":
      return schema.isBooleanSchema();
    case "timestamp":
      return schema.isTimestampSchema();
    case "document":
      return schema.isDocumentSchema();
    case "list":
      return schema.isListSchema();
    case "map":
      return schema.isMapSchema();
    case "structure":
      return schema.isStructSchema();
  }
}

function compareList(shape: ListShape, schema: NormalizedSchema, path: string): Differences {
  const item = schema.getValueSchema();
  return together([
    expectSame(shape.locationName, schema.getMemberTraits().xmlName, `${path} on the wire`),
    expectSame(shape.itemLocationName, item.getMergedTraits().xmlName, `${path}[] on the wire`),
    compareWithSdk(shape.of, item, `${path}[]`),
  ]);
}

function compareStructure(shape: StructureShape, schema: NormalizedSchema, path: string): Differences {
  const members = Object.fromEntries(schema.structIterator());
  const newer = Object.keys(members).filter((name) => !(name in shape.members));
  return together([
    { wrong: [], newer: newer.map((name) => `${path}.${name}`) },
    expectSame([...shape.required].sort().join(), requiredMembers(schema).sort().join(), `${path} requires`),
    ...Object.entries(shape.members).map(([name, member]) => {
      const of = members[name];
      return of ? compareWithSdk(member, of, `${path}.${name}`) : { ...none, wrong: [`${path}.${name} is not there`] };
    }),
  ]);
}

/**
 * The required members of a structure's schema. It is a tuple whose fifth item names the members, required ones first;
 * its seventh counts these.
 */
function requiredMembers(schema: NormalizedSchema): string[] {
  const [, , , , names, , count = 0] = schema.getSchema() as [
    number,
    string,
    string,
    unknown,
    string[],
    unknown,
    number?,
  ];
  return names.slice(0, count);
}

function expectSame(ours: unknown, theirs: unknown, what: string): Differences {
  return ours === theirs ? none : { ...none, wrong: [`${what}: ${String(ours)}, in the SDK ${String(theirs)}`] };
}

function together(all: readonly Differences[]): Differences {
  return { wrong: all.flatMap(({ wrong }) => wrong), newer: all.flatMap(({ newer }) => newer) };
}
