import { floatOf, isNumeric, numericOf, type Numeric } from "../python/numeric";

/** A number as Python computes with it: an integer, or a float. */
export type PythonNumber = bigint | number;

/** Whether a value is a number, whichever its form. */
export function isNumber(value: unknown): value is number | Numeric {
  return typeof value === "number" || isNumeric(value);
}

/** The number to compute with. */
export function toPython(value: number | Numeric): PythonNumber {
  if (typeof value === "number") return Number.isInteger(value) ? BigInt(value) : value;
  return /^-?\d+$/.test(value.string) ? BigInt(value.string) : Number(value.string);
}

/** The value of what was computed. */
export function fromPython(value: PythonNumber): number | Numeric {
  return typeof value === "bigint" ? numericOf(String(value)) : floatOf(value);
}

/** Below 0 if the first number is smaller, 0 if both are equal, above if it is larger: exact, integers and floats alike. */
export function compareNumbers(left: number | Numeric, right: number | Numeric): number {
  if (typeof left === "number" && typeof right === "number") return left - right;
  const [a, b] = [toPython(left), toPython(right)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The sum as Python adds: an integer unless there is a float. */
export function sum(numbers: readonly (number | Numeric)[]): PythonNumber {
  let total: PythonNumber = 0n;
  for (const number of numbers) {
    const value = toPython(number);
    total = typeof total === "bigint" && typeof value === "bigint" ? total + value : Number(total) + Number(value);
  }
  return total;
}
