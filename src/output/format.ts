import { Failure } from "../failure/failure";
import type { Json, OutputSettings } from "../types";
import { jsonText } from "../python/json-text";
import { textOf } from "./text";
import { isHash } from "../python/value";
import { Unprintable } from "./unprintable";

/** The place where a value is shown: `title` heads a table, `width` is the terminal's in cells. */
export interface Place {
  readonly settings: OutputSettings;
  readonly title: string;
  readonly width: number;
}

/**
 * A value in the format asked for; an empty object shows nothing. Throws a Failure for a value that the format cannot
 * show.
 */
export async function format(value: Json, { settings, title, width }: Place): Promise<string> {
  try {
    switch (settings.format) {
      case "json":
        return isHash(value) && Object.keys(value).length === 0
          ? ""
          : `${jsonText(value, { indent: 4, ascii: false })}\n`;
      case "text":
        return textOf(value);
      case "table": {
        const style = settings.color ? (await import("./color")).colored : plain;
        return (await import("./table")).tableOf(value, title, { width, style });
      }
    }
  } catch (error) {
    if (!(error instanceof Unprintable)) throw error;
    throw new Failure({ kind: "output-impossible", format: settings.format, problem: error.message });
  }
}

const plain = { cell: (text: string) => text, indentation: (text: string) => text };
