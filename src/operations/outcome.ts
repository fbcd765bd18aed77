/**
 * What an operation makes of a command after `--`: the call that the command's end makes, and what is done before and
 * meanwhile. All of it is data; `src/supervise/` has a file for each kind of part.
 */
export interface Outcome {
  /** The member that the command's end fills in; giving it together with a command is an error. */
  readonly member?: string;
  /** What exit code 0 makes, and what anything else makes, by the value of `--cli-command-failure`: the first is the default. */
  readonly success: FinalCall;
  readonly failure: Readonly<Record<string, FinalCall | null>>;
  /** Members that must be given and not be empty. */
  readonly needs: readonly string[];
  /** Members that are looked for if they are not given, so that with a command none is required. */
  readonly finds: readonly string[];
  /** Members that the answer must repeat as they were sent: without them it is no verdict. */
  readonly echoes: readonly string[];
  /** What the service says when there is nothing (more) to be done, and what that means where it was not this run's doing. */
  readonly doneAlready: { readonly errors: readonly KnownError[]; readonly sentence: string };
  /** What could not be done, as a sentence, where the last call failed. */
  readonly undone: string;
  /** Seconds that the command may run by default; absent where only `before` limits it. */
  readonly timeout?: number;
  /** What must be so before the command is started. */
  readonly before?: Action | Gate;
  /** The command's own variables, by name: a member, or what was found on the way. */
  readonly environment: Readonly<Record<string, string>>;
  /** Paragraphs of the help, after those that all such operations have. */
  readonly help: readonly string[];
}

/** The call that the end of a command makes. */
export interface FinalCall {
  /** The word of an operation of the same service; the declared one where it is absent. */
  readonly operation?: string;
  /** The members of the input that go along; all where it is absent. */
  readonly takes?: readonly string[];
  /** Members with fixed values. */
  readonly values: Readonly<Record<string, string | boolean>>;
  /** What was done, such as `reported Failed`, and what would have been done, as the start of a sentence. */
  readonly did: string;
  readonly wouldHave: string;
}

/** An error of a service that has a meaning here: its code, and a part of its message where the code says too little. */
export interface KnownError {
  readonly code: string;
  readonly message?: string;
}

/**
 * A call on the way: the word of an operation of the same service, and its input: members of this call's input, alone or in
 * a list.
 */
export interface Look {
  readonly operation: string;
  readonly input: Readonly<Record<string, string | readonly [string]>>;
}

/** Where a value stands in an answer: names with dots between them; `[]` goes through a list, `*` through all members. */
export type Path = string;

/** A lifecycle action of an instance: found, proved by a heartbeat, and kept alive by more. Times in seconds. */
export interface Action {
  readonly kind: "action";
  /** How long a proof may take by default: at once, or after the instance's turn has come. Tried each `every`. */
  readonly wait: { readonly now: number; readonly turn: number; readonly every: number };
  /** The member that names an action by itself: with it nothing is found. */
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
    /** Hooks whose names begin so are another service's. */
    readonly foreign: string;
  };
  /** The transitions by the instance's state, as regular expressions; the first that fits counts. */
  readonly transitions: readonly { readonly state: string; readonly of: readonly string[] }[];
  /** States in which an action can be active, as a regular expression. */
  readonly waiting: string;
  /** The call that keeps the action alive; what it answers where none is active. */
  readonly heartbeat: {
    readonly operation: string;
    readonly takes: readonly string[];
    readonly inactive: KnownError;
    /** Seconds between two where the hook's period is not known. */
    readonly unknown: number;
  };
  /** The longest life of an action, in seconds and in periods. */
  readonly longest: { readonly seconds: number; readonly periods: number };
  readonly turn: Turn;
}

/** What `--cli-command-when` waits for, in instance metadata. */
export interface Turn {
  readonly every: number;
  readonly metadata: string;
  readonly targets: Readonly<Record<string, readonly string[]>>;
  /** States of the instance in which its turn has passed, by the option's value. */
  readonly over: Readonly<Record<string, readonly string[]>>;
  /** The metadata's texts after which a turn never comes, and those that keep it away while they last, by the option's value. */
  readonly never: Readonly<Record<string, readonly string[]>>;
  readonly aside: Readonly<Record<string, readonly string[]>>;
  /** A word that may be added to the values named, and the metadata whose presence then starts the command as well. */
  readonly notice: { readonly word: string; readonly with: string; readonly metadata: string };
}

/** A deployment that stops by itself until it is told to go on. Times in seconds. */
export interface Gate {
  readonly kind: "gate";
  readonly subject: string;
  readonly wait: number;
  readonly every: number;
  readonly look: Look;
  readonly status: Path;
  /** The statuses that mean that it waits; absent where only a hook that waits says so. */
  readonly ready?: readonly string[];
  /** The statuses after which it does not wait any more, and where the answer says why. */
  readonly ended: readonly string[];
  readonly why: readonly Path[];
  /** Hooks that wait, each with an id that becomes the member. */
  readonly hook?: {
    readonly member: string;
    readonly at: Path;
    readonly where: Readonly<Record<string, string>>;
    readonly id: string;
    /** The values of a member with which a hook does not wait any more. */
    readonly over: { readonly at: string; readonly values: readonly string[] };
    /** The member with the time at which it stops waiting. */
    readonly until: string;
  };
  /** Minutes that it waits, where the members at these paths are such; unless a member of the input is this value. */
  readonly limit?: { readonly minutes: Path; readonly where: Readonly<Record<Path, string>>; readonly unless: Given };
  /** What tells two waits of the same status apart: what comes between them has been done on a target. */
  readonly passed?: {
    /** With this input the second wait is meant, else the first. */
    readonly second: Given;
    readonly list: Look;
    readonly ids: Path;
    readonly token: string;
    readonly look: { readonly operation: string; readonly ids: string; readonly atMost: number };
    readonly at: Path;
    readonly where: Readonly<Record<string, string>>;
    /** What is wrong where the first wait is meant and over, as a sentence. */
    readonly over: string;
    /** What is so where the second is meant and still to come, and what is not known where nobody may look. */
    readonly early: string;
    readonly unknown: string;
  };
  /** How often it is looked at while the command runs. */
  readonly meanwhile: number;
  /** What is found besides members, by a name for `environment`. */
  readonly facts: Readonly<Record<string, Path>>;
}

/** That a member of the input has a value. */
export type Given = Readonly<Record<string, string>>;
