import type { ServiceModel } from "../../src/operations/model";

export const service = {
  protocol: "json",
  jsonVersion: "1.1",
  apiVersion: "2014-11-06",
  targetPrefix: "AmazonSSM",
  endpointPrefix: "ssm",
  serviceId: "SSM",
} as const satisfies ServiceModel;
