import { Failure } from "../failure/failure";
import type { Json, OutputSettings } from "../types";
import { addJson } from "./json";
import { addText } from "./text";
import { Unprintable } from "./unprintable";

/** The place where a value is shown: `title` heads a table, `width` is the terminal's in cells, `add` takes the parts of the text. */
export interface Place {
  readonly settings: OutputSettings;
  readonly title: string;
  readonly width: number;
  readonly add: (part: string) => void;
}

/**
 * Adds a value in the format asked for; an empty object shows nothing. Throws a Failure for a value that the format cannot
 * show, before anything is added.
 */
export async function addFormatted(value: Json, { settings, title, width, add }: Place): Promise<void> {
  try {
    switch (settings.format) {
      case "json":
        addJson(value, add);
        return;
      case "text":
        addText(value, add);
        return;
      case "table": {
        const style = settings.color ? (await import("./color")).colored : plain;
        (await import("./table")).addTable(value, title, { width, style, add });
      }
    }
  } catch (error) {
    if (!(error instanceof Unprintable)) throw error;
    throw new Failure({ kind: "output-impossible", format: settings.format, problem: error.message });
  }
}

const plain = { cell: (text: string) => text, indentation: (text: string) => text };
