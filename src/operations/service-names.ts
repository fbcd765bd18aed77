import type { Service } from "./operation";

/** The service's part of the names in configuration files: `Auto Scaling` becomes `auto_scaling`. */
export function configKey({ model: { serviceId } }: Service): string {
  return serviceId.toLowerCase().replaceAll(" ", "_");
}

/** The name that requests to the service are signed for. */
export function signingName({ model: { signingName: name, endpointPrefix } }: Pick<Service, "model">): string {
  return name ?? endpointPrefix;
}
