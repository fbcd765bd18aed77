/** One value of an operation's input, with the limits that the API reference documents for it. */
export interface Member {
  readonly type: "string" | "integer";
  /** Smallest length in characters of a string, or smallest value of an integer. */
  readonly min?: number;
  /** Largest length in characters of a string, or largest value of an integer. */
  readonly max?: number;
  /** A regular expression that the whole string must match, as the API reference prints it. */
  readonly pattern?: string;
  /** The allowed values, in the API reference's order. */
  readonly values?: readonly string[];
  /** What the value is for: one or two sentences of the help. */
  readonly about: string;
}

/** A service as the command line, the configuration and the wire name it. */
export interface Service {
  /** The word typed on the command line, such as `deploy`. */
  readonly command: string;
  /** The service's full name, for the help. */
  readonly title: string;
  /** One sentence on what the service's commands here are for. */
  readonly summary: string;
  /** The SDK's service id in the form that configuration files use: lower case, underscores. */
  readonly configKey: string;
  /** The first label of the service's host names, and the name it is signed for. */
  readonly endpointPrefix: string;
  /** How requests and answers travel: JSON 1.1 with `X-Amz-Target`, or a form answered in XML. */
  readonly protocol: "json" | "query";
}

/**
 * What the end of a command says about an operation that can take one after `--`:
 * the member that carries the verdict and the values that stand for its two ends.
 */
export interface Verdict {
  /** The member that the command's end fills in; giving it together with a command is an error. */
  readonly member: string;
  readonly success: string;
  readonly failure: string;
  /** Members without which the report could not be made. */
  readonly needs: readonly string[];
  /** Service error codes that mean that a report was there already. */
  readonly alreadyReported: readonly string[];
}

/** A command line as the help and the documentation show it, after the program's name. */
export interface Example {
  readonly about: string;
  readonly line: string;
}

/** Everything the tool knows of an operation. Options, help, schema, merging, validation and the call come from it. */
export interface Operation {
  readonly service: Service;
  /** The API's name, such as `PutLifecycleHook`. */
  readonly name: string;
  /** The subcommand, such as `put-lifecycle-hook`. */
  readonly command: string;
  readonly summary: string;
  readonly description: readonly string[];
  /** The input's members in the order of the API model, which is the order of options, skeleton and messages. */
  readonly input: Readonly<Record<string, Member>>;
  readonly required: readonly string[];
  /** The output's members: all strings, in the order in which they are printed. */
  readonly output: Readonly<Record<string, { readonly about: string }>>;
  /** What the build bundles and a call loads. */
  readonly sdk: { readonly package: string; readonly client: string; readonly command: string };
  /** The permission the call needs, and the member whose presence also needs `iam:PassRole`. */
  readonly iam: { readonly action: string; readonly passRoleWith?: string };
  readonly verdict?: Verdict;
  readonly examples: readonly Example[];
}

/**
 * The option that sets a member: `LifecycleHookName` gives `lifecycle-hook-name`, `RoleARN` gives `role-arn`
 * (the names that botocore's `xform_name` gives these members).
 */
export function optionName(member: string): string {
  return member
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();
}

/**
 * The JSON schema (draft 7) of an operation's input, which the build compiles with ajv.
 * @public The build asks for it by name.
 */
export function inputSchema(operation: Operation): object {
  const properties = Object.fromEntries(
    Object.entries(operation.input).map(([name, member]) => [name, schema(member)]),
  );
  return { type: "object", properties, required: operation.required, additionalProperties: false };
}

function schema(member: Member): object {
  const { min, max, pattern, values } = member;
  if (member.type === "integer") {
    return { type: "integer", ...(min !== undefined && { minimum: min }), ...(max !== undefined && { maximum: max }) };
  }
  return {
    type: "string",
    ...(min !== undefined && { minLength: min }),
    ...(max !== undefined && { maxLength: max }),
    ...(values && { enum: values }),
    ...(pattern && { pattern: `^(?:${pattern})$` }),
  };
}
