/**
 * An operation's use of a command after `--`: the call that the command's end makes, and what happens before and
 * meanwhile. All of it is data; `src/supervise/` has a file for each kind of part.
 */
export interface Outcome {
  /** The member that the command's end fills in; giving it together with a command is an error. */
  readonly member?: string;
  /**
   * The call that exit code 0 makes, and the call that anything else makes, by the value of `--cli-command-failure`:
   * the first is the default.
   */
  readonly success: FinalCall;
  readonly failure: Readonly<Record<string, FinalCall | null>>;
  /** Members that must be given and must not be empty. */
  readonly needs: readonly string[];
  /** Members that are looked up if they are not given; so a line with a command need not give them. */
  readonly finds: readonly string[];
  /** Members that the answer must repeat as they were sent; an answer without them is not a verdict. */
  readonly echoes: readonly string[];
  /**
   * The errors of the service that say that there is nothing (more) to do, and what they mean if this run did not do
   * it.
   */
  readonly doneAlready: { readonly errors: readonly KnownError[]; readonly sentence: string };
  /** The thing that could not be done, as a sentence, for a last call that failed. */
  readonly undone: string;
  /** Seconds that the command may run by default; absent if only `before` limits it. */
  readonly timeout?: number;
  /** The condition that must hold before the command is started. */
  readonly before?: Action | Gate;
  /** The command's own variables, by name: a member, or what was found on the way. */
  readonly environment: Readonly<Record<string, string>>;
  /** Paragraphs of the help, after those that all such operations have. */
  readonly help: readonly string[];
}

/** The call that the end of a command makes. */
export interface FinalCall {
  /** The word of an operation of the same service; the declared operation if absent. */
  readonly operation?: string;
  /** The members of the input that are sent; all of them if absent. */
  readonly takes?: readonly string[];
  /** Members with fixed values. */
  readonly values: Readonly<Record<string, string | boolean>>;
  /** The thing that was done, such as `reported Failed`, and what would have been done, as the start of a sentence. */
  readonly did: string;
  readonly wouldHave: string;
}

/**
 * An error of a service that has a meaning here: its code, and a part of its message if the code alone says too little.
 */
export interface KnownError {
  readonly code: string;
  readonly message?: string;
}

/**
 * A call before the last one: the word of an operation of the same service, and its input: members of this call's
 * input, alone or in a list.
 */
export interface Look {
  readonly operation: string;
  readonly input: Readonly<Record<string, string | readonly [string]>>;
}

/**
 * The place of a value in an answer: names with dots between them; `[]` goes through a list, `*` through all members.
 */
export type Path = string;

/** A lifecycle action of an instance: found, proved by a heartbeat, and kept alive by more. Times in seconds. */
export interface Action {
  readonly kind: "action";
  /**
   * The time that a proof may take by default: from the start, or after the instance's turn has come. It is tried every
   * `every` seconds.
   */
  readonly wait: { readonly now: number; readonly turn: number; readonly every: number };
  /** The member that identifies an action by itself: if it is given, nothing is looked up. */
  readonly token: string;
  readonly instance: { readonly member: string; readonly metadata: string };
  readonly group: { readonly member: string; readonly look: Look; readonly at: Path; readonly state: Path };
  readonly hook: {
    readonly member: string;
    readonly look: Look;
    /** The list of hooks, and members of each. */
    readonly at: Path;
    readonly name: string;
    readonly transition: string;
    readonly period: string;
    readonly limit: string;
    /** The start of the names of hooks that belong to another service. */
    readonly foreign: string;
  };
  /** The transitions by the instance's state, as regular expressions; the first that fits counts. */
  readonly transitions: readonly { readonly state: string; readonly of: readonly string[] }[];
  /** States in which an action can be active, as a regular expression. */
  readonly waiting: string;
  /** The call that keeps the action alive, and its error if no action is active. */
  readonly heartbeat: {
    readonly operation: string;
    readonly takes: readonly string[];
    readonly inactive: KnownError;
    /** Seconds between two heartbeats if the hook's timeout is not known. */
    readonly unknown: number;
  };
  /** The longest life of an action, in seconds and in timeouts of its hook. */
  readonly longest: { readonly seconds: number; readonly periods: number };
  readonly turn: Turn;
}

/** The turns that `--cli-command-when` waits for, in instance metadata. */
export interface Turn {
  readonly every: number;
  readonly metadata: string;
  readonly targets: Readonly<Record<string, readonly string[]>>;
  /** States of the instance that show that its turn has passed, by the option's value. */
  readonly over: Readonly<Record<string, readonly string[]>>;
  /** The metadata's texts after which a turn never comes, and those that keep it away while they last, by the option's value. */
  readonly never: Readonly<Record<string, readonly string[]>>;
  readonly aside: Readonly<Record<string, readonly string[]>>;
  /** A word that may be added to the named values, and the metadata whose presence then also starts the command. */
  readonly notice: { readonly word: string; readonly with: string; readonly metadata: string };
}

/** A deployment that stops by itself and waits to be continued. Times in seconds. */
export interface Gate {
  readonly kind: "gate";
  readonly subject: string;
  readonly wait: number;
  readonly every: number;
  readonly look: Look;
  readonly status: Path;
  /** The statuses that mean that it waits; absent if only a waiting hook says so. */
  readonly ready?: readonly string[];
  /** The statuses that mean that it no longer waits, and the place in the answer that says why. */
  readonly ended: readonly string[];
  readonly why: readonly Path[];
  /** Hooks that wait, each with an id that becomes the member. */
  readonly hook?: {
    readonly member: string;
    readonly at: Path;
    readonly where: Readonly<Record<string, string>>;
    readonly id: string;
    /** The values of a member that mean that a hook no longer waits. */
    readonly over: { readonly at: string; readonly values: readonly string[] };
    /** The member with the time at which it stops waiting. */
    readonly until: string;
  };
  /**
   * Minutes that it waits, if the members at these paths have these values; not if a member of the input is `unless`.
   */
  readonly limit?: { readonly minutes: Path; readonly where: Readonly<Record<Path, string>>; readonly unless: Given };
  /** The event that tells two waits of the same status apart: between them it has been done on a target. */
  readonly passed?: {
    /** With this input the second wait is meant, else the first. */
    readonly second: Given;
    readonly list: Look;
    readonly ids: Path;
    readonly token: string;
    readonly look: { readonly operation: string; readonly ids: string; readonly atMost: number };
    readonly at: Path;
    /** What the event is known by, and when it has been done. */
    readonly where: Readonly<Record<string, string>>;
    readonly done: Readonly<Record<string, string>>;
    /** The sentence for a run that means the first wait when it is over. */
    readonly over: string;
    /** The words for a second wait that is still to come, and for one of which that cannot be known. */
    readonly early: string;
    readonly unknown: string;
  };
  /** The seconds between two looks while the command runs. */
  readonly meanwhile: number;
  /** Facts other than members, by their names in `environment`. */
  readonly facts: Readonly<Record<string, Path>>;
}

/** Members of the input with a value that each must have. */
export type Given = Readonly<Record<string, string>>;
