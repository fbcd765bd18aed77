import type { OperationModel, ServiceModel, WaiterModel } from "./model";
import type { OptionGrammar } from "./options";
import type { Outcome } from "./outcome";
import type { Shape, StructureShape } from "./shape";

/** A service as the command line and the SDK name it. */
export interface Service {
  /** The word typed on the command line, such as `deploy`. */
  readonly word: string;
  /** The service's full name, for the help. */
  readonly title: string;
  /** One sentence that says what the service's commands here are for. */
  readonly summary: string;
  readonly model: ServiceModel;
  /** The SDK's client: its package and its class. */
  readonly sdk: { readonly package: string; readonly client: string };
}

/** A command line as the help and the documentation show it, after the program's name. */
export interface Example {
  readonly about: string;
  readonly line: string;
}

/** An option that aws-cli adds to an operation: a value of its own shape that becomes a member. */
export interface AddedOption {
  readonly shape: StructureShape;
  /** The members that the value must have, none of them empty. Members that are not in the shape are dropped. */
  readonly needs: readonly string[];
  /** The member that the value becomes, and how it becomes that. */
  readonly member: string;
  readonly becomes: (value: Readonly<Record<string, unknown>>) => object;
  readonly about: string;
}

/**
 * A member whose value only a Lambda function gets. The value may be parked in a parameter, whose name ends with
 * another member's value.
 */
export interface Parked {
  readonly member: string;
  readonly by: string;
}

/** Everything the tool knows of an operation. Options, help, validation, the call and the stand-in come from it. */
export interface Operation {
  readonly service: Service;
  /** The API's name, such as `PutLifecycleHook`. */
  readonly name: string;
  /** The subcommand, such as `put-lifecycle-hook`. */
  readonly word: string;
  readonly summary: string;
  readonly description: readonly string[];
  readonly model: OperationModel;
  /** The input with all limits; empty for an operation that takes none. */
  readonly input: StructureShape;
  /** The output; empty for an operation without one. */
  readonly output: StructureShape;
  /** The purpose of each member of the input: one or two sentences of the help. */
  readonly about: Readonly<Record<string, string>>;
  /** The meaning of members of the output whose names do not say it. */
  readonly outputAbout: Readonly<Record<string, string>>;
  /** Values that help and completion offer for a member, but that are not checked. */
  readonly suggestions: Readonly<Record<string, readonly string[]>>;
  /** Options of aws-cli's own, by name without dashes. */
  readonly addedOptions: Readonly<Record<string, AddedOption>>;
  /** The permission the call needs, and the member whose presence also needs `iam:PassRole`. */
  readonly iam: { readonly action: string; readonly passRoleWith?: string };
  readonly outcome?: Outcome;
  readonly parked?: Parked;
  /** The waiters of the operation, by word. */
  readonly waiters: Readonly<Record<string, WaiterWords>>;
  readonly examples: readonly Example[];
}

/** A waiter in words, and how to show what it sees. */
export interface WaiterWords {
  readonly summary: string;
  readonly description: readonly string[];
  readonly examples: readonly Example[];
  readonly tells: WaiterTells;
  /** How it polls, for a waiter that botocore does not have. */
  readonly model?: WaiterModel;
}

/**
 * The words that people are told during a wait: JMESPath expressions on the answer. An expression that does not fit an
 * answer tells nothing.
 */
export interface WaiterTells {
  /** The status, as a text. */
  readonly status: string;
  /** Two numbers, shown as `3 of 10` and the unit. */
  readonly counts?: { readonly done: string; readonly all: string; readonly unit: string };
  /** A list of texts that say why it failed. */
  readonly why: string;
  /** The calls that find out more about a failure. */
  readonly lookUp?: {
    /**
     * Operations of the same service, by word. `input` makes a call's input from `{input, answer}`: the wait's input,
     * and the last answer.
     */
    readonly calls: readonly { readonly operation: string; readonly input: string }[];
    /** Makes from the last answer a list of `{event, target, parts, log}`: texts, and for `parts` a list of texts. */
    readonly found: string;
  };
}

/** The grammar of an operation: all that reading a command line needs to know of it. */
export interface OperationGrammar {
  /** The service's word, and the operation's. */
  readonly service: string;
  readonly word: string;
  /** The kinds of the options, by name without dashes, in the order of aws-cli's messages. */
  readonly options: Readonly<Record<string, Shape["kind"]>>;
  /** The options that must be given, by name without dashes. */
  readonly required: readonly string[];
  /** The options, by name without dashes, that steer pages by hand if the answer comes in pages: aws-cli hides them. */
  readonly pages?: { readonly token: string; readonly limit?: string };
  /** The options that are neither members nor common to all operations. */
  readonly own: readonly OptionGrammar[];
  /** The options of a command after `--`; absent if the operation takes no command. */
  readonly outcome?: OutcomeGrammar;
  /** The options of a member that may be parked, and of the member that its parameter is named after. */
  readonly parked?: { readonly member: string; readonly option: string; readonly by: string };
  /** The waiters of the operation, by word. */
  readonly waiters: readonly string[];
}

/** An operation in the list of all. */
export type ListedOperation = Pick<OperationGrammar, "service" | "word" | "waiters">;

/** The options of a line with a command, and their default values. Times in seconds. */
export interface OutcomeGrammar {
  /** The member that the command's end decides, and its option. */
  readonly decides?: { readonly option: string; readonly member: string };
  /** The options that a line with a command need not have. */
  readonly optional: readonly string[];
  readonly timeout?: number;
  readonly failure: string;
  /** The time to wait before the start: without and with `--cli-command-when`. */
  readonly wait: readonly [now: number, turn: number];
}
