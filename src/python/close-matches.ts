const enough = 0.8;
const most = 3;

/**
 * The choices that a mistyped word may have meant, best first: those that are at least 80 % alike, three at most
 * (Python's `difflib.get_close_matches` as aws-cli calls it).
 */
export function closeMatches(word: string, choices: readonly string[]): string[] {
  return choices
    .map((choice) => ({ choice, ratio: likeness(Array.from(choice), Array.from(word)) }))
    .filter(({ ratio }) => ratio >= enough)
    .sort((one, other) => other.ratio - one.ratio || (one.choice < other.choice ? 1 : -1))
    .slice(0, most)
    .map(({ choice }) => choice);
}

/** The share of characters in common, by Ratcliff and Obershelp; 0 where the lengths alone rule out enough of them. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const all = a.length + b.length;
  return 2 * Math.min(a.length, b.length) < enough * all ? 0 : (2 * common(a, b)) / all;
}

/** The number of characters in common: the longest run that both have, and what is common on either side of it. */
function common(a: readonly string[], b: readonly string[]): number {
  const { inA, inB, length } = longestRun(a, b);
  if (length === 0) return 0;
  const before = common(a.slice(0, inA), b.slice(0, inB));
  return before + length + common(a.slice(inA + length), b.slice(inB + length));
}

function longestRun(a: readonly string[], b: readonly string[]): { inA: number; inB: number; length: number } {
  let best = { inA: 0, inB: 0, length: 0 };
  for (let inA = 0; inA < a.length; inA++) {
    for (let inB = 0; inB < b.length; inB++) {
      let length = 0;
      while (inA + length < a.length && inB + length < b.length && a[inA + length] === b[inB + length]) length++;
      if (length > best.length) best = { inA, inB, length };
    }
  }
  return best;
}
