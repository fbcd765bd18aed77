/** Traits of a value on the wire that a `Shape` cannot describe. An operation that needs one needs code first. */
const unknownTraits = ["flattened", "location", "streaming", "eventstream", "xmlAttribute", "timestampFormat"];
const numbers = ["integer", "long", "float", "double"];

/**
 * The facts of a shape of botocore's model, as src/operations/shape.ts has them. A structure inside itself is any
 * document, since a model is written out in full. `isOutput` keeps the names that a skeleton of the output shows.
 */
export function shapeFacts(shapes, name, isOutput) {
  return facts({ shapes, isOutput, stack: [], sensitive: false }, { shape: name });
}

function facts(walk, reference) {
  const name = reference.shape;
  const shape = walk.shapes[name];
  refuseUnknown(name, shape, reference);
  const inner = { ...walk, stack: [...walk.stack, name], sensitive: walk.sensitive || shape.sensitive === true };
  if (shape.type === "string") return stringFacts(shape, inner.sensitive);
  if (numbers.includes(shape.type)) return { kind: shape.type, ...limits(shape) };
  if (shape.type === "boolean" || shape.type === "timestamp") return { kind: shape.type };
  if (shape.type === "list") return listFacts(inner, shape, reference);
  if (shape.type === "map") return { kind: "map", key: facts(inner, shape.key), value: facts(inner, shape.value) };
  if (shape.document || walk.stack.includes(name)) return { kind: "document" };
  return structureFacts(inner, shape);
}

function stringFacts(shape, sensitive) {
  return {
    kind: "string",
    ...limits(shape),
    ...(shape.pattern !== undefined && { pattern: shape.pattern }),
    ...(shape.enum && { values: shape.enum }),
    ...(sensitive && { sensitive }),
  };
}

function listFacts(walk, shape, reference) {
  const item = shape.member;
  const isText = walk.shapes[item.shape].type === "string";
  return {
    kind: "list",
    of: facts(walk, { shape: item.shape }),
    ...limits(shape),
    ...(reference.locationName && { locationName: reference.locationName }),
    ...(item.locationName && { itemLocationName: item.locationName }),
    ...(walk.isOutput && isText && { itemShape: item.shape }),
  };
}

function structureFacts(walk, shape) {
  const members = Object.entries(shape.members).map(([name, member]) => [name, facts(walk, member)]);
  return { kind: "structure", required: shape.required ?? [], members: Object.fromEntries(members) };
}

function limits({ min, max }) {
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

function refuseUnknown(name, shape, reference) {
  const kinds = [...numbers, "string", "boolean", "timestamp", "list", "map", "structure"];
  if (!kinds.includes(shape.type)) throw new Error(`${name} is a ${shape.type}, which no kind of Shape is`);
  const trait = unknownTraits.find((each) => shape[each] !== undefined || reference[each] !== undefined);
  if (trait) throw new Error(`${name} has "${trait}", which a Shape cannot say`);
  if (reference.locationName && shape.type !== "list") {
    throw new Error(`${name} is called ${reference.locationName} on the wire, which only a list's Shape can say`);
  }
}
