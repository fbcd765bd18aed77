import type { Service } from "./operation";

/** AWS CodeDeploy. aws-cli calls it `deploy`; its configuration key and host name are `codedeploy`. */
export const codedeploy: Service = {
  command: "deploy",
  title: "AWS CodeDeploy",
  summary: "Reports from the hooks of a CodeDeploy deployment.",
  configKey: "codedeploy",
  endpointPrefix: "codedeploy",
  protocol: "json",
};

/** Amazon EC2 Auto Scaling. Its service id is `Auto Scaling`, hence the underscore in its configuration key. */
export const autoScaling: Service = {
  command: "autoscaling",
  title: "Amazon EC2 Auto Scaling",
  summary: "Lifecycle hooks of Auto Scaling groups.",
  configKey: "auto_scaling",
  endpointPrefix: "autoscaling",
  protocol: "query",
};
