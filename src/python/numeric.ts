/** The mark of instances. Each bundle has its own copy of the class, so this tells them. */
const brand = Symbol.for("aws-lifecycle-hooks.numeric");

/**
 * A number in the form in which Python writes it, if a JavaScript number would not keep that form: `100.0`, `5e+20`, or
 * more digits than it can hold. The SDK takes it for its own `NumericValue` and writes it unchanged.
 */
export interface Numeric {
  readonly type: "bigDecimal";
  /** The text that Python writes. */
  readonly string: string;
  /** The nearest JavaScript number, for comparisons and sums. */
  valueOf(): number;
}

class Form implements Numeric {
  readonly type = "bigDecimal";
  readonly [brand] = true;

  constructor(readonly string: string) {}

  toString(): string {
    return this.string;
  }

  valueOf(): number {
    return Number(this.string);
  }
}

/** Whether a value is a number in a form of its own. */
export function isNumeric(value: unknown): value is Numeric {
  return typeof value === "object" && value !== null && brand in value;
}

/**
 * A number as Python writes it: a whole one as an integer; any other with the shortest digits that read back as the
 * same number, and an exponent below 1e-4.
 */
export function numberText(value: number | Numeric): string {
  if (isNumeric(value)) return value.string;
  if (Number.isInteger(value)) return String(BigInt(value));
  return Number.isFinite(value) ? floatText(value) : String(value);
}

/**
 * The value of a number in JSON, as Python reads it: an integer with any number of digits if it has neither point nor
 * exponent.
 */
export function numericOf(literal: string): number | Numeric {
  return /^-?\d+$/.test(literal) ? integer(BigInt(literal)) : floatOf(Number(literal));
}

/** An integer in decimal digits, which may have zeros and spaces before it. Undefined for any other text. */
export function integerText(text: string): number | Numeric | undefined {
  return /^\s*[+-]?\d+\s*$/.test(text) ? integer(BigInt(text.trim().replace("+", ""))) : undefined;
}

/** Writes a floating point number as Python does: a whole one keeps its `.0`. */
export function floatOf(value: number): number | Numeric {
  return Number.isInteger(value) ? new Form(floatText(value)) : value;
}

function integer(value: bigint): number | Numeric {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : new Form(String(value));
}

/** Python's `repr` of a float: an exponent of two digits and more from 1e16 on and below 1e-4. */
function floatText(value: number): string {
  const [digits = "", power = ""] = value.toExponential().split("e");
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 16) {
    return `${digits}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
  }
  if (!Number.isInteger(value)) return String(value);
  return `${Object.is(value, -0) ? "-0" : String(BigInt(value))}.0`;
}
