import { countText } from "../failure/report";

/** A time in words: tenths of a second below ten seconds, else the two largest units, such as `1 minute 5 seconds`. */
export function durationText(milliseconds: number): string {
  if (milliseconds < 9950) return countText(Math.max(1, Math.round(milliseconds / 100)) / 10, "second");
  const seconds = Math.round(milliseconds / 1000);
  const parts: [number, string][] = [
    [Math.floor(seconds / 3600), "hour"],
    [Math.floor(seconds / 60) % 60, "minute"],
    [seconds % 60, "second"],
  ];
  const from = parts.findIndex(([amount]) => amount > 0);
  return parts
    .slice(from, from + 2)
    .filter(([amount]) => amount > 0)
    .map(([amount, unit]) => countText(amount, unit))
    .join(" ");
}
