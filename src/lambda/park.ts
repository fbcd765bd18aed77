import { putParameter } from "../operations/internal";
import { parameterName } from "../operations/parked-parameter";
import type { Io } from "../types";
import type { CodeDeployHookEvent } from "./index";
import { made } from "./last-call";
import { serviceCall } from "./service-call";

/**
 * Stores a hook's execution id, and nothing else, in the parameter `PREFIX/DEPLOYMENT-ID`, within so many milliseconds.
 * Throws if it could not be stored.
 */
export async function park(
  hook: CodeDeployHookEvent,
  { prefix, limit, io }: { prefix: string; limit: number; io: Io },
): Promise<string> {
  const name = parameterName(prefix, hook.deploymentId);
  const params = { Name: name, Value: hook.lifecycleEventHookExecutionId, Type: "String", Overwrite: true };
  const call = await serviceCall(putParameter, params, io);
  await made(call, { params: {}, limit });
  return name;
}
