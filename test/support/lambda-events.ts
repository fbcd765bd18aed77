/** Events as the services send them. */
export const codeDeployEvent = {
  DeploymentId: "d-ABCDEF123",
  LifecycleEventHookExecutionId: "eyJlbmNyeXB0ZWREYXRhIjoi",
};

/** EC2 Auto Scaling's message about a lifecycle action, to a queue or a topic. */
export const lifecycleMessage = (instanceId = "i-0123456789abcdef0") => ({
  Origin: "EC2",
  Destination: "AutoScalingGroup",
  LifecycleHookName: "drain",
  AccountId: "123456789012",
  RequestId: "8b2f4ef0-0c6e-4f1c-a1f2-0f2f3f4f5f60",
  LifecycleTransition: "autoscaling:EC2_INSTANCE_TERMINATING",
  AutoScalingGroupName: "workers",
  Service: "AWS Auto Scaling",
  Time: "2026-01-01T00:00:00.000Z",
  EC2InstanceId: instanceId,
  LifecycleActionToken: "87654321-4321-4321-4321-210987654321",
  NotificationMetadata: "from the hook",
});

/** The same message from EventBridge. */
export const bridgedEvent = (instanceId?: string) => ({
  version: "0",
  id: "12345678-1234-1234-1234-123456789012",
  "detail-type": "EC2 Instance-terminate Lifecycle Action",
  source: "aws.autoscaling",
  account: "123456789012",
  time: "2026-01-01T00:00:00Z",
  region: "eu-west-1",
  resources: ["arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:x:autoScalingGroupName/workers"],
  detail: lifecycleMessage(instanceId),
});

/** EC2 Auto Scaling's message when a hook with a target is made. */
export const testNotification = {
  AccountId: "123456789012",
  RequestId: "8b2f4ef0-0c6e-4f1c-a1f2-0f2f3f4f5f60",
  AutoScalingGroupARN: "arn:aws:autoscaling:eu-west-1:123456789012:autoScalingGroup:x:autoScalingGroupName/workers",
  AutoScalingGroupName: "workers",
  Service: "AWS Auto Scaling",
  Event: "autoscaling:TEST_NOTIFICATION",
  Time: "2026-01-01T00:00:00.000Z",
};

/** Messages in the envelope of SQS, and of SNS. */
export const inSqs = (...messages: readonly unknown[]) => ({
  Records: messages.map((message, at) => ({
    messageId: `m-${at}`,
    receiptHandle: "h",
    body: typeof message === "string" ? message : JSON.stringify(message),
    attributes: {},
    messageAttributes: {},
    eventSource: "aws:sqs",
    eventSourceARN: "arn:aws:sqs:eu-west-1:123456789012:hooks",
    awsRegion: "eu-west-1",
  })),
});
export const inSns = (...messages: readonly unknown[]) => ({
  Records: messages.map((message) => ({
    EventSource: "aws:sns",
    EventVersion: "1.0",
    EventSubscriptionArn: "arn:aws:sns:eu-west-1:123456789012:hooks:1",
    Sns: { Type: "Notification", MessageId: "m", TopicArn: "t", Message: JSON.stringify(message) },
  })),
});

/** A message of SNS as a queue that subscribes to the topic gets it. */
export const snsEnvelope = (message: unknown) => ({
  Type: "Notification",
  MessageId: "m",
  TopicArn: "arn:aws:sns:eu-west-1:123456789012:hooks",
  Message: JSON.stringify(message),
});

/** The event that ECS calls a hook of its own with. */
export const ecsEvent = {
  executionId: "e-1",
  lifecycleStage: "POST_TEST_TRAFFIC_SHIFT",
  resourceArn: "arn:aws:ecs:eu-west-1:123456789012:service-deployment/cluster/service/abc",
  executionDetails: {
    serviceArn: "arn:aws:ecs:eu-west-1:123456789012:service/cluster/service",
    targetServiceRevisionArn: "arn:aws:ecs:eu-west-1:123456789012:service-revision/cluster/service/1",
    testTrafficWeights: {},
    productionTrafficWeights: {},
  },
};
