import { optionName } from "./option-name";
import type { OperationModel } from "./model";
import type { AddedOption, Example, Operation, Parked, Service, WaiterWords } from "./operation";
import type { Outcome } from "./outcome";
import type { NumberShape, StringShape, StructureShape } from "./shape";

/** The names of the members of a model's structure; no names if the model has no such structure. */
type Member<Structure> = Structure extends { readonly members: infer Members } ? keyof Members & string : never;

type Input<Model extends OperationModel> = Member<Model["input"]>;
type Output<Model extends OperationModel> = Member<Model["output"]>;
type Waiter<Model extends OperationModel> = Model["waiters"] extends infer Waiters ? keyof Waiters & string : never;

/** The part of an operation that no model has; the compiler checks it against the model. */
interface Declaration<Model extends OperationModel> {
  readonly summary: string;
  readonly description: readonly string[];
  readonly about: Readonly<Record<Input<Model>, string>>;
  readonly outputAbout?: Readonly<Partial<Record<Output<Model>, string>>>;
  /** Limits that only the prose of the API reference has. They are checked like the model's own. */
  readonly limits?: Readonly<Partial<Record<Input<Model>, Omit<StringShape, "kind"> | Omit<NumberShape, "kind">>>>;
  readonly suggestions?: Readonly<Partial<Record<Input<Model>, readonly string[]>>>;
  readonly addedOptions?: Readonly<Record<string, AddedOption>>;
  /** The member whose presence also needs the permission `iam:PassRole`. */
  readonly passRoleWith?: Input<Model>;
  readonly outcome?: Outcome;
  readonly parked?: Parked & Readonly<Record<keyof Parked, Input<Model>>>;
  /** The model's waiters, and waiters that bring a model of their own. */
  readonly waiters?: Readonly<Record<Waiter<Model>, WaiterWords>> & Readonly<Record<string, WaiterWords>>;
  readonly examples: readonly Example[];
}

const nothing: StructureShape = { kind: "structure", members: {}, required: [] };

/**
 * Makes an operation from its model and from the part that the model does not have. Derives all that follows from the
 * model.
 */
export function declare<const Model extends OperationModel>(
  service: Service,
  model: Model,
  { limits = {}, passRoleWith, outcome, ...declared }: Declaration<Model>,
): Operation {
  const { name, input = nothing, output = nothing }: OperationModel = model;
  return {
    outputAbout: {},
    suggestions: {},
    addedOptions: {},
    waiters: {},
    ...(declared as Omit<typeof declared, "outputAbout" | "suggestions" | "waiters">),
    service,
    name,
    word: optionName(name),
    model,
    input: limited(input, limits),
    output,
    iam: {
      action: `${service.model.endpointPrefix}:${name}`,
      ...(passRoleWith !== undefined && { passRoleWith }),
    },
    ...(outcome !== undefined && { outcome }),
  };
}

function limited(input: StructureShape, limits: Readonly<Record<string, object | undefined>>): StructureShape {
  const members = Object.entries(input.members).map(([name, shape]) => [name, { ...shape, ...limits[name] }]);
  return { ...input, members: Object.fromEntries(members) as StructureShape["members"] };
}
