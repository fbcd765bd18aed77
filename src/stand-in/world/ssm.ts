import { Refusal } from "../errors";
import { account, region, remember, type Behaviours, type Setting } from "./setting";

/** A parameter as it is put. */
export interface ParameterSetup {
  readonly Name: string;
  readonly Value: string;
  readonly Type?: string;
}

interface Parameter extends Required<ParameterSetup> {
  readonly Version: number;
  readonly LastModifiedDate: number;
}

/** AWS Systems Manager's Parameter Store, with three of its calls. */
export class ParameterStore {
  readonly #parameters = new Map<string, Parameter>();

  constructor(
    private readonly setting: Setting,
    setups: readonly ParameterSetup[],
  ) {
    for (const setup of setups) this.#put(setup);
  }

  readonly behaviours: Behaviours = {
    PutParameter: (input: ParameterSetup & { readonly Overwrite?: boolean; readonly Tier?: string }) => {
      if (this.#parameters.has(input.Name) && input.Overwrite !== true) {
        throw new Refusal("ParameterAlreadyExists", "The parameter exists already, and Overwrite is not true.");
      }
      return { Version: this.#put(input).Version, Tier: input.Tier ?? "Standard" };
    },
    GetParameter: ({ Name: name }: { readonly Name: string }) => {
      const found = this.#find(name);
      return { Parameter: { ...found, ARN: `arn:aws:ssm:${region}:${account}:parameter/${name.replace(/^\//, "")}` } };
    },
    DeleteParameter: ({ Name: name }: { readonly Name: string }) => {
      this.#parameters.delete(this.#find(name).Name);
      return {};
    },
  };

  #find(name: string): Parameter {
    const found = this.#parameters.get(name);
    if (!found) throw new Refusal("ParameterNotFound", "There is no parameter of that name.");
    return found;
  }

  #put({ Name, Value, Type }: ParameterSetup): Parameter {
    const before = this.#parameters.get(Name);
    return remember(this.#parameters, Name, {
      Name,
      Value,
      Type: Type ?? before?.Type ?? "String",
      Version: (before?.Version ?? 0) + 1,
      LastModifiedDate: this.setting.clock.now(),
    });
  }
}
