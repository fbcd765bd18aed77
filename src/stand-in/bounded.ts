/** The last of many things: the oldest go when there are too many, and are counted. */
export interface Recent<Item> {
  readonly items: readonly Item[];
  /** How many went. */
  readonly forgotten: number;
  readonly add: (item: Item) => void;
}

/** Keeps as many as `most`. */
export function recent<Item>(most: number): Recent<Item> {
  const items: Item[] = [];
  let forgotten = 0;
  return {
    items,
    get forgotten() {
      return forgotten;
    },
    add: (item) => {
      items.push(item);
      if (items.length > most) {
        items.shift();
        forgotten++;
      }
    },
  };
}
