import { Chalk } from "chalk";

/** Headings and terms on a terminal. */
export const bold = new Chalk({ level: 1 }).bold;
