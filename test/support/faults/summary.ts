/** What docs/reliability.md says first, in ten lines: Markdown. */
export const summary = "";
