import type { Protocol, ServiceError } from "./wire";

/**
 * The errors that can be asked for, in the names and with the statuses of the API references: those that the two
 * operations document, and of the common ones those that a script meets.
 */
const documented: Readonly<Record<Protocol, readonly ServiceError[]>> = {
  json: [
    error("DeploymentDoesNotExistException", 400, "There is no deployment of that id."),
    error("DeploymentIdRequiredException", 400, "A deployment id has to be given."),
    error("InvalidDeploymentIdException", 400, "That is not the form of a deployment id."),
    error("InvalidLifecycleEventHookExecutionIdException", 400, "That is not the id of a hook's execution."),
    error("InvalidLifecycleEventHookExecutionStatusException", 400, "A hook reports Succeeded or Failed."),
    error("LifecycleEventAlreadyCompletedException", 400, "The lifecycle event has ended already."),
    error("UnsupportedActionForDeploymentTypeException", 400, "Deployments of this type have no such hooks."),
    error("AccessDeniedException", 400, "Not authorized to perform codedeploy:PutLifecycleEventHookExecutionStatus."),
    error("ExpiredTokenException", 400, "The security token has expired."),
    error("ThrottlingException", 400, "Rate exceeded"),
    error("InternalFailure", 500, "Something went wrong inside the service."),
    error("ServiceUnavailable", 503, "The service is down for now."),
  ],
  query: [
    error("LimitExceeded", 400, "The group has as many lifecycle hooks as it can have."),
    error("ResourceContention", 500, "An update of the group is pending already."),
    error("ValidationError", 400, "There is no group of that name."),
    error("AccessDenied", 403, "Not authorized to perform autoscaling:PutLifecycleHook."),
    error("ExpiredToken", 403, "The security token has expired."),
    error("Throttling", 400, "Rate exceeded"),
    error("InternalFailure", 500, "Something went wrong inside the service."),
    error("ServiceUnavailable", 503, "The service is down for now."),
  ],
};

/** The codes that `findError` knows, each once. */
export const errorCodes: readonly string[] = [
  ...new Set([...documented.json, ...documented.query].map(({ code }) => code)),
];

/** The error of that code as the protocol's service has it; undefined where the service has no such error. */
export function findError(protocol: Protocol, code: string): ServiceError | undefined {
  return documented[protocol].find((known) => known.code === code);
}

/** An error with words of its own. */
export function error(code: string, status: number, message: string): ServiceError {
  return { code, status, message };
}
