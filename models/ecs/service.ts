import type { ServiceModel } from "../../src/operations/model";

export const service = {
  protocol: "json",
  jsonVersion: "1.1",
  apiVersion: "2014-11-13",
  targetPrefix: "AmazonEC2ContainerServiceV20141113",
  endpointPrefix: "ecs",
  signingName: "ecs",
  serviceId: "ECS",
} as const satisfies ServiceModel;
