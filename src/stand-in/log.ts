import type { CallRecord } from "./service";

/** The number of characters of an input that the log shows. */
const longest = 4000;

/** The log's line of a call. */
export function callLine(call: CallRecord): string {
  const { time, operation, accessKeyId = "nobody", region = "no region", input, status, error } = call;
  const result = error === undefined ? String(status) : `${status} ${error}`;
  const shown = input === undefined ? "unreadable" : JSON.stringify(input);
  const cut = shown.length > longest ? `${shown.slice(0, longest)}…` : shown;
  return `${time} ${plain(operation)} by ${plain(accessKeyId)} in ${plain(region)}: ${result} ${visible(cut)}\n`;
}

/** Something that happened by itself, as the log and the record show it. */
export interface EventRecord {
  /** The time by the world's clock, in ISO 8601. */
  readonly time: string;
  readonly event: string;
}

/** The log's line of an event. */
export function eventLine({ time, event, ...details }: EventRecord): string {
  return `${time} ${plain(event)}: ${visible(JSON.stringify(details))}\n`;
}

/** A text from a request, changed so that it cannot control a terminal. */
function plain(text: string): string {
  return visible(JSON.stringify(text.slice(0, 200)).slice(1, -1));
}

/** JSON without characters that control terminals: it leaves some of them unescaped. */
function visible(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
