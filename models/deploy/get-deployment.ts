import type { OperationModel } from "../../src/operations/model";

export const model = {
  name: "GetDeployment",
  input: { kind: "structure", required: ["deploymentId"], members: { deploymentId: { kind: "string" } } },
  output: {
    kind: "structure",
    required: [],
    members: {
      deploymentInfo: {
        kind: "structure",
        required: [],
        members: {
          applicationName: { kind: "string", min: 1, max: 100 },
          deploymentGroupName: { kind: "string", min: 1, max: 100 },
          deploymentConfigName: { kind: "string", min: 1, max: 100 },
          deploymentId: { kind: "string" },
          previousRevision: {
            kind: "structure",
            required: [],
            members: {
              revisionType: { kind: "string", values: ["S3", "GitHub", "String", "AppSpecContent"] },
              s3Location: {
                kind: "structure",
                required: [],
                members: {
                  bucket: { kind: "string" },
                  key: { kind: "string" },
                  bundleType: { kind: "string", values: ["tar", "tgz", "zip", "YAML", "JSON"] },
                  version: { kind: "string" },
                  eTag: { kind: "string" },
                },
              },
              gitHubLocation: {
                kind: "structure",
                required: [],
                members: { repository: { kind: "string" }, commitId: { kind: "string" } },
              },
              string: {
                kind: "structure",
                required: [],
                members: { content: { kind: "string" }, sha256: { kind: "string" } },
              },
              appSpecContent: {
                kind: "structure",
                required: [],
                members: { content: { kind: "string" }, sha256: { kind: "string" } },
              },
            },
          },
          revision: {
            kind: "structure",
            required: [],
            members: {
              revisionType: { kind: "string", values: ["S3", "GitHub", "String", "AppSpecContent"] },
              s3Location: {
                kind: "structure",
                required: [],
                members: {
                  bucket: { kind: "string" },
                  key: { kind: "string" },
                  bundleType: { kind: "string", values: ["tar", "tgz", "zip", "YAML", "JSON"] },
                  version: { kind: "string" },
                  eTag: { kind: "string" },
                },
              },
              gitHubLocation: {
                kind: "structure",
                required: [],
                members: { repository: { kind: "string" }, commitId: { kind: "string" } },
              },
              string: {
                kind: "structure",
                required: [],
                members: { content: { kind: "string" }, sha256: { kind: "string" } },
              },
              appSpecContent: {
                kind: "structure",
                required: [],
                members: { content: { kind: "string" }, sha256: { kind: "string" } },
              },
            },
          },
          status: {
            kind: "string",
            values: ["Created", "Queued", "InProgress", "Baking", "Succeeded", "Failed", "Stopped", "Ready"],
          },
          errorInformation: {
            kind: "structure",
            required: [],
            members: {
              code: {
                kind: "string",
                values: [
                  "AGENT_ISSUE",
                  "ALARM_ACTIVE",
                  "APPLICATION_MISSING",
                  "AUTOSCALING_VALIDATION_ERROR",
                  "AUTO_SCALING_CONFIGURATION",
                  "AUTO_SCALING_IAM_ROLE_PERMISSIONS",
                  "CODEDEPLOY_RESOURCE_CANNOT_BE_FOUND",
                  "CUSTOMER_APPLICATION_UNHEALTHY",
                  "DEPLOYMENT_GROUP_MISSING",
                  "ECS_UPDATE_ERROR",
                  "ELASTIC_LOAD_BALANCING_INVALID",
                  "ELB_INVALID_INSTANCE",
                  "HEALTH_CONSTRAINTS",
                  "HEALTH_CONSTRAINTS_INVALID",
                  "HOOK_EXECUTION_FAILURE",
                  "IAM_ROLE_MISSING",
                  "IAM_ROLE_PERMISSIONS",
                  "INTERNAL_ERROR",
                  "INVALID_ECS_SERVICE",
                  "INVALID_LAMBDA_CONFIGURATION",
                  "INVALID_LAMBDA_FUNCTION",
                  "INVALID_REVISION",
                  "MANUAL_STOP",
                  "MISSING_BLUE_GREEN_DEPLOYMENT_CONFIGURATION",
                  "MISSING_ELB_INFORMATION",
                  "MISSING_GITHUB_TOKEN",
                  "NO_EC2_SUBSCRIPTION",
                  "NO_INSTANCES",
                  "OVER_MAX_INSTANCES",
                  "RESOURCE_LIMIT_EXCEEDED",
                  "REVISION_MISSING",
                  "THROTTLED",
                  "TIMEOUT",
                  "CLOUDFORMATION_STACK_FAILURE",
                ],
              },
              message: { kind: "string" },
            },
          },
          createTime: { kind: "timestamp" },
          startTime: { kind: "timestamp" },
          completeTime: { kind: "timestamp" },
          deploymentOverview: {
            kind: "structure",
            required: [],
            members: {
              Pending: { kind: "long" },
              InProgress: { kind: "long" },
              Succeeded: { kind: "long" },
              Failed: { kind: "long" },
              Skipped: { kind: "long" },
              Ready: { kind: "long" },
            },
          },
          description: { kind: "string" },
          creator: {
            kind: "string",
            values: [
              "user",
              "autoscaling",
              "codeDeployRollback",
              "CodeDeploy",
              "CodeDeployAutoUpdate",
              "CloudFormation",
              "CloudFormationRollback",
              "autoscalingTermination",
            ],
          },
          ignoreApplicationStopFailures: { kind: "boolean" },
          autoRollbackConfiguration: {
            kind: "structure",
            required: [],
            members: {
              enabled: { kind: "boolean" },
              events: {
                kind: "list",
                of: {
                  kind: "string",
                  values: ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"],
                },
                itemShape: "AutoRollbackEvent",
              },
            },
          },
          updateOutdatedInstancesOnly: { kind: "boolean" },
          rollbackInfo: {
            kind: "structure",
            required: [],
            members: {
              rollbackDeploymentId: { kind: "string" },
              rollbackTriggeringDeploymentId: { kind: "string" },
              rollbackMessage: { kind: "string" },
            },
          },
          deploymentStyle: {
            kind: "structure",
            required: [],
            members: {
              deploymentType: { kind: "string", values: ["IN_PLACE", "BLUE_GREEN"] },
              deploymentOption: { kind: "string", values: ["WITH_TRAFFIC_CONTROL", "WITHOUT_TRAFFIC_CONTROL"] },
            },
          },
          targetInstances: {
            kind: "structure",
            required: [],
            members: {
              tagFilters: {
                kind: "list",
                of: {
                  kind: "structure",
                  required: [],
                  members: {
                    Key: { kind: "string" },
                    Value: { kind: "string" },
                    Type: { kind: "string", values: ["KEY_ONLY", "VALUE_ONLY", "KEY_AND_VALUE"] },
                  },
                },
              },
              autoScalingGroups: { kind: "list", of: { kind: "string" }, itemShape: "AutoScalingGroupName" },
              ec2TagSet: {
                kind: "structure",
                required: [],
                members: {
                  ec2TagSetList: {
                    kind: "list",
                    of: {
                      kind: "list",
                      of: {
                        kind: "structure",
                        required: [],
                        members: {
                          Key: { kind: "string" },
                          Value: { kind: "string" },
                          Type: { kind: "string", values: ["KEY_ONLY", "VALUE_ONLY", "KEY_AND_VALUE"] },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
          instanceTerminationWaitTimeStarted: { kind: "boolean" },
          blueGreenDeploymentConfiguration: {
            kind: "structure",
            required: [],
            members: {
              terminateBlueInstancesOnDeploymentSuccess: {
                kind: "structure",
                required: [],
                members: {
                  action: { kind: "string", values: ["TERMINATE", "KEEP_ALIVE"] },
                  terminationWaitTimeInMinutes: { kind: "integer" },
                },
              },
              deploymentReadyOption: {
                kind: "structure",
                required: [],
                members: {
                  actionOnTimeout: { kind: "string", values: ["CONTINUE_DEPLOYMENT", "STOP_DEPLOYMENT"] },
                  waitTimeInMinutes: { kind: "integer" },
                },
              },
              greenFleetProvisioningOption: {
                kind: "structure",
                required: [],
                members: { action: { kind: "string", values: ["DISCOVER_EXISTING", "COPY_AUTO_SCALING_GROUP"] } },
              },
            },
          },
          loadBalancerInfo: {
            kind: "structure",
            required: [],
            members: {
              elbInfoList: {
                kind: "list",
                of: { kind: "structure", required: [], members: { name: { kind: "string" } } },
              },
              targetGroupInfoList: {
                kind: "list",
                of: { kind: "structure", required: [], members: { name: { kind: "string" } } },
              },
              targetGroupPairInfoList: {
                kind: "list",
                of: {
                  kind: "structure",
                  required: [],
                  members: {
                    targetGroups: {
                      kind: "list",
                      of: { kind: "structure", required: [], members: { name: { kind: "string" } } },
                    },
                    prodTrafficRoute: {
                      kind: "structure",
                      required: [],
                      members: { listenerArns: { kind: "list", of: { kind: "string" }, itemShape: "ListenerArn" } },
                    },
                    testTrafficRoute: {
                      kind: "structure",
                      required: [],
                      members: { listenerArns: { kind: "list", of: { kind: "string" }, itemShape: "ListenerArn" } },
                    },
                  },
                },
              },
            },
          },
          additionalDeploymentStatusInfo: { kind: "string" },
          fileExistsBehavior: { kind: "string", values: ["DISALLOW", "OVERWRITE", "RETAIN"] },
          deploymentStatusMessages: { kind: "list", of: { kind: "string" }, itemShape: "ErrorMessage" },
          computePlatform: { kind: "string", values: ["Server", "Lambda", "ECS"] },
          externalId: { kind: "string" },
          relatedDeployments: {
            kind: "structure",
            required: [],
            members: {
              autoUpdateOutdatedInstancesRootDeploymentId: { kind: "string" },
              autoUpdateOutdatedInstancesDeploymentIds: {
                kind: "list",
                of: { kind: "string" },
                itemShape: "DeploymentId",
              },
            },
          },
          overrideAlarmConfiguration: {
            kind: "structure",
            required: [],
            members: {
              enabled: { kind: "boolean" },
              ignorePollAlarmFailure: { kind: "boolean" },
              alarms: { kind: "list", of: { kind: "structure", required: [], members: { name: { kind: "string" } } } },
            },
          },
        },
      },
    },
  },
  errors: {
    DeploymentIdRequiredException: 400,
    InvalidDeploymentIdException: 400,
    DeploymentDoesNotExistException: 400,
  },
  waiters: {
    "deployment-successful": {
      delay: 15,
      maxAttempts: 120,
      acceptors: [
        { state: "success", matcher: "path", argument: "deploymentInfo.status", expected: "Succeeded" },
        { state: "failure", matcher: "path", argument: "deploymentInfo.status", expected: "Failed" },
        { state: "failure", matcher: "path", argument: "deploymentInfo.status", expected: "Stopped" },
      ],
    },
  },
} as const satisfies OperationModel;
