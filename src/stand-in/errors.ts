import type { ServiceModel } from "../operations/model";
import { familiarCodes } from "../operations/stand-in";
import { servedOperations, type Served } from "./served";
import type { Protocol, ServiceError } from "./wire";

/** Errors that any operation of a protocol can end with (the services' lists of common errors): code -> HTTP status. */
const common: Readonly<Record<Protocol, Readonly<Record<string, number>>>> = {
  json: {
    AccessDeniedException: 400,
    ExpiredTokenException: 400,
    ThrottlingException: 400,
    ValidationException: 400,
    InternalFailure: 500,
    ServiceUnavailable: 503,
  },
  query: {
    ValidationError: 400,
    AccessDenied: 403,
    ExpiredToken: 403,
    Throttling: 400,
    InternalFailure: 500,
    ServiceUnavailable: 503,
  },
};

/** The words of the errors that scripts meet most. `{action}` is the operation's permission. */
const texts: Readonly<Record<(typeof familiarCodes)[number], string>> = {
  DeploymentDoesNotExistException: "There is no deployment of that id.",
  DeploymentIdRequiredException: "A deployment id has to be given.",
  InvalidDeploymentIdException: "That is not the form of a deployment id.",
  InvalidLifecycleEventHookExecutionIdException: "That is not the id of a hook's execution.",
  InvalidLifecycleEventHookExecutionStatusException: "A hook reports Succeeded or Failed.",
  LifecycleEventAlreadyCompletedException: "The lifecycle event has ended already.",
  UnsupportedActionForDeploymentTypeException: "Deployments of this type have no such hooks.",
  LimitExceeded: "The group has as many lifecycle hooks as it can have.",
  ResourceContention: "An update of the group is pending already.",
  ValidationError: "There is no group of that name.",
  AccessDeniedException: "Not authorized to perform {action}.",
  AccessDenied: "Not authorized to perform {action}.",
  ExpiredTokenException: "The security token has expired.",
  ExpiredToken: "The security token has expired.",
  ThrottlingException: "Rate exceeded",
  Throttling: "Rate exceeded",
  InternalFailure: "Something went wrong inside the service.",
  ServiceUnavailable: "The service is down for now.",
};

/** Every code that an operation documents or that all have in common, each once. */
export const errorCodes: readonly string[] = [
  ...new Set([
    ...familiarCodes,
    ...servedOperations.flatMap(({ service, model }) => [
      ...Object.keys(model.errors),
      ...Object.keys(common[service.protocol]),
    ]),
  ]),
];

/** The error of a code as the operation's service has it; undefined if no operation of the service documents it. */
export function findError({ service, model }: Served, code: string): ServiceError | undefined {
  const status = Object.hasOwn(documented(service), code) ? documented(service)[code] : undefined;
  return status === undefined
    ? undefined
    : error(code, status, messageOf(code, `${service.endpointPrefix}:${model.name}`));
}

function documented(service: ServiceModel): Readonly<Record<string, number>> {
  const own = servedOperations.filter((served) => served.service === service);
  return Object.assign({}, common[service.protocol], ...own.map(({ model }) => model.errors)) as Record<string, number>;
}

/**
 * The message of a code. `DeploymentConfigDoesNotExistException` becomes "Deployment config does not exist." if there
 * are no better words.
 */
function messageOf(code: string, action: string): string {
  const words = code.replace(/(Exception|Fault)$/, "").replace(/(?<=[a-z])(?=[A-Z])/g, " ");
  const text = Object.hasOwn(texts, code) ? texts[code as keyof typeof texts] : undefined;
  return text?.replace("{action}", action) ?? `${words.charAt(0)}${words.slice(1).toLowerCase()}.`;
}

/** An error with words of its own. */
export function error(code: string, status: number, message: string): ServiceError {
  return { code, status, message };
}

/**
 * Thrown by the code of an operation to refuse a call: the error's code, and its message if the code's usual one does
 * not say it.
 */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly words?: string,
  ) {
    super(words ?? code);
  }
}
