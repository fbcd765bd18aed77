import type { OperationModel } from "../../src/operations/model";

export const model = {
  name: "DescribeAutoScalingGroups",
  input: {
    kind: "structure",
    required: [],
    members: {
      AutoScalingGroupNames: {
        kind: "list",
        of: {
          kind: "string",
          min: 1,
          max: 255,
          pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
        },
      },
      IncludeInstances: { kind: "boolean" },
      NextToken: { kind: "string", pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*" },
      MaxRecords: { kind: "integer" },
      Filters: {
        kind: "list",
        of: {
          kind: "structure",
          required: [],
          members: {
            Name: {
              kind: "string",
              pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
            },
            Values: {
              kind: "list",
              of: {
                kind: "string",
                pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
              },
            },
          },
        },
      },
    },
  },
  output: {
    kind: "structure",
    required: ["AutoScalingGroups"],
    members: {
      AutoScalingGroups: {
        kind: "list",
        of: {
          kind: "structure",
          required: [
            "AutoScalingGroupName",
            "MinSize",
            "MaxSize",
            "DesiredCapacity",
            "DefaultCooldown",
            "AvailabilityZones",
            "HealthCheckType",
            "CreatedTime",
          ],
          members: {
            AutoScalingGroupName: {
              kind: "string",
              min: 1,
              max: 255,
              pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
            },
            AutoScalingGroupARN: {
              kind: "string",
              min: 1,
              max: 1600,
              pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
            },
            LaunchConfigurationName: {
              kind: "string",
              min: 1,
              max: 255,
              pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
            },
            LaunchTemplate: {
              kind: "structure",
              required: [],
              members: {
                LaunchTemplateId: {
                  kind: "string",
                  min: 1,
                  max: 255,
                  pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                },
                LaunchTemplateName: { kind: "string", min: 3, max: 128, pattern: "[a-zA-Z0-9\\(\\)\\.\\-/_]+" },
                Version: {
                  kind: "string",
                  min: 1,
                  max: 255,
                  pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                },
              },
            },
            MixedInstancesPolicy: {
              kind: "structure",
              required: [],
              members: {
                LaunchTemplate: {
                  kind: "structure",
                  required: [],
                  members: {
                    LaunchTemplateSpecification: {
                      kind: "structure",
                      required: [],
                      members: {
                        LaunchTemplateId: {
                          kind: "string",
                          min: 1,
                          max: 255,
                          pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                        },
                        LaunchTemplateName: { kind: "string", min: 3, max: 128, pattern: "[a-zA-Z0-9\\(\\)\\.\\-/_]+" },
                        Version: {
                          kind: "string",
                          min: 1,
                          max: 255,
                          pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                        },
                      },
                    },
                    Overrides: {
                      kind: "list",
                      of: {
                        kind: "structure",
                        required: [],
                        members: {
                          InstanceType: {
                            kind: "string",
                            min: 1,
                            max: 255,
                            pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                          },
                          WeightedCapacity: {
                            kind: "string",
                            min: 1,
                            max: 32,
                            pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                          },
                          LaunchTemplateSpecification: {
                            kind: "structure",
                            required: [],
                            members: {
                              LaunchTemplateId: {
                                kind: "string",
                                min: 1,
                                max: 255,
                                pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                              },
                              LaunchTemplateName: {
                                kind: "string",
                                min: 3,
                                max: 128,
                                pattern: "[a-zA-Z0-9\\(\\)\\.\\-/_]+",
                              },
                              Version: {
                                kind: "string",
                                min: 1,
                                max: 255,
                                pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                              },
                            },
                          },
                          InstanceRequirements: {
                            kind: "structure",
                            required: ["VCpuCount", "MemoryMiB"],
                            members: {
                              VCpuCount: {
                                kind: "structure",
                                required: ["Min"],
                                members: { Min: { kind: "integer", min: 0 }, Max: { kind: "integer", min: 0 } },
                              },
                              MemoryMiB: {
                                kind: "structure",
                                required: ["Min"],
                                members: { Min: { kind: "integer", min: 0 }, Max: { kind: "integer", min: 0 } },
                              },
                              CpuManufacturers: {
                                kind: "list",
                                of: { kind: "string", values: ["intel", "amd", "amazon-web-services", "apple"] },
                                itemShape: "CpuManufacturer",
                              },
                              MemoryGiBPerVCpu: {
                                kind: "structure",
                                required: [],
                                members: { Min: { kind: "double", min: 0 }, Max: { kind: "double", min: 0 } },
                              },
                              ExcludedInstanceTypes: {
                                kind: "list",
                                of: { kind: "string", min: 1, max: 30, pattern: "[a-zA-Z0-9\\.\\*\\-]+" },
                                max: 400,
                                itemShape: "ExcludedInstance",
                              },
                              InstanceGenerations: {
                                kind: "list",
                                of: { kind: "string", values: ["current", "previous"] },
                                itemShape: "InstanceGeneration",
                              },
                              SpotMaxPricePercentageOverLowestPrice: { kind: "integer", min: 0 },
                              MaxSpotPriceAsPercentageOfOptimalOnDemandPrice: { kind: "integer", min: 0 },
                              OnDemandMaxPricePercentageOverLowestPrice: { kind: "integer", min: 0 },
                              BareMetal: { kind: "string", values: ["included", "excluded", "required"] },
                              BurstablePerformance: { kind: "string", values: ["included", "excluded", "required"] },
                              RequireHibernateSupport: { kind: "boolean" },
                              NetworkInterfaceCount: {
                                kind: "structure",
                                required: [],
                                members: { Min: { kind: "integer", min: 0 }, Max: { kind: "integer", min: 0 } },
                              },
                              LocalStorage: { kind: "string", values: ["included", "excluded", "required"] },
                              LocalStorageTypes: {
                                kind: "list",
                                of: { kind: "string", values: ["hdd", "ssd"] },
                                itemShape: "LocalStorageType",
                              },
                              TotalLocalStorageGB: {
                                kind: "structure",
                                required: [],
                                members: { Min: { kind: "double", min: 0 }, Max: { kind: "double", min: 0 } },
                              },
                              BaselineEbsBandwidthMbps: {
                                kind: "structure",
                                required: [],
                                members: { Min: { kind: "integer", min: 0 }, Max: { kind: "integer", min: 0 } },
                              },
                              AcceleratorTypes: {
                                kind: "list",
                                of: { kind: "string", values: ["gpu", "fpga", "inference"] },
                                itemShape: "AcceleratorType",
                              },
                              AcceleratorCount: {
                                kind: "structure",
                                required: [],
                                members: { Min: { kind: "integer", min: 0 }, Max: { kind: "integer", min: 0 } },
                              },
                              AcceleratorManufacturers: {
                                kind: "list",
                                of: { kind: "string", values: ["nvidia", "amd", "amazon-web-services", "xilinx"] },
                                itemShape: "AcceleratorManufacturer",
                              },
                              AcceleratorNames: {
                                kind: "list",
                                of: {
                                  kind: "string",
                                  values: ["a100", "v100", "k80", "t4", "m60", "radeon-pro-v520", "vu9p"],
                                },
                                itemShape: "AcceleratorName",
                              },
                              AcceleratorTotalMemoryMiB: {
                                kind: "structure",
                                required: [],
                                members: { Min: { kind: "integer", min: 0 }, Max: { kind: "integer", min: 0 } },
                              },
                              NetworkBandwidthGbps: {
                                kind: "structure",
                                required: [],
                                members: { Min: { kind: "double", min: 0 }, Max: { kind: "double", min: 0 } },
                              },
                              AllowedInstanceTypes: {
                                kind: "list",
                                of: { kind: "string", min: 1, max: 30, pattern: "[a-zA-Z0-9\\.\\*\\-]+" },
                                max: 400,
                                itemShape: "AllowedInstanceType",
                              },
                              BaselinePerformanceFactors: {
                                kind: "structure",
                                required: [],
                                members: {
                                  Cpu: {
                                    kind: "structure",
                                    required: [],
                                    members: {
                                      References: {
                                        kind: "list",
                                        of: {
                                          kind: "structure",
                                          required: [],
                                          members: { InstanceFamily: { kind: "string" } },
                                        },
                                        locationName: "Reference",
                                        itemLocationName: "item",
                                      },
                                    },
                                  },
                                },
                              },
                            },
                          },
                          ImageId: { kind: "string", min: 5, max: 21, pattern: "^ami-[a-z0-9]{1,17}$" },
                        },
                      },
                    },
                  },
                },
                InstancesDistribution: {
                  kind: "structure",
                  required: [],
                  members: {
                    OnDemandAllocationStrategy: {
                      kind: "string",
                      pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                    },
                    OnDemandBaseCapacity: { kind: "integer" },
                    OnDemandPercentageAboveBaseCapacity: { kind: "integer" },
                    SpotAllocationStrategy: {
                      kind: "string",
                      pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                    },
                    SpotInstancePools: { kind: "integer" },
                    SpotMaxPrice: { kind: "string", min: 0, max: 255 },
                  },
                },
              },
            },
            MinSize: { kind: "integer" },
            MaxSize: { kind: "integer" },
            DesiredCapacity: { kind: "integer" },
            PredictedCapacity: { kind: "integer" },
            DefaultCooldown: { kind: "integer" },
            AvailabilityZones: {
              kind: "list",
              of: {
                kind: "string",
                min: 1,
                max: 255,
                pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
              },
              itemShape: "XmlStringMaxLen255",
            },
            AvailabilityZoneIds: {
              kind: "list",
              of: {
                kind: "string",
                min: 1,
                max: 255,
                pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
              },
              itemShape: "XmlStringMaxLen255",
            },
            LoadBalancerNames: {
              kind: "list",
              of: {
                kind: "string",
                min: 1,
                max: 255,
                pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
              },
              itemShape: "XmlStringMaxLen255",
            },
            TargetGroupARNs: {
              kind: "list",
              of: {
                kind: "string",
                min: 1,
                max: 511,
                pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
              },
              itemShape: "XmlStringMaxLen511",
            },
            HealthCheckType: {
              kind: "string",
              min: 1,
              max: 32,
              pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
            },
            HealthCheckGracePeriod: { kind: "integer" },
            Instances: {
              kind: "list",
              of: {
                kind: "structure",
                required: ["InstanceId", "AvailabilityZone", "LifecycleState", "HealthStatus", "ProtectedFromScaleIn"],
                members: {
                  InstanceId: {
                    kind: "string",
                    min: 1,
                    max: 19,
                    pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                  },
                  InstanceType: {
                    kind: "string",
                    min: 1,
                    max: 255,
                    pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                  },
                  AvailabilityZone: {
                    kind: "string",
                    min: 1,
                    max: 255,
                    pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                  },
                  AvailabilityZoneId: {
                    kind: "string",
                    min: 1,
                    max: 255,
                    pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                  },
                  LifecycleState: {
                    kind: "string",
                    values: [
                      "Pending",
                      "Pending:Wait",
                      "Pending:Proceed",
                      "Quarantined",
                      "InService",
                      "Terminating",
                      "Terminating:Wait",
                      "Terminating:Proceed",
                      "Terminating:Retained",
                      "Terminated",
                      "Detaching",
                      "Detached",
                      "EnteringStandby",
                      "Standby",
                      "ReplacingRootVolume",
                      "ReplacingRootVolume:Wait",
                      "ReplacingRootVolume:Proceed",
                      "RootVolumeReplaced",
                      "Warmed:Pending",
                      "Warmed:Pending:Wait",
                      "Warmed:Pending:Proceed",
                      "Warmed:Pending:Retained",
                      "Warmed:Terminating",
                      "Warmed:Terminating:Wait",
                      "Warmed:Terminating:Proceed",
                      "Warmed:Terminating:Retained",
                      "Warmed:Terminated",
                      "Warmed:Stopped",
                      "Warmed:Running",
                      "Warmed:Hibernated",
                    ],
                  },
                  HealthStatus: {
                    kind: "string",
                    min: 1,
                    max: 32,
                    pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                  },
                  LaunchConfigurationName: {
                    kind: "string",
                    min: 1,
                    max: 255,
                    pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                  },
                  LaunchTemplate: {
                    kind: "structure",
                    required: [],
                    members: {
                      LaunchTemplateId: {
                        kind: "string",
                        min: 1,
                        max: 255,
                        pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                      },
                      LaunchTemplateName: { kind: "string", min: 3, max: 128, pattern: "[a-zA-Z0-9\\(\\)\\.\\-/_]+" },
                      Version: {
                        kind: "string",
                        min: 1,
                        max: 255,
                        pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                      },
                    },
                  },
                  ImageId: {
                    kind: "string",
                    min: 1,
                    max: 255,
                    pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                  },
                  ProtectedFromScaleIn: { kind: "boolean" },
                  WeightedCapacity: {
                    kind: "string",
                    min: 1,
                    max: 32,
                    pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                  },
                },
              },
            },
            CreatedTime: { kind: "timestamp" },
            SuspendedProcesses: {
              kind: "list",
              of: {
                kind: "structure",
                required: [],
                members: {
                  ProcessName: {
                    kind: "string",
                    min: 1,
                    max: 255,
                    pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                  },
                  SuspensionReason: {
                    kind: "string",
                    min: 1,
                    max: 255,
                    pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                  },
                },
              },
            },
            PlacementGroup: {
              kind: "string",
              min: 1,
              max: 255,
              pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
            },
            VPCZoneIdentifier: {
              kind: "string",
              min: 1,
              max: 5000,
              pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
            },
            EnabledMetrics: {
              kind: "list",
              of: {
                kind: "structure",
                required: [],
                members: {
                  Metric: {
                    kind: "string",
                    min: 1,
                    max: 255,
                    pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                  },
                  Granularity: {
                    kind: "string",
                    min: 1,
                    max: 255,
                    pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                  },
                },
              },
            },
            Status: {
              kind: "string",
              min: 1,
              max: 255,
              pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
            },
            Tags: {
              kind: "list",
              of: {
                kind: "structure",
                required: [],
                members: {
                  ResourceId: {
                    kind: "string",
                    pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                  },
                  ResourceType: {
                    kind: "string",
                    pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                  },
                  Key: {
                    kind: "string",
                    min: 1,
                    max: 128,
                    pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                  },
                  Value: {
                    kind: "string",
                    min: 0,
                    max: 256,
                    pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                  },
                  PropagateAtLaunch: { kind: "boolean" },
                },
              },
            },
            TerminationPolicies: {
              kind: "list",
              of: {
                kind: "string",
                min: 1,
                max: 1600,
                pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
              },
              itemShape: "XmlStringMaxLen1600",
            },
            NewInstancesProtectedFromScaleIn: { kind: "boolean" },
            ServiceLinkedRoleARN: {
              kind: "string",
              min: 1,
              max: 1600,
              pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
            },
            MaxInstanceLifetime: { kind: "integer" },
            CapacityRebalance: { kind: "boolean" },
            WarmPoolConfiguration: {
              kind: "structure",
              required: [],
              members: {
                MaxGroupPreparedCapacity: { kind: "integer", min: -1 },
                MinSize: { kind: "integer", min: 0 },
                PoolState: { kind: "string", values: ["Stopped", "Running", "Hibernated"] },
                Status: { kind: "string", values: ["PendingDelete"] },
                InstanceReusePolicy: {
                  kind: "structure",
                  required: [],
                  members: { ReuseOnScaleIn: { kind: "boolean" } },
                },
              },
            },
            WarmPoolSize: { kind: "integer" },
            Context: { kind: "string" },
            DesiredCapacityType: {
              kind: "string",
              min: 1,
              max: 255,
              pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
            },
            DefaultInstanceWarmup: { kind: "integer" },
            TrafficSources: {
              kind: "list",
              of: {
                kind: "structure",
                required: ["Identifier"],
                members: {
                  Identifier: {
                    kind: "string",
                    min: 1,
                    max: 511,
                    pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                  },
                  Type: {
                    kind: "string",
                    min: 1,
                    max: 511,
                    pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                  },
                },
              },
            },
            InstanceMaintenancePolicy: {
              kind: "structure",
              required: [],
              members: {
                MinHealthyPercentage: { kind: "integer", min: -1, max: 100 },
                MaxHealthyPercentage: { kind: "integer", min: -1, max: 200 },
              },
            },
            DeletionProtection: { kind: "string", values: ["none", "prevent-force-deletion", "prevent-all-deletion"] },
            AvailabilityZoneDistribution: {
              kind: "structure",
              required: [],
              members: {
                CapacityDistributionStrategy: {
                  kind: "string",
                  values: ["balanced-only", "balanced-best-effort", "reservations-then-balanced"],
                },
              },
            },
            AvailabilityZoneImpairmentPolicy: {
              kind: "structure",
              required: [],
              members: {
                ZonalShiftEnabled: { kind: "boolean" },
                ImpairedZoneHealthCheckBehavior: { kind: "string", values: ["ReplaceUnhealthy", "IgnoreUnhealthy"] },
              },
            },
            CapacityReservationSpecification: {
              kind: "structure",
              required: [],
              members: {
                CapacityReservationPreference: {
                  kind: "string",
                  values: ["capacity-reservations-only", "capacity-reservations-first", "none", "default"],
                },
                CapacityReservationTarget: {
                  kind: "structure",
                  required: [],
                  members: {
                    CapacityReservationIds: {
                      kind: "list",
                      of: { kind: "string", min: 1, max: 255, pattern: "[A-Za-z0-9\\-_\\/]+" },
                      itemShape: "AsciiStringMaxLen255",
                    },
                    CapacityReservationResourceGroupArns: {
                      kind: "list",
                      of: {
                        kind: "string",
                        min: 1,
                        max: 1600,
                        pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*",
                      },
                      itemShape: "ResourceName",
                    },
                  },
                },
              },
            },
            InstanceLifecyclePolicy: {
              kind: "structure",
              required: [],
              members: {
                RetentionTriggers: {
                  kind: "structure",
                  required: [],
                  members: { TerminateHookAbandon: { kind: "string", values: ["retain", "terminate"] } },
                },
              },
            },
          },
        },
      },
      NextToken: { kind: "string", pattern: "[\\u0020-\\uD7FF\\uE000-\\uFFFD\\uD800\\uDC00-\\uDBFF\\uDFFF\\r\\n\\t]*" },
    },
  },
  resultWrapper: "DescribeAutoScalingGroupsResult",
  errors: { InvalidNextToken: 400, ResourceContention: 500 },
  pages: { inputToken: "NextToken", outputToken: "NextToken", limitKey: "MaxRecords", resultKey: "AutoScalingGroups" },
} as const satisfies OperationModel;
