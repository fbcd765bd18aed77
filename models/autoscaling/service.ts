import type { ServiceModel } from "../../src/operations/model";

export const service = {
  protocol: "query",
  apiVersion: "2011-01-01",
  xmlNamespace: "http://autoscaling.amazonaws.com/doc/2011-01-01/",
  endpointPrefix: "autoscaling",
  serviceId: "Auto Scaling",
} as const satisfies ServiceModel;
