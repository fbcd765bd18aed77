import { model as deleteModel } from "../../models/ssm/delete-parameter";
import { model as getModel } from "../../models/ssm/get-parameter";
import { model as putModel } from "../../models/ssm/put-parameter";
import type { OperationModel } from "./model";
import type { Operation } from "./operation";
import { wordOf } from "./declare";
import { ssm } from "./services";

/** The operations of Systems Manager that the tool calls by itself. No command line has them. */
export const putParameter = internal(putModel);
export const getParameter = internal(getModel);
export const deleteParameter = internal(deleteModel);

/** The parameter in which the hook of a deployment is parked. */
export function parameterName(prefix: string, deploymentId: string): string {
  return `${prefix.replace(/\/+$/, "")}/${deploymentId}`;
}

/** An operation without a command: nothing is said of it beyond its model. */
function internal(model: OperationModel): Operation {
  const none = { kind: "structure", members: {}, required: [] } as const;
  const { name, input = none, output = none } = model;
  return {
    service: ssm,
    name,
    word: wordOf(name),
    summary: "",
    description: [],
    model,
    input,
    output,
    about: {},
    outputAbout: {},
    suggestions: {},
    addedOptions: {},
    iam: { action: `ssm:${name}` },
    waiters: {},
    examples: [],
  };
}
