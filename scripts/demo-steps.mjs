import { readFile } from "node:fs/promises";

const ids = "--deployment-id d-ABCDEF123 --lifecycle-event-hook-execution-id eyJlbmNyeXB0ZWREYXRhIjoi";
const report = `deploy put-lifecycle-event-hook-execution-status ${ids}`;
const printedId = '{\n    "lifecycleEventHookExecutionId": "eyJlbmNyeXB0ZWREYXRhIjoi"\n}\n';
const refused = (code, operation) =>
  new RegExp(`An error occurred \\(${code}\\) when calling the ${operation} operation`);

/** The skeleton, filled in. */
const hook = {
  LifecycleHookName: "drain",
  AutoScalingGroupName: "my-asg",
  LifecycleTransition: "autoscaling:EC2_INSTANCE_TERMINATING",
  HeartbeatTimeout: 900,
  DefaultResult: "CONTINUE",
};

/** The lines that are typed, and how each must end; where nothing is said, it is empty or 0. */
export const steps = [
  {
    about: "A deployment's hook succeeded: report it.",
    typed: `${report} --status Succeeded`,
    stdout: printedId,
  },
  {
    about: "A second report of the same hook: the service refuses it.",
    typed: `${report} --status Failed`,
    exitCode: 255,
    stderr: refused("LifecycleEventAlreadyCompletedException", "PutLifecycleEventHookExecutionStatus"),
  },
  {
    about: "Hold the instances that a group launches, for five minutes at most. Success prints nothing.",
    typed:
      "autoscaling put-lifecycle-hook --lifecycle-hook-name warm-up --auto-scaling-group-name my-asg" +
      " --lifecycle-transition autoscaling:EC2_INSTANCE_LAUNCHING --heartbeat-timeout 300",
  },
  {
    about: "Start from a skeleton instead of flags.",
    typed: "autoscaling put-lifecycle-hook --generate-cli-skeleton",
    stdout: await readFile(new URL("../skeletons/autoscaling/put-lifecycle-hook.input.json", import.meta.url), "utf8"),
  },
  {
    about: "Filled in and saved:",
    file: "hook.json",
    content: JSON.stringify(hook, undefined, 4),
    typed: "autoscaling put-lifecycle-hook --cli-input-json file://hook.json",
  },
  {
    about: "The status can come from a command: here is one that fails.",
    file: "smoke-test.js",
    content: 'console.log("GET / gives 503");\nprocess.exitCode = 3;',
    typed: `${report.replace("d-ABCDEF123", "d-GHIJKL456")} -- node smoke-test.js`,
    exitCode: 3,
    stdout: "GET / gives 503\n",
    stderr: /reported Failed/,
  },
  {
    about: "A status that does not exist is refused before anything is sent.",
    typed: `${report} --status Success`,
    exitCode: 255,
    stderr: /Invalid value for parameter status, value: Success, valid values: Pending, InProgress, Succeeded/,
  },
  {
    about: "So is a call without what it needs.",
    typed: "autoscaling put-lifecycle-hook --lifecycle-hook-name warm-up",
    exitCode: 2,
    stderr: /the following arguments are required: --auto-scaling-group-name/,
  },
  {
    about: "An error that the service documents, asked for from a stand-in of its own that runs one command.",
    typed:
      "stand-in --error LimitExceeded -- aws-lifecycle-hooks autoscaling put-lifecycle-hook" +
      " --lifecycle-hook-name one-more --auto-scaling-group-name my-asg",
    exitCode: 255,
    stderr: refused("LimitExceeded", "PutLifecycleHook"),
  },
];

/** What the stand-in must have been told at the end. */
export const told = {
  hooks: {
    "my-asg": {
      "warm-up": {
        LifecycleHookName: "warm-up",
        AutoScalingGroupName: "my-asg",
        LifecycleTransition: "autoscaling:EC2_INSTANCE_LAUNCHING",
        HeartbeatTimeout: "300",
        DefaultResult: "ABANDON",
      },
      drain: { ...hook, HeartbeatTimeout: "900" },
    },
  },
  executions: {
    "d-ABCDEF123": { eyJlbmNyeXB0ZWREYXRhIjoi: "Succeeded" },
    "d-GHIJKL456": { eyJlbmNyeXB0ZWREYXRhIjoi: "Failed" },
  },
};
