import type { OperationModel } from "../../src/operations/model";

export const model = {
  name: "CreateDeployment",
  input: {
    kind: "structure",
    required: ["applicationName"],
    members: {
      applicationName: { kind: "string", min: 1, max: 100 },
      deploymentGroupName: { kind: "string", min: 1, max: 100 },
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
      deploymentConfigName: { kind: "string", min: 1, max: 100 },
      description: { kind: "string" },
      ignoreApplicationStopFailures: { kind: "boolean" },
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
          autoScalingGroups: { kind: "list", of: { kind: "string" } },
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
          },
        },
      },
      updateOutdatedInstancesOnly: { kind: "boolean" },
      fileExistsBehavior: { kind: "string", values: ["DISALLOW", "OVERWRITE", "RETAIN"] },
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
  output: { kind: "structure", required: [], members: { deploymentId: { kind: "string" } } },
  errors: {
    ApplicationNameRequiredException: 400,
    InvalidApplicationNameException: 400,
    ApplicationDoesNotExistException: 400,
    DeploymentGroupNameRequiredException: 400,
    InvalidDeploymentGroupNameException: 400,
    DeploymentGroupDoesNotExistException: 400,
    RevisionRequiredException: 400,
    RevisionDoesNotExistException: 400,
    InvalidRevisionException: 400,
    InvalidDeploymentConfigNameException: 400,
    DeploymentConfigDoesNotExistException: 400,
    DescriptionTooLongException: 400,
    DeploymentLimitExceededException: 400,
    InvalidTargetInstancesException: 400,
    InvalidAlarmConfigException: 400,
    AlarmsLimitExceededException: 400,
    InvalidAutoRollbackConfigException: 400,
    InvalidLoadBalancerInfoException: 400,
    InvalidFileExistsBehaviorException: 400,
    InvalidRoleException: 400,
    InvalidAutoScalingGroupException: 400,
    ThrottlingException: 400,
    InvalidUpdateOutdatedInstancesOnlyValueException: 400,
    InvalidIgnoreApplicationStopFailuresValueException: 400,
    InvalidGitHubAccountTokenException: 400,
    InvalidTrafficRoutingConfigurationException: 400,
  },
} as const satisfies OperationModel;
