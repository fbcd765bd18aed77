/**
 * What the bundled libraries see in place of two globals whose first use loads much of Node: `crypto` is node:crypto,
 * which has the same functions and is loaded anyway to sign, and there are no web streams, which they only test for.
 */
export { default as crypto } from "node:crypto";
export const ReadableStream = undefined;
