import { getRandomValues, randomUUID } from "node:crypto";

/**
 * What the bundled libraries see in place of two globals whose first use loads much of Node: of `crypto`, what they use
 * comes from node:crypto, which is loaded anyway to sign; there are no web streams, which they only test for.
 */
export const crypto = { getRandomValues, randomUUID };
export const ReadableStream = undefined;
