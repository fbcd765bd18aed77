/** Values by name, two levels deep. */
export type Kept<Value> = Record<string, Record<string, Value>>;

/** An operation's input as a service reads it: members by name, all texts. */
export type Input = Readonly<Record<string, string>>;

/** What the stand-in was told: hooks by group and name, the status of hook executions by deployment and id. */
export interface Memory {
  readonly hooks: Kept<Input>;
  readonly executions: Kept<string>;
}

/** Nothing kept yet. The records have no prototype, so that any text can be a name in them. */
export function createMemory(): Memory {
  return { hooks: empty<Record<string, Input>>(), executions: empty<Record<string, string>>() };
}

/** The record under a name, made when it is not there. */
export function keep<Value>(records: Kept<Value>, name: string): Record<string, Value> {
  return (records[name] ??= empty<Value>());
}

function empty<Value>(): Record<string, Value> {
  return Object.create(null) as Record<string, Value>;
}
