/**
 * A value of the API as its model describes it: the one form that options, input, validation, the wire, output, help and
 * the stand-in are made from. Lengths count characters of a string and items of a list.
 */
export type Shape =
  | StringShape
  | NumberShape
  | { readonly kind: "boolean" | "timestamp" | "document" }
  | ListShape
  | MapShape
  | StructureShape;

/** A text. */
export interface StringShape {
  readonly kind: "string";
  readonly min?: number;
  readonly max?: number;
  /** A regular expression that the whole text must match. */
  readonly pattern?: string;
  /** The allowed values, in the model's order. */
  readonly values?: readonly string[];
  /** Whether the text is a secret, which is never shown. */
  readonly sensitive?: boolean;
}

/** A number. `long` has more digits than a JavaScript number can hold. */
export interface NumberShape {
  readonly kind: "integer" | "long" | "float" | "double";
  readonly min?: number;
  readonly max?: number;
}

/** A list of values of one shape. */
export interface ListShape {
  readonly kind: "list";
  readonly of: Shape;
  readonly min?: number;
  readonly max?: number;
  /** The list's name on the wire, if it differs from its member's. */
  readonly locationName?: string;
  /** An item's name on the wire, if it is not the protocol's usual one. */
  readonly itemLocationName?: string;
  /** The model's name for the shape of an item that is a text of an output: the skeleton shows it. */
  readonly itemShape?: string;
}

/** Values of one shape, under names of another shape. */
export interface MapShape {
  readonly kind: "map";
  readonly key: Shape;
  readonly value: Shape;
}

/** Members by the API's names, in the model's order. */
export interface StructureShape {
  readonly kind: "structure";
  readonly members: Readonly<Record<string, Shape>>;
  readonly required: readonly string[];
}
