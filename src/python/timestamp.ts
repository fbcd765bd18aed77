/** The times that Python's `datetime` can hold, in seconds since 1970: the years 1 to 9999. */
const first = -62_135_596_800;
const afterLast = 253_402_300_800;

/**
 * A time in seconds since 1970, with its fraction, as botocore's `parse_timestamp` reads it: from seconds, as a number
 * or in digits, or from a text: ISO 8601 with and without time and offset, with `T` or a space and with slashes, days
 * by their month's name, RFC 822. A time without a zone is UTC. Undefined for a value that is not a time.
 */
export function parseTimestamp(value: unknown): number | undefined {
  if (typeof value === "number") return inRange(value);
  if (typeof value !== "string") return undefined;
  const text = value.trim();
  return isNumber(text) ? inRange(Number(text.replaceAll("_", ""))) : timeOf(text);
}

/** A time in seconds since 1970 as ISO 8601, in UTC: with microseconds where they are not zero. */
export function isoTime(seconds: number): string {
  const whole = Math.floor(seconds);
  const micros = Math.round((seconds - whole) * 1e6);
  const fraction = micros === 0 ? "" : `.${String(micros).padStart(6, "0")}`;
  return `${new Date(whole * 1000).toISOString().slice(0, -5)}${fraction}Z`;
}

function inRange(seconds: number): number | undefined {
  return seconds >= first && seconds < afterLast ? seconds : undefined;
}

/** Whether Python's `float` reads a text, apart from its names for values that are not numbers. */
function isNumber(text: string): boolean {
  return /^[+-]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:e[+-]?\d+(?:_\d+)*)?$/i.test(text);
}

/** A time from a text: a day, and after it, behind `T`, a space or a comma, a time, which may have a zone. */
function timeOf(text: string): number | undefined {
  const [, day = "", , hours = "0", minutes = "0", seconds = "0", fraction = "", half, zone = ""] =
    whole.exec(text) ?? [];
  const date = dayOf(day);
  const offset = zoneSeconds(zone);
  const hour = hourOf(hours, half);
  if (!date || hour === undefined || offset === undefined || Number(minutes) > 59 || Number(seconds) > 59)
    return undefined;
  const midnight = new Date(0).setUTCFullYear(date.year, date.month - 1, date.day);
  const isReal = new Date(midnight).getUTCDate() === date.day && new Date(midnight).getUTCMonth() === date.month - 1;
  const time =
    midnight / 1000 + 3600 * hour + 60 * Number(minutes) + Number(seconds) + Number(`0.${fraction.slice(0, 6)}`);
  return isReal ? inRange(time - offset) : undefined;
}

const day = [
  "\\d{4}([-/. ]?)\\d{1,2}\\2\\d{1,2}",
  "\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{4}",
  "(?:\\d{1,2}[- ])?[a-z]{3,9}\\.?[- ](?:\\d{1,2},? )?\\d{4}",
].join("|");
const time = "(\\d{1,2})(?::?(\\d\\d)(?::?(\\d\\d)(?:[.,](\\d+))?)?)?(?: *([ap])m)?";
const zone = "z|utc|gmt|[+-]\\d\\d(?::?\\d\\d)?";
const weekday = "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? +)?";
const whole = new RegExp(`^${weekday}(${day})(?:(?:T|,? +)${time} *(${zone})?)?$`, "i");

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * A day from a text: year first, month first (the American way), day first if the first number cannot be a month, or
 * with the month's name.
 */
function dayOf(text: string): Day | undefined {
  const [, year, , month, day] = /^(\d{4})([-/. ]?)(\d{1,2})\2(\d{1,2})$/.exec(text) ?? [];
  if (year !== undefined) return ordered(year, month, day);
  const [, one, other, last] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  if (last !== undefined) return Number(one) > 12 ? ordered(last, other, one) : ordered(last, one, other);
  const [, before, name = "", after, named] =
    /^(?:(\d{1,2})[- ])?([a-z]{3,9})\.?[- ](?:(\d{1,2}),? )?(\d{4})$/i.exec(text) ?? [];
  const at = months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return at > 0 && named !== undefined ? ordered(named, String(at), before ?? after) : undefined;
}

function ordered(year: string, month: string | undefined, day: string | undefined): Day {
  return { year: Number(year), month: Number(month), day: Number(day) };
}

/** An hour of the day. With halves of the day, noon and midnight are 12. */
function hourOf(hours: string, half: string | undefined): number | undefined {
  const hour = Number(hours);
  if (half === undefined) return hour < 24 ? hour : undefined;
  return hour > 12 ? undefined : (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
}

function zoneSeconds(zone: string): number | undefined {
  const [, sign, hours, minutes = "0"] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  if (sign === undefined) return 0;
  const seconds = 60 * (60 * Number(hours) + Number(minutes));
  return seconds >= 86_400 ? undefined : sign === "-" ? -seconds : seconds;
}
