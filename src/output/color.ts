import { Chalk } from "chalk";

const chalk = new Chalk({ level: 1 });

/** aws-cli's colours for tables: bright blue cells, dim yellow bars. Sixteen colours, which every terminal has. */
export const colored = { cell: chalk.bold.blue, indentation: chalk.dim.yellow };
