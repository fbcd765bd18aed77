import type { OperationModel } from "../../src/operations/model";

export const model = {
  name: "DescribeServiceDeployments",
  input: {
    kind: "structure",
    required: ["serviceDeploymentArns"],
    members: { serviceDeploymentArns: { kind: "list", of: { kind: "string" } } },
  },
  output: {
    kind: "structure",
    required: [],
    members: {
      serviceDeployments: {
        kind: "list",
        of: {
          kind: "structure",
          required: [],
          members: {
            serviceDeploymentArn: { kind: "string" },
            serviceArn: { kind: "string" },
            clusterArn: { kind: "string" },
            createdAt: { kind: "timestamp" },
            startedAt: { kind: "timestamp" },
            finishedAt: { kind: "timestamp" },
            stoppedAt: { kind: "timestamp" },
            updatedAt: { kind: "timestamp" },
            sourceServiceRevisions: {
              kind: "list",
              of: {
                kind: "structure",
                required: [],
                members: {
                  arn: { kind: "string" },
                  requestedTaskCount: { kind: "integer" },
                  runningTaskCount: { kind: "integer" },
                  pendingTaskCount: { kind: "integer" },
                  requestedTestTrafficWeight: { kind: "double" },
                  requestedProductionTrafficWeight: { kind: "double" },
                },
              },
            },
            targetServiceRevision: {
              kind: "structure",
              required: [],
              members: {
                arn: { kind: "string" },
                requestedTaskCount: { kind: "integer" },
                runningTaskCount: { kind: "integer" },
                pendingTaskCount: { kind: "integer" },
                requestedTestTrafficWeight: { kind: "double" },
                requestedProductionTrafficWeight: { kind: "double" },
              },
            },
            status: {
              kind: "string",
              values: [
                "PENDING",
                "SUCCESSFUL",
                "STOPPED",
                "STOP_REQUESTED",
                "IN_PROGRESS",
                "ROLLBACK_REQUESTED",
                "ROLLBACK_IN_PROGRESS",
                "ROLLBACK_SUCCESSFUL",
                "ROLLBACK_FAILED",
              ],
            },
            statusReason: { kind: "string" },
            lifecycleStage: {
              kind: "string",
              values: [
                "RECONCILE_SERVICE",
                "PRE_SCALE_UP",
                "SCALE_UP",
                "POST_SCALE_UP",
                "TEST_TRAFFIC_SHIFT",
                "POST_TEST_TRAFFIC_SHIFT",
                "PRODUCTION_TRAFFIC_SHIFT",
                "POST_PRODUCTION_TRAFFIC_SHIFT",
                "BAKE_TIME",
                "CLEAN_UP",
              ],
            },
            lifecycleHookDetails: {
              kind: "list",
              of: {
                kind: "structure",
                required: [],
                members: {
                  hookId: { kind: "string" },
                  targetType: { kind: "string", values: ["AWS_LAMBDA", "PAUSE"] },
                  targetArn: { kind: "string" },
                  status: {
                    kind: "string",
                    values: ["AWAITING_ACTION", "IN_PROGRESS", "SUCCEEDED", "FAILED", "TIMED_OUT"],
                  },
                  expiresAt: { kind: "timestamp" },
                  timeoutAction: { kind: "string", values: ["ROLLBACK", "CONTINUE"] },
                },
              },
            },
            deploymentConfiguration: {
              kind: "structure",
              required: [],
              members: {
                deploymentCircuitBreaker: {
                  kind: "structure",
                  required: ["enable", "rollback"],
                  members: {
                    enable: { kind: "boolean" },
                    rollback: { kind: "boolean" },
                    resetOnHealthyTask: { kind: "boolean" },
                    thresholdConfiguration: {
                      kind: "structure",
                      required: ["type", "value"],
                      members: {
                        type: { kind: "string", values: ["COUNT", "BOUNDED_PERCENT", "UNBOUNDED_PERCENT"] },
                        value: { kind: "integer" },
                      },
                    },
                  },
                },
                maximumPercent: { kind: "integer" },
                minimumHealthyPercent: { kind: "integer" },
                alarms: {
                  kind: "structure",
                  required: ["alarmNames", "rollback", "enable"],
                  members: {
                    alarmNames: { kind: "list", of: { kind: "string" }, itemShape: "String" },
                    rollback: { kind: "boolean" },
                    enable: { kind: "boolean" },
                  },
                },
                strategy: { kind: "string", values: ["ROLLING", "BLUE_GREEN", "LINEAR", "CANARY"] },
                bakeTimeInMinutes: { kind: "integer" },
                lifecycleHooks: {
                  kind: "list",
                  of: {
                    kind: "structure",
                    required: [],
                    members: {
                      targetType: { kind: "string", values: ["AWS_LAMBDA", "PAUSE"] },
                      hookTargetArn: { kind: "string" },
                      roleArn: { kind: "string" },
                      lifecycleStages: {
                        kind: "list",
                        of: {
                          kind: "string",
                          values: [
                            "RECONCILE_SERVICE",
                            "PRE_SCALE_UP",
                            "POST_SCALE_UP",
                            "TEST_TRAFFIC_SHIFT",
                            "POST_TEST_TRAFFIC_SHIFT",
                            "PRE_PRODUCTION_TRAFFIC_SHIFT",
                            "PRODUCTION_TRAFFIC_SHIFT",
                            "POST_PRODUCTION_TRAFFIC_SHIFT",
                          ],
                        },
                        itemShape: "DeploymentLifecycleHookStage",
                      },
                      hookDetails: { kind: "document" },
                      timeoutConfiguration: {
                        kind: "structure",
                        required: [],
                        members: {
                          timeoutInMinutes: { kind: "integer", min: 1, max: 20160 },
                          action: { kind: "string", values: ["ROLLBACK", "CONTINUE"] },
                        },
                      },
                    },
                  },
                },
                linearConfiguration: {
                  kind: "structure",
                  required: [],
                  members: { stepPercent: { kind: "double" }, stepBakeTimeInMinutes: { kind: "integer" } },
                },
                canaryConfiguration: {
                  kind: "structure",
                  required: [],
                  members: { canaryPercent: { kind: "double" }, canaryBakeTimeInMinutes: { kind: "integer" } },
                },
              },
            },
            rollback: {
              kind: "structure",
              required: [],
              members: {
                reason: { kind: "string" },
                startedAt: { kind: "timestamp" },
                serviceRevisionArn: { kind: "string" },
              },
            },
            deploymentCircuitBreaker: {
              kind: "structure",
              required: [],
              members: {
                status: { kind: "string", values: ["TRIGGERED", "MONITORING", "MONITORING_COMPLETE", "DISABLED"] },
                failureCount: { kind: "integer" },
                threshold: { kind: "integer" },
              },
            },
            alarms: {
              kind: "structure",
              required: [],
              members: {
                status: { kind: "string", values: ["TRIGGERED", "MONITORING", "MONITORING_COMPLETE", "DISABLED"] },
                alarmNames: { kind: "list", of: { kind: "string" }, itemShape: "String" },
                triggeredAlarmNames: { kind: "list", of: { kind: "string" }, itemShape: "String" },
              },
            },
          },
        },
      },
      failures: {
        kind: "list",
        of: {
          kind: "structure",
          required: [],
          members: { arn: { kind: "string" }, reason: { kind: "string" }, detail: { kind: "string" } },
        },
      },
    },
  },
  errors: {
    AccessDeniedException: 400,
    ServerException: 400,
    InvalidParameterException: 400,
    ClientException: 400,
    ServiceNotFoundException: 400,
    ClusterNotFoundException: 400,
    UnsupportedFeatureException: 400,
  },
} as const satisfies OperationModel;
