import type { OptionDeclaration } from "./options";

/** The codes of errors that scripts meet most: what completion offers. The stand-in knows more. */
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
    about:
      "Keeps in this file, as JSON, what was received (hooks, hook executions and calls) and what happened by itself.",
  },
  {
    name: "ready",
    value: "FILE",
    completes: "file",
    about: "Writes a line that leads a shell to the stand-in to this file or named pipe, once it listens.",
  },
  {
    name: "world",
    value: "FILE",
    completes: "file",
    about: "What there is at the start, as JSON. Without it, whatever is named comes into being.",
  },
  { name: "speed", value: "N", about: "Lets the clock of what happens by itself run so many times as fast." },
  {
    name: "hook-command",
    value: "COMMAND",
    about:
      "What a shell runs where a deployment stops at a hook, with DEPLOYMENT_ID, LIFECYCLE_EVENT_HOOK_EXECUTION_ID and LIFECYCLE_EVENT set and the function's event on its standard input.",
  },
  {
    name: "key",
    value: "ID=SECRET",
    about: "An access key that may sign, besides the stand-in's own. May be repeated.",
  },
  {
    name: "error",
    value: "CODE",
    choices: familiarCodes,
    about: "Answers with this error each call to the service that documents it. May be repeated.",
  },
  { name: "times", value: "N", about: "Ends the errors after so many calls. There is no end by default." },
  { name: "delay", value: "MS", about: "Waits so many milliseconds before each answer." },
  { name: "rate", value: "N", about: "Throttles what is above so many calls a second." },
] as const satisfies readonly OptionDeclaration[];
