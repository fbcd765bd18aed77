/** The name of the parameter in which a deployment's hook is parked. */
export function parameterName(prefix: string, deploymentId: string): string {
  return `${prefix.replace(/\/+$/, "")}/${deploymentId}`;
}
