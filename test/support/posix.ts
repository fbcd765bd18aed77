import { describe, test } from "@jest/globals";

/**
 * A test of something that Windows does not have: signals, and the paths and messages of the recorded cases. Skipped
 * there.
 */
export const posixTest = process.platform === "win32" ? test.skip : test;

/** Tests of something that only Linux shows, as in Lambda: the environment of other processes. Skipped elsewhere. */
export const onLinux = process.platform === "linux" ? describe : describe.skip;
