/** Thrown for a value that has no form in the format asked for. */
export class Unprintable extends Error {}
