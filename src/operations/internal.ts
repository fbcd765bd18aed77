import { model as deleteParameterModel } from "../../models/ssm/delete-parameter";
import { model as getParameterModel } from "../../models/ssm/get-parameter";
import { model as putParameterModel } from "../../models/ssm/put-parameter";
import { declare } from "./declare";
import type { OperationModel } from "./model";
import type { Operation } from "./operation";
import { ssm } from "./services";

/** `GetParameter` of Systems Manager; only the tool calls it, never a command line. */
export const getParameter = internal(getParameterModel);

/** `PutParameter` of Systems Manager; only the tool calls it, never a command line. */
export const putParameter = internal(putParameterModel);

/** `DeleteParameter` of Systems Manager; only the tool calls it, never a command line. */
export const deleteParameter = internal(deleteParameterModel);

function internal(model: OperationModel): Operation {
  return declare(ssm, model, { summary: "", description: [], about: {}, examples: [] });
}
