/** Days and times as ISO 8601 spells them, with `/` for `-` and a space for `T` too; parts that are left out are zero. */
const iso =
  /^(\d{4})[-/]?(\d\d)[-/]?(\d\d)(?:[T ]+(\d\d)(?::?(\d\d)(?::?(\d\d)(?:[.,](\d+))?)?)?\s*(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?)?$/i;

/** As mail and HTTP spell them: `Mon, 06 May 2024 07:08:09 GMT`. */
const rfc822 = /^(?:[a-z]{3},? )?\d{1,2} [a-z]{3} \d{4} \d\d:\d\d(?::\d\d)?(?: (?:GMT|UTC|Z|[+-]\d{4}))?$/i;

/**
 * A time in seconds since 1970, from seconds as a number or in digits, or from a text as botocore's `parse_timestamp` takes it; UTC
 * where it names no zone. Undefined for any other text.
 */
export function parseTimestamp(value: string | number): number | undefined {
  const seconds = typeof value === "number" ? value : /^\s*[+-]?\d/.test(value) ? Number(value) : NaN;
  if (Number.isFinite(seconds)) return seconds;
  const text = String(value).trim();
  const found = iso.exec(text);
  if (found) return isoSeconds(found);
  const named = rfc822.test(text) ? Date.parse(/(?:GMT|UTC|Z|[+-]\d{4})$/i.test(text) ? text : `${text} GMT`) : NaN;
  return Number.isNaN(named) ? undefined : named / 1000;
}

/** A time in seconds since 1970 as ISO 8601, in UTC: with microseconds where they are not zero. */
export function isoTime(seconds: number): string {
  const whole = Math.floor(seconds);
  const micros = Math.round((seconds - whole) * 1e6);
  const fraction = micros === 0 ? "" : `.${String(micros).padStart(6, "0")}`;
  return `${new Date(whole * 1000).toISOString().slice(0, -5)}${fraction}Z`;
}

function isoSeconds([, year, month, day, hour = "0", minute = "0", second = "0", fraction = "0", zone = "Z"]: readonly (
  string | undefined
)[]): number | undefined {
  const parts = [year, month, day, hour, minute, second].map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const time = Date.UTC(parts[0], parts[1] - 1, ...(parts.slice(2) as [number, number, number, number]));
  const back = new Date(time);
  const isReal = back.getUTCDate() === parts[2] && back.getUTCHours() === parts[3] && back.getUTCMinutes() === parts[4];
  return isReal ? time / 1000 + Number(`0.${fraction}`) - zoneSeconds(zone) : undefined;
}

function zoneSeconds(zone: string): number {
  const [, sign, hours = "0", minutes = "0"] = /^([+-])(\d\d):?(\d\d)?$/.exec(zone) ?? [];
  return sign === undefined ? 0 : (sign === "-" ? -60 : 60) * (60 * Number(hours) + Number(minutes));
}
