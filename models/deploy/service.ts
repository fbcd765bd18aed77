import type { ServiceModel } from "../../src/operations/model";

export const service = {
  protocol: "json",
  jsonVersion: "1.1",
  apiVersion: "2014-10-06",
  targetPrefix: "CodeDeploy_20141006",
  endpointPrefix: "codedeploy",
  serviceId: "CodeDeploy",
} as const satisfies ServiceModel;
