import { Failure } from "../failure/failure";
import type { Shape, StructureShape } from "../operations/shape";
import { isNumeric, type Numeric } from "../python/numeric";
import { isHash, isList } from "../python/value";
import type { Json, Response } from "../types";

/** An answer with its times as ISO 8601. Throws a Failure for a text that is not a time. */
export function inIso8601(response: Response, output: StructureShape): Response {
  return changed(response, output, isoOf) as Response;
}

/** A sample answer as text and tables show it: with times in the form of Python's `str`. */
export function inPythonTime(sample: Response, output: StructureShape): Response {
  return changed(sample, output, (time) => String(time).replace("T", " ")) as Response;
}

type Change = (time: string | number | boolean | Numeric) => string;

function changed(value: Json, shape: Shape | undefined, change: Change): Json {
  if (shape?.kind === "timestamp") return isHash(value) || isList(value) || value === null ? value : change(value);
  if (isList(value)) return shape?.kind === "list" ? value.map((item) => changed(item, shape.of, change)) : value;
  if (!isHash(value) || (shape?.kind !== "structure" && shape?.kind !== "map")) return value;
  const members = Object.entries(value).map(([name, member]): [string, Json] => {
    const of =
      shape.kind === "map" ? shape.value : Object.hasOwn(shape.members, name) ? shape.members[name] : undefined;
    return [name, changed(member, of, change)];
  });
  return Object.fromEntries(members);
}

const iso =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?$/i;
const rfc822 = /^(?:[a-z]{3}, )?(\d{1,2}) ([a-z]{3}) (\d{4}) (\d\d):(\d\d)(?::(\d\d))? (GMT|UTC|Z|[+-]\d{4})$/i;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * A time as Python's `isoformat` writes it: seconds since 1970 in the zone of this machine, a text in the zone that it
 * names.
 */
function isoOf(value: string | number | boolean | Numeric): string {
  const text = isNumeric(value) ? value.string : String(value).trim();
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return localTime(Number(text), text);
  const [, year, month, day, ...time] = iso.exec(text) ?? [];
  if (year !== undefined) return joined([year, month ?? "", day ?? ""], time);
  const [, date = "", name = "", year4 = "", hour, minute, second, zone] = rfc822.exec(text) ?? [];
  const at = months.indexOf(name.toLowerCase()) + 1;
  if (at === 0) throw new Failure({ kind: "timestamp-invalid", value: text });
  return joined([year4, String(at), date], [hour, minute, second, undefined, zone]);
}

function joined(
  [year = "", month = "", day = ""]: readonly string[],
  [hour = "00", minute = "00", second = "00", fraction = "", zone = ""]: readonly (string | undefined)[],
): string {
  const micros = fraction.slice(0, 6).padEnd(6, "0");
  const offset = /^[a-z]/i.test(zone)
    ? "+00:00"
    : zone.replace(/^(.\d\d):?(\d\d)?$/, (_, hours: string, minutes = "00") => `${hours}:${minutes}`);
  return `${year}-${two(month)}-${two(day)}T${hour}:${minute}:${second}${micros === "000000" ? "" : `.${micros}`}${offset}`;
}

function localTime(seconds: number, text: string): string {
  const whole = Math.floor(seconds);
  const micros = halfToEven((seconds - whole) * 1e6);
  const date = new Date((whole + (micros === 1e6 ? 1 : 0)) * 1000);
  if (Number.isNaN(date.getTime()) || date.getFullYear() < 1 || date.getFullYear() > 9999) {
    throw new Failure({ kind: "timestamp-invalid", value: text });
  }
  const parts = [date.getMonth() + 1, date.getDate(), date.getHours(), date.getMinutes(), date.getSeconds()];
  const [month, day, hour, minute, second] = parts.map((part) => two(String(part)));
  const ahead = -date.getTimezoneOffset();
  const zone = `${ahead < 0 ? "-" : "+"}${two(String(Math.floor(Math.abs(ahead) / 60)))}:${two(String(Math.abs(ahead) % 60))}`;
  const year = String(date.getFullYear()).padStart(4, "0");
  const fraction = micros % 1e6 === 0 ? undefined : String(micros).padStart(6, "0");
  return joined([year, month ?? "", day ?? ""], [hour, minute, second, fraction, zone]);
}

function halfToEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

const two = (digits: string): string => digits.padStart(2, "0");
