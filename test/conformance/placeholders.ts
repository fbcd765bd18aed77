import type { Folders } from "../support/program";
import type { TestService } from "../support/service";

/** What a case's placeholders stand for in one run. */
export interface Placeholders {
  /** Fills the placeholders in, in every text of a value. */
  readonly fill: <Value>(value: Value) => Value;
  /** Puts the placeholders back, in every text of a value. */
  readonly restore: <Value>(value: Value) => Value;
}

/** The placeholders of a run with these folders and this service. */
export function createPlaceholders({ home, cwd }: Folders, service: TestService): Placeholders {
  const texts: [name: string, text: string][] = [
    ["{{TLSURL}}", service.tlsUrl],
    ["{{URL}}", service.url],
    ["{{DEADURL}}", "http://127.0.0.1:1"],
    ["{{CA}}", service.ca],
    ["{{HOME}}", home],
    ["{{CWD}}", cwd],
    ["{{NODE}}", process.execPath],
  ];
  const ports: [name: string, port: number][] = [
    ["{{TLSPORT}}", service.tlsPort],
    ["{{PORT}}", service.port],
  ];
  const fillText = (text: string): string =>
    [...texts, ...ports].reduce((filled, [name, value]) => filled.replaceAll(name, String(value)), text);
  const restoreText = (text: string): string => {
    const withNames = texts.reduce((restored, [name, value]) => restored.replaceAll(endOf(value), name), text);
    return ports.reduce((restored, [name, port]) => restored.replaceAll(endOf(`:${port}`), `:${name}`), withNames);
  };
  return {
    fill: (value) => mapTexts(value, fillText),
    restore: (value) => mapTexts(value, restoreText),
  };
}

/** Matches the text where no digit follows, so that port 1 is not found in port 1024. */
function endOf(text: string): RegExp {
  return new RegExp(`${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?!\\d)`, "g");
}

function mapTexts<Value>(value: Value, change: (text: string) => string): Value;
function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === "string") return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts<unknown>(item, change));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapTexts<unknown>(item, change)]));
}
