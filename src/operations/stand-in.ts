import type { OptionDeclaration } from "./options";

/** The codes of errors that scripts meet most, which completion offers. The stand-in knows more. */
export const familiarCodes = [
  "DeploymentDoesNotExistException",
  "DeploymentIdRequiredException",
  "InvalidDeploymentIdException",
  "InvalidLifecycleEventHookExecutionIdException",
  "InvalidLifecycleEventHookExecutionStatusException",
  "LifecycleEventAlreadyCompletedException",
  "UnsupportedActionForDeploymentTypeException",
  "LimitExceeded",
  "ResourceContention",
  "ValidationError",
  "AccessDeniedException",
  "AccessDenied",
  "ExpiredTokenException",
  "ExpiredToken",
  "ThrottlingException",
  "Throttling",
  "InternalFailure",
  "ServiceUnavailable",
] as const;

/** The options of `stand-in`. */
export const standInOptions = [
  { name: "port", value: "N", about: "The port to listen on. A free one by default." },
  {
    name: "record",
    value: "FILE",
    completes: "file",
    about: "Writes to this file, as JSON, all calls, hooks and hook executions, and what happened by itself.",
  },
  {
    name: "ready",
    value: "FILE",
    completes: "file",
    about: "Once it listens, writes to this file or named pipe a line that sets a shell's variables for it.",
  },
  {
    name: "world",
    value: "FILE",
    completes: "file",
    about: "What exists at the start, as JSON. Without it, everything that a call names comes into being.",
  },
  { name: "speed", value: "N", about: "Lets the world's clock run this many times as fast." },
  {
    name: "hook-command",
    value: "COMMAND",
    about:
      "A shell runs this command each time a deployment stops at a hook. It has DEPLOYMENT_ID, LIFECYCLE_EVENT_HOOK_EXECUTION_ID and LIFECYCLE_EVENT set, and the function's event on its standard input.",
  },
  {
    name: "key",
    value: "ID=SECRET",
    about: "One more access key that may sign requests. May be repeated.",
  },
  {
    name: "error",
    value: "CODE",
    choices: familiarCodes,
    about: "Answers calls to the service that documents this error with it. May be repeated.",
  },
  { name: "times", value: "N", about: "Stops the errors after this many calls. They do not stop by default." },
  { name: "delay", value: "MS", about: "Waits this many milliseconds before each answer." },
  { name: "rate", value: "N", about: "Throttles calls beyond this many a second." },
] as const satisfies readonly OptionDeclaration[];
