import type { Operation } from "../operations/operation";
import { optionName } from "../operations/option-name";
import { inputOptions, pageOptions, pageOptionsOf, type OptionDeclaration, waitOptions } from "../operations/options";
import type { Shape } from "../operations/shape";
import { entry, paragraph, tree, type Block } from "./block";
import { tool } from "./sections";
import { allowedIn, treeOf } from "./shape-tree";

/** The options that every operation has, with the page options between them. */
export function commonOptions({ model: { pages } }: Operation): readonly OptionDeclaration[] {
  const [first, ...others] = inputOptions;
  const limit = pages?.limitKey;
  return [
    ...(first ? [first] : []),
    ...(pages ? pageOptionsOf(limit === undefined ? {} : { limit }, pageOptions) : []),
    ...others,
  ];
}

/** The synopsis of an operation. Like aws-cli, it hides the options that steer pages by hand. */
export function synopsis(path: string, operation: Operation): readonly string[] {
  const { input, addedOptions, model } = operation;
  const hidden = [model.pages?.inputToken, model.pages?.limitKey];
  const shown = Object.entries(input.members).filter(([name]) => !hidden.includes(name));
  const isWaiter = path.includes(" wait ");
  return [
    `${tool} ${path}`,
    ...shown.flatMap(([name, shape]) => typed(optionName(name), shape, input.required.includes(name))),
    ...Object.entries(addedOptions).flatMap(([name, { shape }]) => typed(name, shape, false)),
    ...(isWaiter ? [...inputOptions, ...waitOptions] : commonOptions(operation)).map(
      ({ name, bare }) => `    [--${name} ${bare === undefined ? "<value>" : "[<value>]"}]`,
    ),
  ];
}

function typed(name: string, { kind }: Shape, isRequired: boolean): readonly string[] {
  if (kind === "boolean") {
    return name.length > 29 ? [`    [--${name} |`, `     --no-${name}]`] : [`    [--${name} | --no-${name}]`];
  }
  const option = `--${name} <value>${kind === "list" ? "..." : ""}`;
  return [`    ${isRequired ? option : `[${option}]`}`];
}

/** The section that says how values other than texts are written. */
export function valuesAbout({ input, addedOptions }: Operation): readonly Block[] {
  const shapes = [...Object.values(input.members), ...Object.values(addedOptions).map(({ shape }) => shape)];
  const isNested = shapes.some((shape) => treeOf(shape).length > 0 || shape.kind === "map");
  return [
    paragraph(
      "A value can come from a file: file://PATH reads text and fileb://PATH bytes; http:// and https:// fetch it. An option can be shortened as long as it is clear which one is meant.",
    ),
    ...(shapes.some(({ kind }) => kind === "list")
      ? [paragraph("A list takes several words with blanks between them, or one word of JSON.")]
      : []),
    ...(isNested
      ? [
          paragraph(
            "A structure or a map is one word: NAME=VALUE,NAME=VALUE with lists as NAME=VALUE,VALUE and what is nested in {} and [], or JSON. A text with commas or blanks in it goes in quotes. NAME@=file://PATH reads a file.",
          ),
        ]
      : []),
  ];
}

/** The options of the members, and those that aws-cli adds. */
export function memberEntries({ input, about, suggestions, addedOptions }: Operation): readonly Block[] {
  return [
    ...Object.entries(input.members).flatMap(([name, shape]) =>
      valueEntry(`--${optionName(name)}`, shape, {
        isRequired: input.required.includes(name),
        texts: [about[name] ?? "", ...limits(shape, suggestions[name])],
      }),
    ),
    ...Object.entries(addedOptions).flatMap(([name, { shape, about: text }]) =>
      valueEntry(`--${name}`, shape, { isRequired: false, texts: [text] }),
    ),
  ];
}

/** An option, with its possible values and the members within its value. */
function valueEntry(
  option: string,
  shape: Shape,
  { isRequired, texts }: { readonly isRequired: boolean; readonly texts: readonly string[] },
): readonly Block[] {
  const pair = shape.kind === "boolean" ? [`${option.replace("--", "--no-")} says no.`] : [];
  const inside = treeOf(shape);
  return [
    entry(`${option} (${shape.kind}${isRequired ? ", required" : ""})`, ...texts, ...pair),
    ...(inside.length > 0 ? [tree(inside)] : []),
  ];
}

function limits(shape: Shape, suggestions: readonly string[] | undefined): readonly string[] {
  const { min, max } = shape as { readonly min?: number; readonly max?: number };
  const values = suggestions ?? allowedIn(shape);
  const which = shape.kind === "list" ? "Each one of" : shape.kind === "map" ? "Names" : "One of";
  const pattern = shape.kind === "string" ? shape.pattern : undefined;
  const bounds = [boundsText(shape, min, max), ...(pattern === undefined ? [] : [`matching ${pattern}`])].filter(
    Boolean,
  );
  return [...(values ? [`${which}: ${values.join(", ")}`] : []), ...(bounds.length > 0 ? [bounds.join(", ")] : [])];
}

function boundsText({ kind }: Shape, min: number | undefined, max: number | undefined): string {
  const unit = kind === "string" ? " characters" : kind === "list" ? " items" : "";
  if (min === undefined) return max === undefined ? "" : `up to ${max}${unit}`;
  return max === undefined ? `${min}${unit} at least` : min === max ? `${min}${unit}` : `${min} to ${max}${unit}`;
}
