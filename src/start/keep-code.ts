import { accessSync, constants, lstatSync, mkdirSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { listed } from "../generated/grammar.js";
import { isSafeParent, type Cache } from "./cache";
import type { Ended } from "./ended";
import { isCompiledFor } from "./kept-code";

/**
 * Keeps the code of every bundle if one of them was not yet compiled for everything that this run loaded. Never
 * rejects.
 */
export async function keepCode(ended: Ended): Promise<void> {
  const words = operationWords(ended.argv);
  const names = words ? namesOf(words, ended.exitCode) : [];
  const way = [...ended.bundles.keys(), ...names];
  if ([...ended.bundles.values()].every(({ compiledFor }) => isCompiledFor(way, compiledFor))) return;
  try {
    if (isReady(ended.cache)) await (await import("./renew-code")).renewCode(ended, words, names);
  } catch {
    return;
  }
}

/** The names of what a run of an operation executes: a success takes ways that a failure does not, and no rehearsal. */
function namesOf(words: readonly string[], exitCode: number): readonly string[] {
  const name = words.join(" ");
  return exitCode === 0 ? [name, `${name} succeeded`] : [name];
}

/** The words of the operation at hand: the first one whose words are all in the line. */
function operationWords(argv: readonly string[]): readonly string[] | undefined {
  const operation = listed.find(({ service, word }) => argv.includes(service) && argv.includes(word));
  return operation && [operation.service, operation.word];
}

/**
 * Whether there is a folder to write to. The first run only makes it, with the one above it on a machine that is used for
 * the first time: a run that stays the only one has no use for more. (Node's own `recursive` never returns on some file
 * systems, `/proc` among them.)
 */
function isReady({ folder, parent }: Cache): boolean {
  if (lstatSync(folder, { throwIfNoEntry: false })) {
    accessSync(folder, constants.W_OK);
    return true;
  }
  if (!statSync(parent, { throwIfNoEntry: false })) makeIn(dirname(parent), parent);
  makeIn(parent, folder);
  return false;
}

function makeIn(parent: string, folder: string): void {
  if (isSafeParent(statSync(parent))) mkdirSync(folder, { mode: 0o700 });
}
