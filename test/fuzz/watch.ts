/** What a worker shares with whoever watches it: how many cases it began, and the one under way. */
export interface Watched {
  readonly memory: SharedArrayBuffer;
  /** Notes the case that begins. */
  readonly begin: (fuzzCase: unknown) => void;
  /** How many cases were begun. */
  count(): number;
  /** The case that was begun last, as JSON, cut short where it is long. */
  current(): string;
}

const room = 64 * 1024;

/** Makes the memory, or uses one that was made. */
export function watched(memory = new SharedArrayBuffer(8 + room)): Watched {
  const numbers = new Int32Array(memory, 0, 2);
  const bytes = Buffer.from(memory, 8);
  return {
    memory,
    begin: (fuzzCase) => {
      numbers[1] = bytes.write(JSON.stringify(fuzzCase));
      Atomics.add(numbers, 0, 1);
    },
    count: () => Atomics.load(numbers, 0),
    current: () => bytes.toString("utf8", 0, numbers[1]),
  };
}
