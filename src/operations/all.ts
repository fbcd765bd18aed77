import type { Operation } from "./operation";
import { putLifecycleEventHookExecutionStatus } from "./put-lifecycle-event-hook-execution-status";
import { putLifecycleHook } from "./put-lifecycle-hook";

/** Every operation the tool has. A new one is declared in a file of its own and listed here. */
export const operations: readonly Operation[] = [putLifecycleHook, putLifecycleEventHookExecutionStatus];
