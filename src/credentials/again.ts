/** Milliseconds before each look. */
const pauses = [0, 150, 350];

/**
 * Looks a few times within half a second for something that another run may be about to keep; undefined if it never
 * shows. If several runs renew a session at once, one is answered, and the others are refused before the file has its
 * answer.
 */
export async function lookAgain<Found>(look: () => Promise<Found | undefined>): Promise<Found | undefined> {
  for (const pause of pauses) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const found = await look();
    if (found !== undefined) return found;
  }
  return undefined;
}
