import { services } from "../generated/models.js";
import type { OperationModel, ServiceModel } from "../operations/model";
import type { Call } from "./wire";

/** An operation as the stand-in serves it. */
export interface Served {
  readonly service: ServiceModel;
  readonly model: OperationModel;
}

/** Every operation that the stand-in serves: all that the tool can call. */
export const servedOperations: readonly Served[] = services.flatMap(({ model: service, operations }) =>
  operations.map((model) => ({ service, model })),
);

/** The operation that a request calls, by the protocol, the API's name on the wire and its own; undefined for any other. */
export function findServed({ protocol, api, operation }: Call): Served | undefined {
  return servedOperations.find(
    ({ service, model }) => service.protocol === protocol && wireName(service) === api && model.name === operation,
  );
}

/** The name of an API on the wire: the part of `X-Amz-Target` before the operation's name, or a form's `Version`. */
function wireName({ targetPrefix, apiVersion }: ServiceModel): string {
  return targetPrefix ?? apiVersion;
}
