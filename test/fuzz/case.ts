/** Text, or bytes that may be no text, as fast-check shows them in a counterexample. */
type Content = string | { readonly base64: string };

/** An answer of the service; one with `on` is for requests whose path or form's `Action` starts with that. */
export interface FuzzAnswer {
  readonly on?: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One run of the program. `{{URL}}` in any text stands for the service that gives the answers. */
export interface FuzzCase {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** By path, `~/` for HOME; others are in the working folder. */
  readonly files: Readonly<Record<string, Content>>;
  readonly answers: readonly FuzzAnswer[];
  /** Whether both streams are terminals. */
  readonly onTerminal?: boolean;
}

/** A call of a service that was answered. */
export interface Answered {
  readonly operation: string;
  readonly input: unknown;
  readonly answer: FuzzAnswer;
}

/** What a run did. */
export interface FuzzOutcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** The calls of services, but for those for credentials, and their answers, in order. */
  readonly answered: readonly Answered[];
  /** Errors that nobody caught. */
  readonly uncaught: readonly string[];
}

/** What signs and says where to, so that nothing but what is under test can go wrong. */
export const calm: Readonly<Record<string, string>> = {
  AWS_ACCESS_KEY_ID: "AKIDENV",
  AWS_SECRET_ACCESS_KEY: "secret-env",
  AWS_DEFAULT_REGION: "us-east-1",
  AWS_ENDPOINT_URL: "{{URL}}",
  // waits for a service's time are short
  AWS_LIFECYCLE_HOOKS_CLOCK_SPEED: "2000",
};

const ids = ["--deployment-id", "d-1", "--lifecycle-event-hook-execution-id", "e-1"];

/** The deploy call as people make it. */
export const deployCall: readonly string[] = [
  "deploy",
  "put-lifecycle-event-hook-execution-status",
  ...ids,
  "--status",
  "Succeeded",
];

/** The autoscaling call as people make it. */
export const hookCall: readonly string[] = [
  "autoscaling",
  "put-lifecycle-hook",
  "--lifecycle-hook-name",
  "h",
  "--auto-scaling-group-name",
  "g",
];

/** What each service answers when all is well. */
export const rightAnswers: { readonly deploy: FuzzAnswer; readonly autoscaling: FuzzAnswer } = {
  deploy: {
    status: 200,
    headers: { "content-type": "application/x-amz-json-1.1" },
    body: '{"lifecycleEventHookExecutionId":"e-1"}',
  },
  autoscaling: {
    status: 200,
    headers: { "content-type": "text/xml" },
    body:
      '<PutLifecycleHookResponse xmlns="http://autoscaling.amazonaws.com/doc/2011-01-01/"><PutLifecycleHookResult/>' +
      "<ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata></PutLifecycleHookResponse>",
  },
};
