/** Milliseconds before each look. */
const pauses = [0, 150, 350];

/**
 * Looks for what another run may be about to keep, a few times within half a second; undefined if it never shows. Of runs
 * that renew one session at a time, one is answered, and the others are refused before the file has its answer.
 */
export async function lookAgain<Found>(look: () => Promise<Found | undefined>): Promise<Found | undefined> {
  for (const pause of pauses) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const found = await look();
    if (found !== undefined) return found;
  }
  return undefined;
}
