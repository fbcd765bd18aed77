import type { OperationModel } from "../../src/operations/model";

export const model = {
  name: "BatchGetDeploymentTargets",
  input: {
    kind: "structure",
    required: ["deploymentId", "targetIds"],
    members: { deploymentId: { kind: "string" }, targetIds: { kind: "list", of: { kind: "string" } } },
  },
  output: {
    kind: "structure",
    required: [],
    members: {
      deploymentTargets: {
        kind: "list",
        of: {
          kind: "structure",
          required: [],
          members: {
            deploymentTargetType: {
              kind: "string",
              values: ["InstanceTarget", "LambdaTarget", "ECSTarget", "CloudFormationTarget"],
            },
            instanceTarget: {
              kind: "structure",
              required: [],
              members: {
                deploymentId: { kind: "string" },
                targetId: { kind: "string" },
                targetArn: { kind: "string" },
                status: {
                  kind: "string",
                  values: ["Pending", "InProgress", "Succeeded", "Failed", "Skipped", "Unknown", "Ready"],
                },
                lastUpdatedAt: { kind: "timestamp" },
                lifecycleEvents: {
                  kind: "list",
                  of: {
                    kind: "structure",
                    required: [],
                    members: {
                      lifecycleEventName: { kind: "string" },
                      diagnostics: {
                        kind: "structure",
                        required: [],
                        members: {
                          errorCode: {
                            kind: "string",
                            values: [
                              "Success",
                              "ScriptMissing",
                              "ScriptNotExecutable",
                              "ScriptTimedOut",
                              "ScriptFailed",
                              "UnknownError",
                            ],
                          },
                          scriptName: { kind: "string" },
                          message: { kind: "string" },
                          logTail: { kind: "string" },
                        },
                      },
                      startTime: { kind: "timestamp" },
                      endTime: { kind: "timestamp" },
                      status: {
                        kind: "string",
                        values: ["Pending", "InProgress", "Succeeded", "Failed", "Skipped", "Unknown"],
                      },
                    },
                  },
                },
                instanceLabel: { kind: "string", values: ["Blue", "Green"] },
              },
            },
            lambdaTarget: {
              kind: "structure",
              required: [],
              members: {
                deploymentId: { kind: "string" },
                targetId: { kind: "string" },
                targetArn: { kind: "string" },
                status: {
                  kind: "string",
                  values: ["Pending", "InProgress", "Succeeded", "Failed", "Skipped", "Unknown", "Ready"],
                },
                lastUpdatedAt: { kind: "timestamp" },
                lifecycleEvents: {
                  kind: "list",
                  of: {
                    kind: "structure",
                    required: [],
                    members: {
                      lifecycleEventName: { kind: "string" },
                      diagnostics: {
                        kind: "structure",
                        required: [],
                        members: {
                          errorCode: {
                            kind: "string",
                            values: [
                              "Success",
                              "ScriptMissing",
                              "ScriptNotExecutable",
                              "ScriptTimedOut",
                              "ScriptFailed",
                              "UnknownError",
                            ],
                          },
                          scriptName: { kind: "string" },
                          message: { kind: "string" },
                          logTail: { kind: "string" },
                        },
                      },
                      startTime: { kind: "timestamp" },
                      endTime: { kind: "timestamp" },
                      status: {
                        kind: "string",
                        values: ["Pending", "InProgress", "Succeeded", "Failed", "Skipped", "Unknown"],
                      },
                    },
                  },
                },
                lambdaFunctionInfo: {
                  kind: "structure",
                  required: [],
                  members: {
                    functionName: { kind: "string" },
                    functionAlias: { kind: "string" },
                    currentVersion: { kind: "string" },
                    targetVersion: { kind: "string" },
                    targetVersionWeight: { kind: "double" },
                  },
                },
              },
            },
            ecsTarget: {
              kind: "structure",
              required: [],
              members: {
                deploymentId: { kind: "string" },
                targetId: { kind: "string" },
                targetArn: { kind: "string" },
                lastUpdatedAt: { kind: "timestamp" },
                lifecycleEvents: {
                  kind: "list",
                  of: {
                    kind: "structure",
                    required: [],
                    members: {
                      lifecycleEventName: { kind: "string" },
                      diagnostics: {
                        kind: "structure",
                        required: [],
                        members: {
                          errorCode: {
                            kind: "string",
                            values: [
                              "Success",
                              "ScriptMissing",
                              "ScriptNotExecutable",
                              "ScriptTimedOut",
                              "ScriptFailed",
                              "UnknownError",
                            ],
                          },
                          scriptName: { kind: "string" },
                          message: { kind: "string" },
                          logTail: { kind: "string" },
                        },
                      },
                      startTime: { kind: "timestamp" },
                      endTime: { kind: "timestamp" },
                      status: {
                        kind: "string",
                        values: ["Pending", "InProgress", "Succeeded", "Failed", "Skipped", "Unknown"],
                      },
                    },
                  },
                },
                status: {
                  kind: "string",
                  values: ["Pending", "InProgress", "Succeeded", "Failed", "Skipped", "Unknown", "Ready"],
                },
                taskSetsInfo: {
                  kind: "list",
                  of: {
                    kind: "structure",
                    required: [],
                    members: {
                      identifer: { kind: "string" },
                      desiredCount: { kind: "long" },
                      pendingCount: { kind: "long" },
                      runningCount: { kind: "long" },
                      status: { kind: "string" },
                      trafficWeight: { kind: "double" },
                      targetGroup: { kind: "structure", required: [], members: { name: { kind: "string" } } },
                      taskSetLabel: { kind: "string", values: ["Blue", "Green"] },
                    },
                  },
                },
              },
            },
            cloudFormationTarget: {
              kind: "structure",
              required: [],
              members: {
                deploymentId: { kind: "string" },
                targetId: { kind: "string" },
                lastUpdatedAt: { kind: "timestamp" },
                lifecycleEvents: {
                  kind: "list",
                  of: {
                    kind: "structure",
                    required: [],
                    members: {
                      lifecycleEventName: { kind: "string" },
                      diagnostics: {
                        kind: "structure",
                        required: [],
                        members: {
                          errorCode: {
                            kind: "string",
                            values: [
                              "Success",
                              "ScriptMissing",
                              "ScriptNotExecutable",
                              "ScriptTimedOut",
                              "ScriptFailed",
                              "UnknownError",
                            ],
                          },
                          scriptName: { kind: "string" },
                          message: { kind: "string" },
                          logTail: { kind: "string" },
                        },
                      },
                      startTime: { kind: "timestamp" },
                      endTime: { kind: "timestamp" },
                      status: {
                        kind: "string",
                        values: ["Pending", "InProgress", "Succeeded", "Failed", "Skipped", "Unknown"],
                      },
                    },
                  },
                },
                status: {
                  kind: "string",
                  values: ["Pending", "InProgress", "Succeeded", "Failed", "Skipped", "Unknown", "Ready"],
                },
                resourceType: { kind: "string" },
                targetVersionWeight: { kind: "double" },
              },
            },
          },
        },
      },
    },
  },
  errors: {
    InvalidDeploymentIdException: 400,
    DeploymentIdRequiredException: 400,
    DeploymentDoesNotExistException: 400,
    DeploymentNotStartedException: 400,
    DeploymentTargetIdRequiredException: 400,
    InvalidDeploymentTargetIdException: 400,
    DeploymentTargetDoesNotExistException: 400,
    DeploymentTargetListSizeExceededException: 400,
    InstanceDoesNotExistException: 400,
  },
} as const satisfies OperationModel;
