/** A name for a session without one, in the form that policies may know from botocore. */
export function defaultSessionName(): string {
  return `botocore-session-${Math.floor(Date.now() / 1000)}`;
}
