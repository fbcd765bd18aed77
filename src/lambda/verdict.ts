/** Work on a hook. */
export interface Work {
  /** Settles as soon as it is certain whether the hook has succeeded. */
  readonly isSuccess: Promise<boolean>;
  /** The reason, on one line; settles when nothing of the work is left running. */
  readonly why: Promise<string>;
}

/** Work whose end is known without doing it. */
export function decided(isSuccess: boolean, why: string): Work {
  return { isSuccess: Promise.resolve(isSuccess), why: Promise.resolve(why) };
}
