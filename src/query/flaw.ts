/** Thrown for an expression that cannot be read. `at` is the place, in UTF-16 units from 0. */
export class QueryFlaw extends Error {
  constructor(
    readonly problem: string,
    readonly at: number,
  ) {
    super(problem);
  }
}

/** Thrown for an expression that does not fit the value it is asked of. The message is Python's jmespath's where it has one. */
export class QueryMismatch extends Error {}
