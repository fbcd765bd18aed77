/** The newest of many things: the oldest are dropped when there are too many, and are counted. */
export interface Recent<Item> {
  readonly items: readonly Item[];
  /** The number of dropped things. */
  readonly forgotten: number;
  readonly add: (item: Item) => void;
}

/** Makes a list that keeps `most` things. */
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
